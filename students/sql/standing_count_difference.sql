-- By how much each number of graded pairs is too small (or, below zero, too big). Empty unless
-- somebody went round the triggers.
--
-- repair_standings adds these differences, and never sets a number: concurrent changes add up with
-- them.

CREATE OR REPLACE VIEW standing_count_difference WITH (security_invoker = true) AS
SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
FROM (
    SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
    FROM (
        SELECT tenant_id, transcript_status,
            (latest_graded_at AT TIME ZONE 'UTC')::date AS day, 1 AS n
        FROM students_standing WHERE graded_sessions > 0
    ) AS counted
    GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
    UNION ALL
    SELECT tenant_id, transcript_status, day, -n FROM students_standingcount
) AS counted
GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0;
