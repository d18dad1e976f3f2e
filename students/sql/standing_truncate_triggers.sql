-- students_standing follows a TRUNCATE of any table that it is worked out from: all rows are looked
-- at.

CREATE OR REPLACE FUNCTION standings_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT DISTINCT user_id FROM students_standing));
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER attempts_standing_after_truncate
AFTER TRUNCATE ON students_session
FOR EACH STATEMENT EXECUTE FUNCTION standings_truncated();

CREATE OR REPLACE TRIGGER attempts_standing_after_truncate
AFTER TRUNCATE ON students_grade
FOR EACH STATEMENT EXECUTE FUNCTION standings_truncated();

CREATE OR REPLACE TRIGGER attempts_standing_after_truncate
AFTER TRUNCATE ON students_attempttransaction
FOR EACH STATEMENT EXECUTE FUNCTION standings_truncated();

CREATE OR REPLACE TRIGGER attempts_standing_after_truncate
AFTER TRUNCATE ON accounts_user
FOR EACH STATEMENT EXECUTE FUNCTION standings_truncated();
