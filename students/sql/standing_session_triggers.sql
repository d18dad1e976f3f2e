-- students_standing follows every change of the sessions: the pairs of a student and a case study
-- whose sessions they are, and no other ones.
--
-- A session's statement may also move last_seen_at, whose triggers (last_seen_triggers.sql) come
-- after these, since triggers of one event fire in the order of their names, and lock the students
-- that they move. All of them are therefore locked here already, at once and in order.

CREATE OR REPLACE FUNCTION standing_session_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM new_rows WHERE start_time IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION standing_session_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    user_ids text[];
    case_study_ids text[];
BEGIN
    SELECT array_agg(user_id), array_agg(case_study_id) INTO user_ids, case_study_ids
    FROM (
        (
            SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                transcript_status
            FROM old_rows
            EXCEPT
            SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                transcript_status
            FROM new_rows
        )
        UNION ALL
        (
            SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                transcript_status
            FROM new_rows
            EXCEPT
            SELECT id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                transcript_status
            FROM old_rows
        )
    ) AS changed;
    IF user_ids IS NOT NULL THEN
        PERFORM 1 FROM accounts_user WHERE id IN (
            SELECT unnest(user_ids)
            UNION
            SELECT user_id FROM (
                (
                    SELECT id, user_id, seen_at FROM old_rows
                    EXCEPT
                    SELECT id, user_id, seen_at FROM new_rows
                )
                UNION ALL
                (
                    SELECT id, user_id, seen_at FROM new_rows
                    EXCEPT
                    SELECT id, user_id, seen_at FROM old_rows
                )
            ) AS seen
        ) ORDER BY id FOR NO KEY UPDATE;
        PERFORM refresh_standing_pairs(user_ids, case_study_ids);
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION standing_session_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM old_rows WHERE start_time IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER attempts_standing_after_insert AFTER INSERT ON students_session
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_session_inserted();

CREATE OR REPLACE TRIGGER attempts_standing_after_update AFTER UPDATE ON students_session
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_session_updated();

CREATE OR REPLACE TRIGGER attempts_standing_after_delete AFTER DELETE ON students_session
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_session_deleted();
