-- The ledger of attempts, and what is kept apart from it, are not emptied at a stroke, not even by the
-- owner: TRUNCATE asks none of the triggers of rows.

CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON students_attempttransaction
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE OR REPLACE TRIGGER never_emptied BEFORE TRUNCATE ON students_ledgerpersonal
FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
