-- Search entries and numbers of students follow every change of the users.
--
-- Each statement is looked at once, at its end, with all the rows it touched. In the counts a new
-- version of a row counts 1 and the old one -1, so that what they have in common cancels out before
-- anything is looked up for it. The query is that of expected_student_count; a change of one is a
-- change of all four.

CREATE OR REPLACE FUNCTION panel_user_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(
        SELECT id FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
    ));
    PERFORM add_student_counts(ARRAY(
        SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
        FROM (
            WITH changed AS MATERIALIZED (
                SELECT tenant_id, programme_set_id, status,
                    (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, 1 AS n
                FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
            ),
            moved AS (
                SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
            ),
            renamed AS (
                SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
            ),
            counted AS (
                SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                UNION ALL
                SELECT moved.tenant_id, programme, '', status, dated, day, n
                FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                    unnest(known.programmes) AS programme
                UNION ALL
                SELECT tenant_id, '', gram, status, false, NULL, n
                FROM renamed, unnest(search_grams(search_text)) AS gram
            )
            SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
            GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION panel_user_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT id FROM (
            (
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text, first_name, last_name
                FROM old_rows
                EXCEPT
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text, first_name, last_name
                FROM new_rows
            )
            UNION ALL
            (
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text, first_name, last_name
                FROM new_rows
                EXCEPT
                SELECT legacy_role, id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
                    search_text, first_name, last_name
                FROM old_rows
            )
        ) AS changed GROUP BY id
    );
BEGIN
    IF touched <> '{}' THEN
        PERFORM refresh_search_entries(touched);
        PERFORM add_student_counts(ARRAY(
            SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
            FROM (
                WITH changed AS MATERIALIZED (
                    SELECT tenant_id, programme_set_id, status,
                        (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, 1 AS n
                    FROM new_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                    UNION ALL
                    SELECT tenant_id, programme_set_id, status,
                        (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, -1 AS n
                    FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
                ),
                moved AS (
                    SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                    FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                    GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
                ),
                renamed AS (
                    SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                    GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
                ),
                counted AS (
                    SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                    UNION ALL
                    SELECT moved.tenant_id, programme, '', status, dated, day, n
                    FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                        unnest(known.programmes) AS programme
                    UNION ALL
                    SELECT tenant_id, '', gram, status, false, NULL, n
                    FROM renamed, unnest(search_grams(search_text)) AS gram
                )
                SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
                GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
            ) AS change
        ));
    END IF;
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION panel_user_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(
        SELECT id FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
    ));
    PERFORM add_student_counts(ARRAY(
        SELECT ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
        FROM (
            WITH changed AS MATERIALIZED (
                SELECT tenant_id, programme_set_id, status,
                    (last_seen_at AT TIME ZONE 'UTC')::date AS day, search_text, -1 AS n
                FROM old_rows WHERE legacy_role = 'STUDENT' AND NOT (status = 'DELETED')
            ),
            moved AS (
                SELECT tenant_id, programme_set_id, status, dated, kind.day, sum(n) AS n
                FROM changed, LATERAL (VALUES (false, NULL), (true, changed.day)) AS kind (dated, day)
                GROUP BY tenant_id, programme_set_id, status, dated, kind.day HAVING sum(n) <> 0
            ),
            renamed AS (
                SELECT tenant_id, status, search_text, sum(n) AS n FROM changed
                GROUP BY tenant_id, status, search_text HAVING sum(n) <> 0
            ),
            counted AS (
                SELECT tenant_id, '' AS programme, '' AS gram, status, dated, day, n FROM moved
                UNION ALL
                SELECT moved.tenant_id, programme, '', status, dated, day, n
                FROM moved JOIN accounts_programmeset AS known ON known.id = programme_set_id,
                    unnest(known.programmes) AS programme
                UNION ALL
                SELECT tenant_id, '', gram, status, false, NULL, n
                FROM renamed, unnest(search_grams(search_text)) AS gram
            )
            SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n FROM counted
            GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0
        ) AS change
    ));
    RETURN NULL;
END
$$;

CREATE OR REPLACE FUNCTION panel_users_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM students_searchentry;
    DELETE FROM students_studentcount;
    RETURN NULL;
END
$$;

CREATE OR REPLACE TRIGGER panel_after_insert AFTER INSERT ON accounts_user
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_inserted();

CREATE OR REPLACE TRIGGER panel_after_update AFTER UPDATE ON accounts_user
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_updated();

CREATE OR REPLACE TRIGGER panel_after_delete AFTER DELETE ON accounts_user
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_deleted();

CREATE OR REPLACE TRIGGER panel_after_truncate AFTER TRUNCATE ON accounts_user
FOR EACH STATEMENT EXECUTE FUNCTION panel_users_truncated();
