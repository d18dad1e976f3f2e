-- The label of a set of programmes follows the programmes' names and codes.
--
-- A renamed programme renames its sets. A programme that can be deleted is in no set that anybody
-- has, since memberships hold it: its sets go with it.

CREATE OR REPLACE FUNCTION programme_renamed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    renamed text[] := ARRAY(
        SELECT new_rows.id FROM new_rows JOIN old_rows USING (id)
        WHERE (new_rows.name, new_rows.code) IS DISTINCT FROM (old_rows.name, old_rows.code)
    );
BEGIN
    IF renamed <> '{}' THEN
        PERFORM 1 FROM accounts_programmeset
        WHERE tenant_id IN (SELECT tenant_id FROM new_rows) AND programmes::text[] && renamed
        ORDER BY id FOR NO KEY UPDATE;
        UPDATE accounts_programmeset SET label = programme_label(programmes)
        WHERE tenant_id IN (SELECT tenant_id FROM new_rows) AND programmes::text[] && renamed;
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION programme_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM accounts_programmeset
    WHERE tenant_id IN (SELECT tenant_id FROM old_rows)
        AND programmes::text[] && ARRAY(SELECT id::text FROM old_rows);
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER labels_after_update AFTER UPDATE ON programmes_programme
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION programme_renamed();

CREATE OR REPLACE TRIGGER labels_after_delete AFTER DELETE ON programmes_programme
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION programme_deleted();
