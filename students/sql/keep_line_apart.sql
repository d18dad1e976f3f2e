-- What names a person in a line of the ledger is stored beside the line.
--
-- It happens here, so that every writer's lines are alike, those of the release before too. Nobody
-- is named any more once they are erased: whoever writes lines about a student holds their row, and
-- an erasure waits for lines that they add as staff.

CREATE OR REPLACE FUNCTION keep_line_apart() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    why text := nullif(NEW.reason, '');
    who text := nullif(NEW.actor_name, '');
BEGIN
    NEW.reason := '';
    NEW.actor_name := NULL;
    IF who IS NOT NULL THEN
        PERFORM lock_person(NEW.actor_user_id, false);
        IF was_erased(NEW.actor_user_id) THEN
            who := NULL;
        END IF;
    END IF;
    IF why IS NOT NULL OR who IS NOT NULL THEN
        INSERT INTO students_ledgerpersonal (line_id, tenant_id, reason, actor_name)
        VALUES (NEW.id, NEW.tenant_id, why, who);
    END IF;
    RETURN NEW;
END
$$;

CREATE OR REPLACE TRIGGER keep_apart BEFORE INSERT ON students_attempttransaction
FOR EACH ROW EXECUTE FUNCTION keep_line_apart();
