-- What is kept apart from the audit trail is never changed, but it may be erased.

CREATE OR REPLACE TRIGGER only_erased BEFORE UPDATE ON tenants_auditpersonal
FOR EACH ROW EXECUTE FUNCTION refuse_all_but_erasure();
