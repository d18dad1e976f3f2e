import django.contrib.postgres.indexes
import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

IS_STUDENT = "legacy_role = 'STUDENT' AND NOT (status = 'DELETED')"
DAY = "(last_seen_at AT TIME ZONE 'UTC')::date"

STATUSES = [("ACTIVE", "Active"), ("INACTIVE", "Inactive"), ("DELETED", "Deleted")]

# Searches ----------------------------------------------------------------------------------------

_ENTRY = "id, tenant_id, status, programme_set_id, last_seen_at, sort_name, search_text"

SEARCH_ENTRIES = f"""
-- last_seen_at changes often and is in no index: with room in the page, the indexes stay untouched.
ALTER TABLE students_searchentry SET (fillfactor = 85);

CREATE VIEW expected_search_entry AS
SELECT id AS user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name,
    search_text AS text
FROM accounts_user WHERE {IS_STUDENT};

CREATE FUNCTION refresh_search_entries(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    DELETE FROM students_searchentry AS entry
    WHERE user_id = ANY (user_ids) AND NOT EXISTS (
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
"""

DROP_SEARCH_ENTRIES = """
DROP FUNCTION refresh_search_entries(text[]);
DROP VIEW expected_search_entry;
"""

# Counts ------------------------------------------------------------------------------------------

# Every letter and every two in a row of a text, each once; what a line break parts is none. Pairs
# come from cutting the text up behind every second letter, once from its first and once from its
# second; a tsvector sorts them and drops the repeated ones faster than any query.
GRAMS = """
CREATE FUNCTION search_grams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN tsvector_to_array(array_to_tsvector(array_remove(array_remove(
    string_to_array(value, NULL)
        || string_to_array(regexp_replace(value, '(..)', E'\\\\1\\n', 'g'), E'\\n')
        || string_to_array(regexp_replace(substr(value, 2), '(..)', E'\\\\1\\n', 'g'), E'\\n'),
    ''), E'\\n')));
"""

# What changed rows change in the counts. A new version of a row counts 1 and the old one -1, so
# that what they have in common cancels out before anything is looked up for it.
_CHANGES = """
WITH changed AS MATERIALIZED ({changed}),
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
"""


def _versions(rows: str, n: int) -> str:
    columns = f"tenant_id, programme_set_id, status, {DAY} AS day, search_text, {n} AS n"
    return f"SELECT {columns} FROM {rows} WHERE {IS_STUDENT}"


def _changes(*versions: str) -> str:
    return _CHANGES.format(changed=" UNION ALL ".join(versions))


_AS_ROWS = "ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount"

# Whoever holds the tenant's lock is alone in changing the rows with ticket 0, and takes in what
# others have appended meanwhile. A transaction whose snapshot is older than the lock appends too.
COUNTS = f"""
-- Rows with ticket 0 are changed over and over, and in no column that an index has.
ALTER TABLE students_studentcount SET (fillfactor = 50);

CREATE SEQUENCE student_count_tickets;

CREATE VIEW expected_student_count AS {_changes(_versions("accounts_user", 1))};

CREATE FUNCTION add_student_counts(changes students_studentcount[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    tenant text;
    alone boolean;
    own_ticket bigint;
BEGIN
    FOR tenant IN SELECT DISTINCT tenant_id FROM unnest(changes) ORDER BY tenant_id LOOP
        alone := current_setting('transaction_isolation') = 'read committed'
            AND pg_try_advisory_xact_lock(hashtextextended('student counts of ' || tenant, 0));
        own_ticket := CASE WHEN alone THEN 0 ELSE nextval('student_count_tickets') END;
        WITH earlier AS (
            DELETE FROM students_studentcount WHERE alone AND tenant_id = tenant AND ticket <> 0
            RETURNING programme, gram, status, dated, day, n
        )
        INSERT INTO students_studentcount AS counted
            (tenant_id, programme, gram, status, dated, day, ticket, n)
        SELECT tenant, programme, gram, status, dated, day, own_ticket, sum(n)
        FROM (
            SELECT programme, gram, status, dated, day, n FROM unnest(changes) WHERE tenant_id = tenant
            UNION ALL
            SELECT * FROM earlier
        ) AS added
        GROUP BY programme, gram, status, dated, day HAVING sum(n) <> 0
        ON CONFLICT (tenant_id, programme, gram, status, dated, day, ticket)
        DO UPDATE SET n = counted.n + excluded.n;
    END LOOP;
END
$$;
"""

DROP_COUNTS = """
DROP FUNCTION add_student_counts(students_studentcount[]);
DROP VIEW expected_student_count;
DROP SEQUENCE student_count_tickets;
"""

# Triggers ----------------------------------------------------------------------------------------

_SEEN = "legacy_role, " + _ENTRY

TRIGGERS = f"""
CREATE FUNCTION panel_user_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(SELECT id FROM new_rows WHERE {IS_STUDENT}));
    PERFORM add_student_counts(ARRAY(
        SELECT {_AS_ROWS} FROM ({_changes(_versions("new_rows", 1))}) AS change
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION panel_user_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT id FROM (
            (SELECT {_SEEN} FROM old_rows EXCEPT SELECT {_SEEN} FROM new_rows)
            UNION ALL
            (SELECT {_SEEN} FROM new_rows EXCEPT SELECT {_SEEN} FROM old_rows)
        ) AS changed GROUP BY id
    );
BEGIN
    IF touched <> '{{}}' THEN
        PERFORM refresh_search_entries(touched);
        PERFORM add_student_counts(ARRAY(
            SELECT {_AS_ROWS}
            FROM ({_changes(_versions("new_rows", 1), _versions("old_rows", -1))}) AS change
        ));
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION panel_user_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_search_entries(ARRAY(SELECT id FROM old_rows WHERE {IS_STUDENT}));
    PERFORM add_student_counts(ARRAY(
        SELECT {_AS_ROWS} FROM ({_changes(_versions("old_rows", -1))}) AS change
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION panel_users_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM students_searchentry;
    DELETE FROM students_studentcount;
    RETURN NULL;
END
$$;

CREATE TRIGGER panel_after_insert AFTER INSERT ON accounts_user
REFERENCING NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_inserted();

CREATE TRIGGER panel_after_update AFTER UPDATE ON accounts_user
REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_updated();

CREATE TRIGGER panel_after_delete AFTER DELETE ON accounts_user
REFERENCING OLD TABLE AS old_rows
FOR EACH STATEMENT EXECUTE FUNCTION panel_user_deleted();

CREATE TRIGGER panel_after_truncate AFTER TRUNCATE ON accounts_user
FOR EACH STATEMENT EXECUTE FUNCTION panel_users_truncated();

CREATE FUNCTION sessions_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE accounts_user SET last_seen_at = NULL WHERE last_seen_at IS NOT NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER last_seen_after_truncate AFTER TRUNCATE ON students_session
FOR EACH STATEMENT EXECUTE FUNCTION sessions_truncated();
"""

DROP_TRIGGERS = """
DROP TRIGGER last_seen_after_truncate ON students_session;
DROP FUNCTION sessions_truncated();
DROP TRIGGER panel_after_insert ON accounts_user;
DROP TRIGGER panel_after_update ON accounts_user;
DROP TRIGGER panel_after_delete ON accounts_user;
DROP TRIGGER panel_after_truncate ON accounts_user;
DROP FUNCTION panel_user_inserted();
DROP FUNCTION panel_user_updated();
DROP FUNCTION panel_user_deleted();
DROP FUNCTION panel_users_truncated();
"""

# Repair ------------------------------------------------------------------------------------------

# What is missing is added to the counts, never set: concurrent changes add up with it, and nobody
# has to be locked out. The other columns are worked out again for the users that are wrong.
DIFFERENCES = """
CREATE VIEW expected_last_seen AS
SELECT member.id AS user_id, member.tenant_id, latest.seen_at AS last_seen_at
FROM accounts_user AS member LEFT JOIN (
    SELECT user_id, max(seen_at) AS seen_at FROM students_session GROUP BY user_id
) AS latest ON latest.user_id = member.id;

CREATE VIEW student_count_difference AS
SELECT tenant_id, programme, gram, status, dated, day, sum(n)::bigint AS n
FROM (
    SELECT tenant_id, programme, gram, status, dated, day, n FROM expected_student_count
    UNION ALL
    SELECT tenant_id, programme, gram, status, dated, day, -n FROM students_studentcount
) AS counted
GROUP BY tenant_id, programme, gram, status, dated, day HAVING sum(n) <> 0;

CREATE VIEW search_entry_difference AS
SELECT user_id FROM (
    (TABLE expected_search_entry EXCEPT SELECT user_id, tenant_id, status, programme_set_id,
        last_seen_at, sort_name, text FROM students_searchentry)
    UNION ALL
    (SELECT user_id, tenant_id, status, programme_set_id, last_seen_at, sort_name, text
        FROM students_searchentry EXCEPT TABLE expected_search_entry)
) AS differing GROUP BY user_id;

CREATE VIEW programme_set_difference AS
SELECT expected.user_id FROM expected_programme_set AS expected
JOIN accounts_user AS member ON member.id = expected.user_id
WHERE member.programme_set_id IS DISTINCT FROM expected.id
    OR expected.id IS NOT NULL AND NOT EXISTS (
        SELECT FROM accounts_programmeset AS known
        WHERE (known.id, known.tenant_id) = (expected.id, expected.tenant_id)
            AND known.programmes::text[] = expected.programmes
    );

CREATE VIEW programme_label_difference AS
SELECT id AS programme_set_id FROM accounts_programmeset
WHERE label IS DISTINCT FROM programme_label(programmes)
    OR id IS DISTINCT FROM programme_set_id(programmes);

CREATE VIEW last_seen_difference AS
SELECT expected.user_id FROM expected_last_seen AS expected
JOIN accounts_user AS member ON member.id = expected.user_id
WHERE member.last_seen_at IS DISTINCT FROM expected.last_seen_at;
"""

DROP_DIFFERENCES = """
DROP VIEW last_seen_difference;
DROP VIEW programme_label_difference;
DROP VIEW programme_set_difference;
DROP VIEW search_entry_difference;
DROP VIEW student_count_difference;
DROP VIEW expected_last_seen;
"""

# In the order in which the ones follow from the others.
REPAIR = f"""
CREATE FUNCTION repair_panel() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    -- Two at once would both add what is missing.
    PERFORM pg_advisory_xact_lock(hashtextextended('repair of the panel', 0));
    PERFORM set_config('command_center.repair', 'on', true);
    DELETE FROM accounts_programmeset AS known
    WHERE id IS DISTINCT FROM programme_set_id(programmes) OR EXISTS (
        SELECT FROM programmes_programme AS programme
        WHERE programme.id = ANY (known.programmes) AND programme.tenant_id <> known.tenant_id
    );
    PERFORM refresh_last_seen(ARRAY(SELECT user_id FROM last_seen_difference));
    PERFORM refresh_programme_sets(ARRAY(SELECT user_id FROM programme_set_difference));
    UPDATE accounts_programmeset SET label = programme_label(programmes)
    WHERE id IN (SELECT programme_set_id FROM programme_label_difference);
    PERFORM refresh_search_entries(ARRAY(SELECT user_id FROM search_entry_difference));
    PERFORM add_student_counts(ARRAY(SELECT {_AS_ROWS} FROM student_count_difference));
    PERFORM set_config('command_center.repair', 'off', true);
END
$$;

SELECT repair_panel();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("accounts", "0005_programme_sets"),
        ("students", "0003_transcript_status"),
        ("tenants", "0005_audit_lists"),
    ]

    operations = [
        migrations.CreateModel(
            name="SearchEntry",
            fields=[
                (
                    "user",
                    models.OneToOneField(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        primary_key=True,
                        related_name="search_entry",
                        serialize=False,
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
                ("status", models.CharField(choices=STATUSES, max_length=10)),
                ("last_seen_at", models.DateTimeField(null=True)),
                ("sort_name", models.TextField(db_collation="C")),
                ("text", models.TextField()),
                (
                    "programme_set",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="accounts.programmeset",
                    ),
                ),
                (
                    "tenant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="StudentCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                ("programme", models.CharField(db_collation="C", default="", max_length=24)),
                ("gram", models.CharField(db_collation="C", default="", max_length=2)),
                ("status", models.CharField(choices=STATUSES, max_length=10)),
                ("dated", models.BooleanField()),
                ("day", models.DateField(null=True)),
                ("ticket", models.BigIntegerField(default=0)),
                ("n", models.BigIntegerField()),
                (
                    "tenant",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="tenants.tenant",
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="studentcount",
            constraint=models.UniqueConstraint(
                fields=("tenant", "programme", "gram", "status", "dated", "day", "ticket"),
                name="unique_student_count",
                nulls_distinct=False,
            ),
        ),
        migrations.AddIndex(
            model_name="studentcount",
            index=models.Index(
                condition=models.Q(("ticket", 0), _negated=True),
                fields=["tenant"],
                name="ticketed_counts",
            ),
        ),
        migrations.RunSQL(SEARCH_ENTRIES, DROP_SEARCH_ENTRIES),
        migrations.RunSQL(GRAMS, "DROP FUNCTION search_grams(text)"),
        migrations.RunSQL(COUNTS, DROP_COUNTS),
        migrations.RunSQL(TRIGGERS, DROP_TRIGGERS),
        migrations.RunSQL(DIFFERENCES, DROP_DIFFERENCES),
        migrations.RunSQL(REPAIR, "DROP FUNCTION repair_panel()"),
        migrations.AddIndex(
            model_name="searchentry",
            index=django.contrib.postgres.indexes.GinIndex(
                models.F("tenant"),
                django.contrib.postgres.indexes.OpClass("text", "gin_trgm_ops"),
                name="students_by_trigram",
            ),
        ),
    ]
