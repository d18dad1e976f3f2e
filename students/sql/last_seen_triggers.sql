-- last_seen_at of a student follows every change of the sessions (contract §12.2).
--
-- Each statement is looked at once, at its end, with all the rows it touched: bulk loads and plain
-- SQL keep the column true as well. Triggers of one event fire in the order of their names, so that
-- these come after attempts_standing (standing_session_triggers.sql), which has locked the students
-- by then.
--
-- A new session can only move the latest one forwards: it is compared with what is stored, and no
-- student's other sessions are read. The lock makes that the value of whoever came before.

CREATE OR REPLACE FUNCTION session_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user
    WHERE id = ANY (ARRAY(SELECT user_id FROM new_rows WHERE seen_at IS NOT NULL))
    ORDER BY id FOR NO KEY UPDATE;
    UPDATE accounts_user AS student
    SET last_seen_at = latest.seen_at
    FROM (
        SELECT tenant_id, user_id, max(seen_at) AS seen_at
        FROM new_rows WHERE seen_at IS NOT NULL GROUP BY tenant_id, user_id
    ) AS latest
    WHERE student.id = latest.user_id AND student.tenant_id = latest.tenant_id
        AND (student.last_seen_at >= latest.seen_at) IS NOT TRUE;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION session_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT user_id FROM (
            (SELECT user_id, seen_at FROM old_rows EXCEPT ALL SELECT user_id, seen_at FROM new_rows)
            UNION ALL
            (SELECT user_id, seen_at FROM new_rows EXCEPT ALL SELECT user_id, seen_at FROM old_rows)
        ) AS changed GROUP BY user_id
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION session_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT DISTINCT user_id FROM old_rows WHERE seen_at IS NOT NULL
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION sessions_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_user SET last_seen_at = NULL WHERE last_seen_at IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER last_seen_after_insert AFTER INSERT ON students_session
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_inserted();

CREATE OR REPLACE TRIGGER last_seen_after_update AFTER UPDATE ON students_session
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_updated();

CREATE OR REPLACE TRIGGER last_seen_after_delete AFTER DELETE ON students_session
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_deleted();

CREATE OR REPLACE TRIGGER last_seen_after_truncate AFTER TRUNCATE ON students_session
FOR EACH STATEMENT EXECUTE FUNCTION sessions_truncated();
