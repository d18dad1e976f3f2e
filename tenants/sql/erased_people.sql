-- Who was erased, and the lock that an erasure shares with whoever writes about the person.
--
-- Writers take it shared, and do not wait for each other. The number is of this use alone.

CREATE OR REPLACE FUNCTION lock_person(person text, alone boolean)
RETURNS void LANGUAGE sql AS $$
    SELECT CASE
        WHEN alone THEN pg_advisory_xact_lock(hashtextextended(person, 18))
        ELSE pg_advisory_xact_lock_shared(hashtextextended(person, 18))
    END
$$;

CREATE OR REPLACE FUNCTION was_erased(person text)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM tenants_erasure WHERE user_id = person)
$$;

CREATE OR REPLACE FUNCTION named_somebody_erased(tenant text, event text)
RETURNS boolean LANGUAGE sql STABLE AS $$
    SELECT EXISTS (SELECT FROM tenants_erasure WHERE tenant_id = tenant AND event = ANY (events))
$$;
