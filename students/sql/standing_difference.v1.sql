-- The users with a row of students_standing that is missing, too many or not the expected one.
-- Empty unless somebody went round the triggers.

CREATE OR REPLACE VIEW standing_difference AS
SELECT user_id FROM (
    (
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM expected_standing
        EXCEPT
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM students_standing
    )
    UNION ALL
    (
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM students_standing
        EXCEPT
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM expected_standing
    )
) AS differing GROUP BY user_id;
