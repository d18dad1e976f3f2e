-- No row of this app is written while its university is moved (tenants/sql/refuse_while_moving.sql).

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_allowedorigin FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_auditevent FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_auditpersonal FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_auditseal FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_erasure FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_tenantaiconfig FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_tenantbranding FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_tenantretention FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON tenants_tenantssoconfig FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();
