-- Writes the rows of students_standing of the given pairs of a user and a case study, whose ids
-- stand at the same place of each array, as expected_standing says.
--
-- The students' rows are locked first, in the order of their ids, as refresh_standings does. A
-- student's other case studies are neither read nor written: OFFSET 0 has the view look at a single
-- pair each time. Only rows that differ are written. Without any pair the arrays are null, and
-- nothing is done.

CREATE OR REPLACE FUNCTION refresh_standing_pairs(user_ids text[], case_study_ids text[])
RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    IF user_ids IS NULL THEN
        RETURN;
    END IF;
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    WITH pair AS MATERIALIZED (
        SELECT DISTINCT user_id, case_study_id
        FROM unnest(user_ids, case_study_ids) AS given (user_id, case_study_id)
    ),
    expected AS MATERIALIZED (
        SELECT now.*
        FROM pair, LATERAL (
            SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
                counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
                latest_graded_at, transcript_status
            FROM expected_standing AS one
            WHERE one.user_id = pair.user_id AND one.case_study_id = pair.case_study_id
            OFFSET 0
        ) AS now
    ),
    gone AS (
        DELETE FROM students_standing AS standing
        USING pair
        WHERE standing.user_id = pair.user_id AND standing.case_study_id = pair.case_study_id
            AND NOT EXISTS (
                SELECT FROM expected
                WHERE expected.user_id = pair.user_id
                    AND expected.case_study_id = pair.case_study_id
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
    FROM pair JOIN students_standing USING (user_id, case_study_id)
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
