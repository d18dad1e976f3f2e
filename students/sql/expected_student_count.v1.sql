-- The numbers of students that ought to be stored in students_studentcount.
--
-- Students who are not deleted are counted by status and by the day they were last seen on, for all
-- of a tenant, for each programme, and by the letters and pairs of letters in their names
-- (search_grams). An empty programme or gram means all. dated tells rows with a day (which may be
-- NULL: never seen) from those for all days together.
--
-- The functions in panel_triggers.sql count by the same query, over the rows of one statement.

CREATE OR REPLACE VIEW expected_student_count AS
WITH changed AS MATERIALIZED (
    SELECT tenant_id, programme_set_id, status,
        (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, 1 AS n
    FROM accounts_user WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
),
moved AS (
    SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
    FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
    GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
),
renamed AS (
    SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
    GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
),
counted AS (
    SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
    UNION ALL
    SELECT moved.tenant_id, programme, '', status, dated, day, n
    FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
        unnest(known.programmes) AS programme
    UNION ALL
    SELECT tenant_id, '', gram, status, false, NULL, n
    FROM renamed, unnest(search_grams(search_text)) AS gram
)
SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0;
