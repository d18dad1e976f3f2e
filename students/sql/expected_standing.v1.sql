-- How far each student is with each case study, as students_standing ought to have it: one row for
-- each pair with a session that was started or with a line in the ledger. (The model is
-- CaseStudyProgress.)
--
-- A session without a start_time has no seen_at either. Asked about the former, PostgreSQL would
-- skip through an index in which it comes last, case study by case study. Asked about some
-- students, the view looks at theirs alone. Of transcript statuses the worst counts; they are
-- listed from the worst (G16).

CREATE OR REPLACE VIEW expected_standing AS
SELECT student.tenant_id, student.id AS user_id, pair.case_study_id, student.sort_name,
    student.programme_set_id, pair.in_ledger, pair.counted_sessions, pair.latest_counted_at,
    pair.graded_sessions, pair.best_score, pair.best_session_id, pair.latest_graded_at,
    pair.transcript_status
FROM accounts_user AS student, LATERAL (
    SELECT case_study_id,
        bool_or(session_id IS NULL) AS in_ledger,
        count(*) FILTER (WHERE counted) AS counted_sessions,
        max(start_time) FILTER (WHERE counted) AS latest_counted_at,
        count(score) AS graded_sessions,
        max(score) AS best_score,
        (array_agg(session_id ORDER BY score DESC, start_time DESC, session_id DESC)
            FILTER (WHERE score IS NOT NULL))[1] AS best_session_id,
        max(start_time) FILTER (WHERE score IS NOT NULL) AS latest_graded_at,
        (
            ARRAY['failed', 'missing', 'processing', 'partial', 'available']
        )[
            min(array_position(
                ARRAY['failed', 'missing', 'processing', 'partial', 'available'],
                transcript_status::text
            )) FILTER (WHERE score IS NOT NULL)
        ] AS transcript_status
    FROM (
        SELECT session.case_study_id, session.id AS session_id, session.start_time,
            session.transcript_status, session.counted_as_attempt AS counted,
            CASE WHEN session.counted_as_attempt AND session.grading_status = 'complete'
                THEN grade.final_score END AS score
        FROM students_session AS session
        LEFT JOIN students_grade AS grade ON grade.session_id = session.id
        WHERE session.tenant_id = student.tenant_id AND session.user_id = student.id
            AND session.seen_at IS NOT NULL
        UNION ALL
        SELECT line.case_study_id, NULL, NULL, NULL, false, NULL
        FROM students_attempttransaction AS line
        WHERE line.tenant_id = student.tenant_id AND line.user_id = student.id
    ) AS fact
    GROUP BY case_study_id
) AS pair
WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED');
