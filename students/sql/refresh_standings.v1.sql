-- Writes the rows of students_standing of the given users as expected_standing says.
--
-- The students' rows are locked first, in the order of their ids, as refresh_last_seen does:
-- statements about the same students take turns, and the later one sees what the earlier one
-- committed. Only rows that differ are written.

CREATE OR REPLACE FUNCTION refresh_standings(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    WITH expected AS MATERIALIZED (
        SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
            counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
            latest_graded_at, transcript_status
        FROM expected_standing WHERE user_id = ANY (user_ids)
    ),
    gone AS (
        DELETE FROM students_standing AS standing
        WHERE user_id = ANY (user_ids) AND NOT EXISTS (
            SELECT FROM expected
            WHERE expected.user_id = standing.user_id
                AND expected.case_study_id = standing.case_study_id
        )
    )
    INSERT INTO students_standing (
        tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    )
    SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    FROM expected
    EXCEPT
    SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
        counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
        latest_graded_at, transcript_status
    FROM students_standing WHERE user_id = ANY (user_ids)
    ON CONFLICT (user_id, case_study_id) DO UPDATE SET
        tenant_id = excluded.tenant_id,
        sort_name = excluded.sort_name,
        programme_set_id = excluded.programme_set_id,
        in_ledger = excluded.in_ledger,
        counted_sessions = excluded.counted_sessions,
        latest_counted_at = excluded.latest_counted_at,
        graded_sessions = excluded.graded_sessions,
        best_score = excluded.best_score,
        best_session_id = excluded.best_session_id,
        latest_graded_at = excluded.latest_graded_at,
        transcript_status = excluded.transcript_status;
END
$$;
