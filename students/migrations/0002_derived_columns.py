from django.db import migrations

from config.triggers import append_only

# A student's last_seen_at is the latest seen_at of his sessions (contract §12.2). Kept by the
# database after every statement, so that bulk loads and plain SQL keep it true as well.
#
# The students' rows are locked first, in the order of their ids: statements that touch the same
# students then take turns instead of deadlocking, and each one's maximum is taken from a
# snapshot that is younger than its lock and so sees what the other one committed.
REFRESH_LAST_SEEN = """
CREATE FUNCTION refresh_last_seen(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
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

CREATE FUNCTION session_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT DISTINCT user_id FROM new_rows WHERE seen_at IS NOT NULL
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION session_updated() RETURNS trigger LANGUAGE plpgsql AS $$
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

CREATE FUNCTION session_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_last_seen(ARRAY(
        SELECT DISTINCT user_id FROM old_rows WHERE seen_at IS NOT NULL
    ));
    RETURN NULL;
END
$$;

CREATE TRIGGER last_seen_after_insert AFTER INSERT ON students_session
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_inserted();

CREATE TRIGGER last_seen_after_update AFTER UPDATE ON students_session
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_updated();

CREATE TRIGGER last_seen_after_delete AFTER DELETE ON students_session
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION session_deleted();
"""

DROP_LAST_SEEN = """
DROP TRIGGER last_seen_after_insert ON students_session;
DROP TRIGGER last_seen_after_update ON students_session;
DROP TRIGGER last_seen_after_delete ON students_session;
DROP FUNCTION session_inserted();
DROP FUNCTION session_updated();
DROP FUNCTION session_deleted();
DROP FUNCTION refresh_last_seen(text[]);
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0002_derived_columns"),
        ("students", "0001_initial"),
        ("tenants", "0003_audit_append_only"),
    ]

    operations = [
        migrations.RunSQL(REFRESH_LAST_SEEN, DROP_LAST_SEEN),
        append_only("students_attempttransaction"),
    ]
