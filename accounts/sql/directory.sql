-- Finds the tenant of somebody before it is known: by the user of a session, a service key's prefix,
-- the digest of an invitation, of a password reset or of a code of single sign-on. Each returns a tenant's id and nothing
-- else; the rows themselves are then read behind the walls of that tenant.
--
-- They run with the rights of their owner, which sees the rows of all tenants (config/db/roles.py);
-- while that is the owner of the tables, whoever calls them has to say that it works for all. The
-- last one answers the only question that is asked about all tenants at once.

CREATE OR REPLACE FUNCTION tenant_of_user(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT tenant_id FROM accounts_user WHERE id = key $$;

CREATE OR REPLACE FUNCTION tenant_of_service_key(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT tenant_id FROM accounts_servicekey WHERE prefix = key $$;

CREATE OR REPLACE FUNCTION tenant_of_invitation(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT tenant_id FROM accounts_invitation WHERE token_hash = key $$;

CREATE OR REPLACE FUNCTION tenant_of_password_reset(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT tenant_id FROM accounts_passwordreset WHERE token_hash = key $$;

CREATE OR REPLACE FUNCTION tenant_of_sso_code(key text) RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$ SELECT tenant_id FROM accounts_ssocode WHERE digest = key $$;

CREATE OR REPLACE FUNCTION is_super_admin_left(besides text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT EXISTS (
        SELECT FROM accounts_user AS member
        -- By tenant and role: so the index over both finds them.
        JOIN accounts_role AS role ON role.tenant_id = member.tenant_id AND role.id = member.role_id
        JOIN tenants_tenant AS tenant ON tenant.id = member.tenant_id
        WHERE role.legacy_role = 'SUPER_ADMIN' AND member.status = 'ACTIVE' AND tenant.is_active
            AND member.id IS DISTINCT FROM besides
    )
$$;
