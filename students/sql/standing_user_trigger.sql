-- students_standing follows the users: name, set of programmes, and whether somebody is a student
-- at all.
--
-- A user who is new has neither sessions nor lines, and one who has some cannot be deleted: updates
-- are all that matters.

CREATE OR REPLACE FUNCTION standing_user_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT id FROM (
            (
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM old_rows
                EXCEPT
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM new_rows
            )
            UNION ALL
            (
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM new_rows
                EXCEPT
                SELECT id, tenant_id, sort_name, programme_set_id,
                    legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                FROM old_rows
            )
        ) AS changed GROUP BY id
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER attempts_standing_after_update AFTER UPDATE ON accounts_user
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_user_updated();
