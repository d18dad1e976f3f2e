-- Removes the events of one seal that are let go, with what is kept apart from them, and returns
-- how many there were.
--
-- It runs with the rights of the table's owner, since nobody else may delete events. It takes no
-- more than a link of the chain allows, and asks for nothing that its caller could choose but
-- which seal's turn it is.
--
-- What is kept apart is removed by its keys: of a range of another row's bounds the planner takes it
-- that it has a ninth of all events, and would read all that is kept apart for each seal.

CREATE OR REPLACE FUNCTION remove_dropped_events(tenant text, seal_number integer) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    removed text[];
BEGIN
    WITH gone AS (
        DELETE FROM tenants_auditevent AS event USING tenants_auditseal AS seal
        WHERE seal.tenant_id = tenant AND seal.number = seal_number
            AND seal.number <= (
                SELECT max(dropped_to) FROM tenants_auditseal WHERE tenant_id = tenant
            )
            AND event.tenant_id = tenant
            AND (event.arrival, event.id) > (seal.after_arrival, seal.after_id)
            AND (event.arrival, event.id) <= (seal.last_arrival, seal.last_id)
        RETURNING event.id
    )
    SELECT array_agg(id) INTO removed FROM gone;
    DELETE FROM tenants_auditpersonal WHERE event_id = ANY (removed);
    RETURN coalesce(cardinality(removed), 0);
END
$$;
