-- Writes the search entries of the given users as expected_search_entry says.
--
-- The users' rows are locked first, in the order of their ids, as everywhere. Entries are written
-- in the order of names: of a bulk load, those who are called the same lie on the same page of the
-- table, and a search reads fewer pages.
--
-- It runs with the rights of the table's owner: nobody else can reach the entries. The entries are
-- not walled, but what is expected of them is. So an entry of another tenant is left as it is, else
-- it would be deleted as one of which nothing is expected.

CREATE OR REPLACE FUNCTION refresh_search_entries(user_ids text[]) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM students_searchentry AS entry
    WHERE user_id = ANY (user_ids)
        AND coalesce(current_setting('command_center.tenant', true), '*') IN ('*', entry.tenant_id)
        AND NOT EXISTS (
            SELECT FROM expected_search_entry AS expected WHERE expected.user_id = entry.user_id
        );
    INSERT INTO students_searchentry AS entry
        (user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text)
    SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
    FROM expected_search_entry WHERE user_id = ANY (user_ids)
    -- Who is called the same lies on the same page, of a bulk load: a search reads fewer pages.
    ORDER BY sort_name
    ON CONFLICT (user_id) DO UPDATE SET
        tenant_id = excluded.tenant_id,
        status = excluded.status,
        programme_set_id = excluded.programme_set_id,
        last_seen_at = excluded.last_seen_at,
        sort_name = excluded.sort_name,
        text = excluded.text;
END
$$;
