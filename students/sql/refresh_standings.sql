-- Writes the rows of students_standing of the given users as expected_standing says: those of all
-- pairs that they have, or ought to have.
--
-- The students' rows are locked first, in the order of their ids, as refresh_last_seen does:
-- statements about the same students take turns, and the later one sees what the earlier one
-- committed.

CREATE OR REPLACE FUNCTION refresh_standings(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM (
        SELECT user_id, case_study_id FROM expected_standing WHERE user_id = ANY (user_ids)
        UNION
        SELECT user_id, case_study_id FROM students_standing WHERE user_id = ANY (user_ids)
    ) AS pair;
END
$$;
