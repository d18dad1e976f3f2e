-- What is kept apart is never changed: a column of it may only be emptied, by an erasure.
--
-- The roles that serve may not even do that (config/db/roles.py); this holds the owner back, too.
-- Rows go with what they belong to.

CREATE OR REPLACE FUNCTION refuse_all_but_erasure() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM FROM jsonb_each(to_jsonb(NEW)) AS after
    WHERE after.value <> 'null' AND after.value IS DISTINCT FROM to_jsonb(OLD) -> after.key;
    IF FOUND THEN
        RAISE EXCEPTION '% is never changed, only emptied by an erasure', TG_TABLE_NAME
            USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;
