-- The ids of the tenants of which an invitation has not been sent yet, or never will: they are few,
-- and only theirs are looked at for the figures, behind the walls of each.
--
-- It runs with the directory's rights, since whoever reads the figures sees one tenant at a time.
CREATE OR REPLACE FUNCTION tenants_awaiting_mail() RETURNS SETOF text
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT DISTINCT tenant_id FROM accounts_invitation
    WHERE sent_at IS NULL AND accepted_at IS NULL AND replaced_at IS NULL
$$;
