-- Seals of a tenant are a chain: each new one has the next number and begins where the one before
-- ends, whose hash is in its own. They are append-only.
--
-- A link that lets events go is taken only where the newest of them is older than the tenant keeps
-- them, and where nothing before them stays.

CREATE OR REPLACE FUNCTION join_seal() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    head tenants_auditseal;
BEGIN
    SELECT * INTO head FROM tenants_auditseal
    WHERE tenant_id = NEW.tenant_id ORDER BY number DESC LIMIT 1;
    NEW.number := coalesce(head.number, 0) + 1;
    NEW.sealed_at := clock_timestamp();
    NEW.former := coalesce(head.hash, '');
    NEW.after_arrival := coalesce(head.last_arrival, -1);
    NEW.after_id := coalesce(head.last_id, '');
    IF NEW.dropped_to IS NULL THEN
        NEW.audit_days := NULL;
    ELSE
        PERFORM require_droppable(NEW.tenant_id, NEW.dropped_to);
        NEW.audit_days := retained_days(NEW.tenant_id);
        NEW.last_arrival := NEW.after_arrival;
        NEW.last_id := NEW.after_id;
        NEW.events := 0;
        NEW.newest_at := NULL;
        NEW.content := '';
    END IF;
    NEW.hash := audit_seal_hash(NEW);
    RETURN NEW;
END
$$;

CREATE OR REPLACE FUNCTION retained_days(tenant text) RETURNS integer LANGUAGE sql STABLE AS $$
    SELECT coalesce(
        (SELECT audit_days::integer FROM tenants_tenantretention WHERE tenant_id = tenant), 400
    )
$$;

CREATE OR REPLACE FUNCTION require_droppable(tenant text, last_number integer) RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
    IF last_number <= coalesce(
            (SELECT max(dropped_to) FROM tenants_auditseal WHERE tenant_id = tenant), 0
        )
        OR NOT EXISTS (
            SELECT FROM tenants_auditseal WHERE tenant_id = tenant AND number = last_number
        )
        OR EXISTS (
            SELECT FROM tenants_auditseal
            WHERE tenant_id = tenant AND number <= last_number
                AND newest_at >= now() - make_interval(days => retained_days(tenant))
        )
    THEN
        RAISE EXCEPTION 'events up to seal % are not to be let go yet', last_number
            USING ERRCODE = 'restrict_violation';
    END IF;
END
$$;

CREATE OR REPLACE TRIGGER chain BEFORE INSERT ON tenants_auditseal
FOR EACH ROW EXECUTE FUNCTION join_seal();

CREATE OR REPLACE TRIGGER append_only BEFORE UPDATE OR DELETE ON tenants_auditseal
FOR EACH ROW EXECUTE FUNCTION refuse_change();
