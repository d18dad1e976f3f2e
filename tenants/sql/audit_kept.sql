-- Events of the audit trail are kept until a link of the tenant's chain says that they are let go
-- (seal_chain.sql), whoever asks.

CREATE OR REPLACE FUNCTION refuse_removal() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF (OLD.arrival, OLD.id) <= (
        SELECT last_arrival, last_id FROM tenants_auditseal
        WHERE tenant_id = OLD.tenant_id AND number = (
            SELECT max(dropped_to) FROM tenants_auditseal WHERE tenant_id = OLD.tenant_id
        )
    ) THEN
        RETURN OLD;
    END IF;
    RAISE EXCEPTION '% is append-only: rows are never changed or deleted', TG_TABLE_NAME
        USING ERRCODE = 'restrict_violation';
END
$$;

CREATE OR REPLACE TRIGGER kept BEFORE DELETE ON tenants_auditevent
FOR EACH ROW EXECUTE FUNCTION refuse_removal();
