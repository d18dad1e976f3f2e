-- students_standing follows the ledger of attempts: whether there is any line about a pair
-- (in_ledger).
--
-- Only the first line about a pair tells anything new. The ledger is append-only, so that inserts
-- are all.

CREATE OR REPLACE FUNCTION standing_ledger_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT DISTINCT user_id FROM new_rows AS line WHERE NOT EXISTS (
            SELECT FROM students_standing AS known
            WHERE known.user_id = line.user_id AND known.case_study_id = line.case_study_id
                AND known.in_ledger
        )
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER attempts_standing_after_insert AFTER INSERT ON students_attempttransaction
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION standing_ledger_inserted();
