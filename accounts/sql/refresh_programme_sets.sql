-- Writes programme_set_id of the given users as expected_programme_set says, and makes the sets
-- that nobody had before.
--
-- The users' rows are locked first, in the order of their ids: statements about the same users then
-- take turns, and the later one sees the memberships that the earlier one committed.
--
-- Who writes a new set's label locks the programmes, so that nobody renames one meanwhile who does
-- not see the set yet.

CREATE OR REPLACE FUNCTION refresh_programme_sets(user_ids text[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    named text[];
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    named := ARRAY(
        SELECT DISTINCT unnest(programmes) FROM expected_programme_set AS expected
        WHERE user_id = ANY (user_ids)
            AND NOT EXISTS (SELECT FROM accounts_programmeset AS known WHERE known.id = expected.id)
    );
    IF named <> '{}' THEN
        PERFORM 1 FROM programmes_programme WHERE id = ANY (named) ORDER BY id FOR SHARE;
        INSERT INTO accounts_programmeset (id, tenant_id, programmes, label)
        SELECT DISTINCT id, tenant_id, programmes, programme_label(programmes)
        FROM expected_programme_set AS expected
        WHERE user_id = ANY (user_ids) AND programmes <> '{}'
            AND NOT EXISTS (SELECT FROM accounts_programmeset AS known WHERE known.id = expected.id)
        ORDER BY id
        ON CONFLICT (id) DO NOTHING;
    END IF;
    UPDATE accounts_user AS member
    SET programme_set_id = expected.id
    FROM expected_programme_set AS expected
    WHERE expected.user_id = member.id AND member.id = ANY (user_ids)
        AND member.programme_set_id IS DISTINCT FROM expected.id;
END
$$;
