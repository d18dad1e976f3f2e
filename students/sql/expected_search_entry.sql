-- The search entries that ought to be there: one for each student who is not deleted.
--
-- The text is that of the user, and a line with the last name first. refresh_search_entries writes
-- what this view says for some users, and search_entry_difference compares all of it with what is
-- stored.

CREATE OR REPLACE VIEW expected_search_entry WITH (security_invoker = true) AS
SELECT id AS user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
    concat(search_text, E'\n', fold_case(concat_ws(' ', last_name, first_name, middle_name)))
        AS text
FROM accounts_user WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED');
