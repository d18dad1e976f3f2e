-- The users whose search entry is missing, too many or not the expected one. Empty unless somebody
-- went round the triggers.

CREATE OR REPLACE VIEW search_entry_difference WITH (security_invoker = true) AS
SELECT user_id FROM (
    (
        SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
        FROM expected_search_entry
        EXCEPT
        SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
        FROM students_searchentry
    )
    UNION ALL
    (
        SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
        FROM students_searchentry
        EXCEPT
        SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
        FROM expected_search_entry
    )
) AS differing GROUP BY user_id;
