-- What of an audit event names a person, and is therefore kept apart from it (contract §18).
--
-- Of the actor: address, name, and where from. Of the metadata: everything but ids, where the event
-- is about a person, or tells what somebody searched for before they took a list away. That an
-- erasure or an export happened says nothing of who, and stays.
-- The trigger that writes events and the views that check them ask here.

CREATE OR REPLACE FUNCTION event_subject(metadata jsonb, target_type text, actor_user_id text)
RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS $$
    -- What somebody was refused is about themselves.
    SELECT CASE WHEN target_type = 'access' THEN actor_user_id ELSE metadata ->> 'user_id' END
$$;

CREATE OR REPLACE FUNCTION actor_part(email text, name text, address inet, user_agent text)
RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT nullif(
        jsonb_strip_nulls(jsonb_build_object(
            'email', email, 'name', name, 'address', host(address), 'user_agent', user_agent
        )),
        '{}'
    )
$$;

CREATE OR REPLACE FUNCTION metadata_part(metadata jsonb, target_type text, event_type text)
RETURNS jsonb LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT CASE
        WHEN event_type LIKE 'personal\_data.%' THEN NULL
        WHEN target_type = 'access' OR metadata ? 'user_id' OR event_type LIKE '%.exported' THEN
            nullif(
            metadata
            - '{tenant_id,user_id,case_study_id,access_id,attempt_id,transcript_id,part_of,actor_tenant_id}'::text[],
            '{}'
        )
    END
$$;

CREATE OR REPLACE FUNCTION personal_digest(salt uuid, part jsonb)
RETURNS bytea LANGUAGE sql STABLE PARALLEL SAFE AS $$
    SELECT sha256(uuid_send(salt) || convert_to(part::text, 'UTF8'))
$$;
