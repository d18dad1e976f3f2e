-- What seals are made of: SHA-256 of an event, and of a seal, in a canonical form.
--
-- The form is the text of a JSON array with each column in a fixed order, as PostgreSQL writes
-- jsonb: NULL is null and differs from '', points in time are UTC with microseconds, bytes are
-- hexadecimal, the metadata stand in it as they are. Version 1 stays what it is: a column that
-- comes later makes a version 2 beside it, since the seals of before are verified with theirs.

CREATE OR REPLACE FUNCTION seal_instant(moment timestamptz) RETURNS text LANGUAGE sql STABLE AS $$
    SELECT to_char(moment AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')
$$;

CREATE OR REPLACE FUNCTION audit_event_digest(version smallint, event tenants_auditevent)
RETURNS bytea LANGUAGE sql STABLE AS $$
    SELECT CASE version WHEN 1 THEN sha256(convert_to(jsonb_build_array(
        'audit event', 1, event.id, event.tenant_id, event.arrival, event.actor_user_id,
        event.actor_email, event.actor_name, event.target_type, event.target_id,
        event.event_type, seal_instant(event.event_time), event.metadata, event.request_id,
        event.address::text, event.user_agent, encode(event.actor_digest, 'hex'),
        encode(event.metadata_digest, 'hex')
    )::text, 'UTF8')) END
$$;

-- The id and digest of each event of a range, in the order of arrival.
CREATE OR REPLACE FUNCTION audit_seal_content(seal tenants_auditseal) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT coalesce(string_agg(
        convert_to(rpad(event.id, 24), 'UTF8') || audit_event_digest(seal.version, event), ''
        ORDER BY event.arrival, event.id
    ), '')
    FROM tenants_auditevent AS event
    WHERE event.tenant_id = seal.tenant_id
        AND (event.arrival, event.id) > (seal.after_arrival, seal.after_id)
        AND (event.arrival, event.id) <= (seal.last_arrival, seal.last_id)
$$;

CREATE OR REPLACE FUNCTION audit_seal_hash(seal tenants_auditseal) RETURNS bytea
LANGUAGE sql STABLE AS $$
    SELECT CASE seal.version WHEN 1 THEN sha256(convert_to(jsonb_build_array(
        'audit seal', 1, seal.id, seal.tenant_id, seal.number, seal_instant(seal.sealed_at),
        seal.after_arrival, seal.after_id, seal.last_arrival, seal.last_id, seal.events,
        seal_instant(seal.newest_at), seal.dropped_to, seal.audit_days,
        encode(seal.former, 'hex'), encode(sha256(seal.content), 'hex')
    )::text, 'UTF8')) END
$$;
