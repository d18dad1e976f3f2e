-- By how much each number of students is too small (or, below zero, too big). Empty unless somebody
-- went round the triggers.
--
-- repair_panel adds these differences, and never sets a number: concurrent changes add up with
-- them.

CREATE OR REPLACE VIEW student_count_difference WITH (security_invoker = true) AS
SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n
FROM (
    SELECT tenant_id, programme, gram, status, dated, day, n FROM expected_student_count
    UNION ALL
    SELECT tenant_id, programme, gram, status, dated, day, -n FROM students_studentcount
) AS counted
GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0;
