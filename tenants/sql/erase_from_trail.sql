-- Empties what names an erased person in the trail; the events themselves stay as they are.
--
-- ``about`` names the targets of events about the person: the account, its sessions, its lines of
-- the ledger. The record of the erasure names events about others that name the person. The caller waits for events that are being written (lock_person), and has recorded
-- the erasure: without that record nothing is emptied, so that no name ever goes without a trace.
-- It runs with the rights of the table's owner, since nobody else may change what is kept apart.

CREATE OR REPLACE FUNCTION erase_from_trail(person text, about text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    tenants text[] := ARRAY(SELECT id FROM tenants_tenant);
    of_actor bigint;
    of_target bigint;
BEGIN
    IF NOT was_erased(person) THEN
        RAISE EXCEPTION 'the erasure of % is not on record', person
            USING ERRCODE = 'restrict_violation';
    END IF;
    WITH events AS MATERIALIZED (
        SELECT id FROM tenants_auditevent
        WHERE tenant_id = ANY (tenants) AND actor_user_id = person
        UNION
        SELECT id FROM tenants_auditevent
        WHERE tenant_id = ANY (tenants) AND target_id = ANY (about) AND actor_user_id IS NULL
            AND event_subject(metadata, target_type, actor_user_id) = person
    )
    UPDATE tenants_auditpersonal SET actor = NULL, actor_salt = NULL
    WHERE event_id IN (SELECT id FROM events) AND actor IS NOT NULL;
    GET DIAGNOSTICS of_actor = ROW_COUNT;
    WITH events AS MATERIALIZED (
        SELECT id FROM tenants_auditevent
        WHERE tenant_id = ANY (tenants) AND actor_user_id = person
            AND event_subject(metadata, target_type, actor_user_id) = person
        UNION
        SELECT id FROM tenants_auditevent
        WHERE tenant_id = ANY (tenants) AND target_id = ANY (about)
            AND event_subject(metadata, target_type, actor_user_id) = person
        UNION
        SELECT unnest(events) FROM tenants_erasure WHERE user_id = person
    )
    UPDATE tenants_auditpersonal SET metadata = NULL, metadata_salt = NULL
    WHERE event_id IN (SELECT id FROM events) AND metadata IS NOT NULL;
    GET DIAGNOSTICS of_target = ROW_COUNT;
    RETURN of_actor + of_target;
END
$$;
