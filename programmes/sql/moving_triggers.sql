-- No row of this app is written while its university is moved (tenants/sql/refuse_while_moving.sql).

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON programmes_casestudy FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON programmes_casestudyprogramme FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON programmes_programme FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();
