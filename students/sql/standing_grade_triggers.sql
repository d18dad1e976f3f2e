-- students_standing follows every change of the grades: best score, best session, numbers of graded
-- ones.

CREATE OR REPLACE FUNCTION standing_grade_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM students_session WHERE id IN (SELECT session_id FROM new_rows);
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION standing_grade_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM students_session WHERE id IN (
        SELECT session_id FROM (
            (
                SELECT session_id, final_score FROM old_rows
                EXCEPT
                SELECT session_id, final_score FROM new_rows
            )
            UNION ALL
            (
                SELECT session_id, final_score FROM new_rows
                EXCEPT
                SELECT session_id, final_score FROM old_rows
            )
        ) AS changed
    );
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION standing_grade_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standing_pairs(array_agg(user_id), array_agg(case_study_id))
    FROM students_session WHERE id IN (SELECT session_id FROM old_rows);
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER attempts_standing_after_insert AFTER INSERT ON students_grade
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_grade_inserted();

CREATE OR REPLACE TRIGGER attempts_standing_after_update AFTER UPDATE ON students_grade
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_grade_updated();

CREATE OR REPLACE TRIGGER attempts_standing_after_delete AFTER DELETE ON students_grade
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_grade_deleted();
