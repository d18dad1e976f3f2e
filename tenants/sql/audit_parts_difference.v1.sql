-- Audit events that do not match what is kept apart from them: a part was changed, removed without
-- an erasure on record, or slipped in.
--
-- ``verify_audit`` asks for a range of events; the conditions reach the tables' indexes.

CREATE OR REPLACE VIEW audit_parts_difference WITH (security_invoker = true) AS
SELECT event.tenant_id, event.id, event.event_time, event.arrival,
    CASE WHEN of_actor.is_wrong THEN 'actor' ELSE 'metadata' END AS part
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
WHERE of_actor.is_wrong OR of_metadata.is_wrong;
