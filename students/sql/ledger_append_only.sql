-- The ledger of attempts is append-only: a mistake is put right by another line, never by a changed
-- one.

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON students_attempttransaction
FOR EACH ROW EXECUTE FUNCTION refuse_change();
