-- Audit events that do not match what is kept apart from them: a part was changed, removed without
-- an erasure on record, or slipped in. Or whose columns for lists (part_of, done_in, done_from) are not what
-- their metadata say: a line would be hidden from a list, or stand in another.
--
-- ``verify_audit`` asks for a range of events; the conditions reach the tables' indexes.

CREATE OR REPLACE VIEW audit_parts_difference WITH (security_invoker = true) AS
SELECT event.tenant_id, event.id, event.event_time, event.arrival,
    CASE
        WHEN of_actor.is_wrong THEN 'actor' WHEN of_metadata.is_wrong THEN 'metadata'
        ELSE 'columns'
    END AS part
FROM tenants_auditevent AS event
LEFT JOIN tenants_auditpersonal AS personal ON personal.event_id = event.id
CROSS JOIN LATERAL (
    SELECT event_subject(event.metadata, event.target_type, event.actor_user_id) AS subject
) AS whose
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN personal.actor IS NOT NULL THEN
            personal_digest(personal.actor_salt, personal.actor) IS DISTINCT FROM event.actor_digest
        WHEN event.actor_digest IS NOT NULL THEN
            NOT was_erased(coalesce(event.actor_user_id, whose.subject))
        ELSE false
    END AS is_wrong
) AS of_actor
CROSS JOIN LATERAL (
    SELECT CASE
        WHEN personal.metadata IS NOT NULL THEN
            personal_digest(personal.metadata_salt, personal.metadata)
            IS DISTINCT FROM event.metadata_digest
        WHEN event.metadata_digest IS NOT NULL THEN NOT (
            was_erased(whose.subject) OR named_somebody_erased(event.tenant_id, event.id)
        )
        ELSE false
    END AS is_wrong
) AS of_metadata
WHERE of_actor.is_wrong OR of_metadata.is_wrong
    OR event.part_of IS DISTINCT FROM event.metadata ->> 'part_of'
    OR event.done_in IS DISTINCT FROM nullif(event.metadata ->> 'tenant_id', event.tenant_id)
    OR event.done_from IS DISTINCT FROM
        nullif(event.metadata ->> 'actor_tenant_id', event.tenant_id);
