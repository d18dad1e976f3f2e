-- Which of these tenants have audit events that no seal covers, and the moment of the oldest one.
--
-- One look at each trail's head and at what arrived after it, by two indexes: a thousand trails at once
-- instead of one after the other, with the directory's rights, since whoever reads the figures sees
-- one tenant at a time. It says nothing of an event but its moment.
CREATE OR REPLACE FUNCTION unsealed_trails(tenants text[])
RETURNS TABLE (tenant text, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp
AS $$
    SELECT trail, oldest.event_time
    FROM unnest(tenants) AS trail
    LEFT JOIN LATERAL (
        SELECT last_arrival, last_id FROM tenants_auditseal AS seal
        WHERE seal.tenant_id = trail ORDER BY number DESC LIMIT 1
    ) AS head ON true
    CROSS JOIN LATERAL (
        SELECT event_time FROM tenants_auditevent AS event
        WHERE event.tenant_id = trail
            AND (event.arrival, event.id)
                > (coalesce(head.last_arrival, -1), coalesce(head.last_id, ''))
        ORDER BY event.arrival, event.id LIMIT 1
    ) AS oldest
$$;
