-- Adds changes to the numbers of students in students_studentcount.
--
-- A row is counted by the sum of its n over all tickets. Who holds the tenant's lock is alone in
-- changing the rows with ticket 0, and takes in what others have appended meanwhile. Who does not
-- get the lock appends rows with a ticket of their own: nobody waits. A transaction whose snapshot
-- is older than the lock (any but READ COMMITTED) appends too.

CREATE SEQUENCE IF NOT EXISTS student_count_tickets;

CREATE OR REPLACE FUNCTION add_student_counts(changes students_studentcount[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    tenant text;
    alone boolean;
    own_ticket bigint;
BEGIN
    FOR tenant IN SELECT DISTINCT tenant_id FROM unnest(changes) ORDER BY tenant_id LOOP
        alone := current_setting('transaction_isolation') = 'read committed'
            AND pg_try_advisory_xact_lock(hashtextextended('student counts of ' || tenant, 0));
        own_ticket := CASE WHEN alone THEN 0 ELSE nextval('student_count_tickets') END;
        WITH earlier AS (
            DELETE FROM students_studentcount WHERE alone AND tenant_id = tenant AND ticket <> 0
            RETURNING programme, gram, status, dated, day, n
        )
        INSERT INTO students_studentcount AS counted
            (tenant_id, programme, gram, status, dated, day, ticket, n)
        SELECT tenant, programme, gram, status, dated, day, own_ticket, sum(n)
        FROM (
            SELECT programme, gram, status, dated, day, n FROM unnest(changes)
            WHERE tenant_id = tenant
            UNION ALL
            SELECT * FROM earlier
        ) AS added
        GROUP BY programme, gram, status, dated, day HAVING sum(n) <> 0
        ON CONFLICT (tenant_id, programme, gram, status, dated, day, ticket)
        DO UPDATE SET n = counted.n + excluded.n;
    END LOOP;
END
$$;
