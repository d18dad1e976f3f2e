-- The audit trail is append-only: nobody rewrites what was done. When events may go, audit_kept.sql
-- says.

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE ON tenants_auditevent
FOR EACH ROW EXECUTE FUNCTION refuse_change();
