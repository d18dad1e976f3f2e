-- Writes last_seen_at of the given users: the latest seen_at of their sessions (contract §12.2).
--
-- The users' rows are locked first, in the order of their ids: statements that touch the same
-- students then take turns instead of deadlocking. Each one's maximum is taken from a snapshot that
-- is younger than its lock, and so sees what the other one committed.

CREATE OR REPLACE FUNCTION refresh_last_seen(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    UPDATE accounts_user AS student
    SET last_seen_at = latest.seen_at
    FROM (
        SELECT listed.id, (
            SELECT max(session.seen_at)
            FROM students_session AS session
            WHERE session.tenant_id = listed.tenant_id AND session.user_id = listed.id
        ) AS seen_at
        FROM accounts_user AS listed
        WHERE listed.id = ANY (user_ids)
    ) AS latest
    WHERE student.id = latest.id AND student.last_seen_at IS DISTINCT FROM latest.seen_at;
END
$$;
