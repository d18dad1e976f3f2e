-- What is kept apart from the ledger is never changed, but it may be erased.

CREATE OR REPLACE TRIGGER only_erased BEFORE UPDATE ON students_ledgerpersonal
FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();

CREATE OR REPLACE TRIGGER append_only BEFORE DELETE ON students_ledgerpersonal
FOR EACH ROW EXECUTE FUNCTION refuse_change();
