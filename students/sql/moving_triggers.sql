-- No row of this app is written while its university is moved (tenants/sql/refuse_while_moving.sql).

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_attempttransaction FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_bulkjob FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_grade FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_idempotencyrecord FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_importedstudent FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_ledgerpersonal FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_rosterimport FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_session FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();

CREATE OR REPLACE TRIGGER moving BEFORE INSERT OR UPDATE OR DELETE ON students_transcript FOR EACH STATEMENT
WHEN (coalesce(current_setting('command_center.tenant', true), '') NOT IN ('', '*'))
EXECUTE FUNCTION refuse_while_moving();
