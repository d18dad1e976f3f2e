-- Empties what names an erased person in the ledger; its lines stay as they are.
--
-- The reasons are those of the person's own lines, and of lines of others (``others``) that name
-- them; the names those of lines that they added as
-- staff. Without an erasure on record nothing is emptied. It runs with the rights of the table's
-- owner, since nobody else may change what is kept apart.

CREATE OR REPLACE FUNCTION erase_from_ledger(person text, others text[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    tenants text[] := ARRAY(SELECT id FROM tenants_tenant);
    about bigint;
    by_them bigint;
BEGIN
    IF NOT was_erased(person) THEN
        RAISE EXCEPTION 'the erasure of % is not on record', person
            USING ERRCODE = 'restrict_violation';
    END IF;
    UPDATE students_ledgerpersonal SET reason = NULL
    WHERE reason IS NOT NULL AND line_id IN (
        SELECT id FROM students_attempttransaction
        WHERE tenant_id = ANY (tenants) AND user_id = person
        UNION ALL SELECT unnest(others)
    );
    GET DIAGNOSTICS about = ROW_COUNT;
    UPDATE students_ledgerpersonal SET actor_name = NULL
    WHERE actor_name IS NOT NULL AND line_id IN (
        SELECT id FROM students_attempttransaction
        WHERE tenant_id = ANY (tenants) AND actor_user_id = person
    );
    GET DIAGNOSTICS by_them = ROW_COUNT;
    RETURN about + by_them;
END
$$;
