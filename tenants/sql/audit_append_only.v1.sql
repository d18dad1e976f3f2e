-- The audit trail is append-only: nobody rewrites what was done.

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON tenants_auditevent
FOR EACH ROW EXECUTE FUNCTION refuse_change();
