-- No row of this app is written while its university is moved (tenants/sql/refuse_while_moving.sql).

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_invitation FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_passwordreset FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_programmemembership FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_programmeset FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_role FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_secondfactor FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_servicekey FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_signin FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_ssocode FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_ssoidentity FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_ssologin FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON accounts_user FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();
