-- The numbers of graded pairs follow every change of students_standing: by tenant, transcript
-- status and the day of the latest graded session.
--
-- A new version of a row counts 1 and the old one -1: what they have in common cancels out.

CREATE OR REPLACE FUNCTION count_standing_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, 1 AS n
                FROM new_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_standing_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, 1 AS n
                FROM new_rows WHERE graded_sessions > 0
                UNION ALL
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, -1 AS n
                FROM old_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_standing_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM (
            SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
            FROM (
                SELECT tenant_id, transcript_status,
                    (latest_graded_at AT TIME ZONE 'UTC')::date AS day, -1 AS n
                FROM old_rows WHERE graded_sessions > 0
            ) AS counted
            GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION count_standings_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM students_standingcount;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER count_after_insert AFTER INSERT ON students_standing
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION count_standing_inserted();

CREATE OR REPLACE TRIGGER count_after_update AFTER UPDATE ON students_standing
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION count_standing_updated();

CREATE OR REPLACE TRIGGER count_after_delete AFTER DELETE ON students_standing
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION count_standing_deleted();

CREATE OR REPLACE TRIGGER count_after_truncate AFTER TRUNCATE ON students_standing
FOR EACH STATEMENT EXECUTE FUNCTION count_standings_truncated();
