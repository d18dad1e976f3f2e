import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import config.ids

IS_STUDENT = "legacy_role = 'STUDENT' AND NOT (status = 'DELETED')"

# What the triggers keep ------------------------------------------------------------------------

_STANDING = """
    tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger, counted_sessions,
    latest_counted_at, graded_sessions, best_score, best_session_id, latest_graded_at,
    transcript_status
"""

# Transcript statuses, the worst first (G16).
_SEVERITY = "ARRAY['failed', 'missing', 'processing', 'partial', 'available']"

# The rows as they have to be. Asked about some students it looks at theirs alone.
#
# A session without a start_time has no seen_at either. Asked about the former, PostgreSQL would
# skip through an index in which it comes last, case study by case study.
EXPECTED = f"""
CREATE VIEW expected_standing AS
SELECT student.tenant_id, student.id AS user_id, pair.case_study_id, student.sort_name,
    student.programme_set_id, pair.in_ledger, pair.counted_sessions, pair.latest_counted_at, pair.graded_sessions,
    pair.best_score, pair.best_session_id, pair.latest_graded_at, pair.transcript_status
FROM accounts_user AS student, LATERAL (
    SELECT case_study_id,
        bool_or(session_id IS NULL) AS in_ledger,
        count(*) FILTER (WHERE counted) AS counted_sessions,
        max(start_time) FILTER (WHERE counted) AS latest_counted_at,
        count(score) AS graded_sessions,
        max(score) AS best_score,
        (array_agg(session_id ORDER BY score DESC, start_time DESC, session_id DESC)
            FILTER (WHERE score IS NOT NULL))[1] AS best_session_id,
        max(start_time) FILTER (WHERE score IS NOT NULL) AS latest_graded_at,
        ({_SEVERITY})[min(array_position({_SEVERITY}, transcript_status::text))
            FILTER (WHERE score IS NOT NULL)] AS transcript_status
    FROM (
        SELECT session.case_study_id, session.id AS session_id, session.start_time,
            session.transcript_status, session.counted_as_attempt AS counted,
            CASE WHEN session.counted_as_attempt AND session.grading_status = 'complete'
                THEN grade.final_score END AS score
        FROM students_session AS session
        LEFT JOIN students_grade AS grade ON grade.session_id = session.id
        WHERE session.tenant_id = student.tenant_id AND session.user_id = student.id
            AND session.seen_at IS NOT NULL
        UNION ALL
        SELECT line.case_study_id, NULL, NULL, NULL, false, NULL
        FROM students_attempttransaction AS line
        WHERE line.tenant_id = student.tenant_id AND line.user_id = student.id
    ) AS fact
    GROUP BY case_study_id
) AS pair
WHERE {IS_STUDENT};
"""

# The students' rows are locked first, in the order of their ids, as last_seen_at does: statements
# about the same students take turns, and the later one sees what the earlier one committed. Only
# rows that differ are written.
REFRESH = f"""
CREATE FUNCTION refresh_standings(user_ids text[]) RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM 1 FROM accounts_user WHERE id = ANY (user_ids) ORDER BY id FOR NO KEY UPDATE;
    WITH expected AS MATERIALIZED (
        SELECT {_STANDING} FROM expected_standing WHERE user_id = ANY (user_ids)
    ),
    gone AS (
        DELETE FROM students_standing AS standing
        WHERE user_id = ANY (user_ids) AND NOT EXISTS (
            SELECT FROM expected
            WHERE expected.user_id = standing.user_id
                AND expected.case_study_id = standing.case_study_id
        )
    )
    INSERT INTO students_standing ({_STANDING})
    SELECT {_STANDING} FROM expected
    EXCEPT
    SELECT {_STANDING} FROM students_standing WHERE user_id = ANY (user_ids)
    ON CONFLICT (user_id, case_study_id) DO UPDATE SET
        tenant_id = excluded.tenant_id,
        sort_name = excluded.sort_name,
        programme_set_id = excluded.programme_set_id,
        in_ledger = excluded.in_ledger,
        counted_sessions = excluded.counted_sessions,
        latest_counted_at = excluded.latest_counted_at,
        graded_sessions = excluded.graded_sessions,
        best_score = excluded.best_score,
        best_session_id = excluded.best_session_id,
        latest_graded_at = excluded.latest_graded_at,
        transcript_status = excluded.transcript_status;
END
$$;
"""

DROP_REFRESH = """
DROP FUNCTION refresh_standings(text[]);
DROP VIEW expected_standing;
"""

# Triggers --------------------------------------------------------------------------------------

# What a standing follows from, and what last_seen_at does.
_FACTS = """id, user_id, case_study_id, start_time, counted_as_attempt, grading_status,
                transcript_status"""
_IDENTITY = f"id, tenant_id, sort_name, programme_set_id, {IS_STUDENT}"


def _changed(columns: str) -> str:
    """Return the rows of a statement that it left different in some columns, in both versions."""
    return f"""(SELECT {columns} FROM old_rows EXCEPT SELECT {columns} FROM new_rows)
            UNION ALL
            (SELECT {columns} FROM new_rows EXCEPT SELECT {columns} FROM old_rows)"""


# A session's statement may also move last_seen_at, whose trigger comes after this one and locks
# the students that it moves. All of them are locked here, at once and in order.
TRIGGERS = f"""
CREATE FUNCTION standing_session_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM new_rows WHERE start_time IS NOT NULL
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_session_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(SELECT user_id FROM (
            {_changed(_FACTS)}
    ) AS changed GROUP BY user_id);
BEGIN
    IF touched <> '{{}}' THEN
        PERFORM 1 FROM accounts_user WHERE id IN (
            SELECT unnest(touched)
            UNION
            SELECT user_id FROM (
                {_changed("id, user_id, seen_at")}
            ) AS seen
        ) ORDER BY id FOR NO KEY UPDATE;
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_session_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM old_rows WHERE start_time IS NOT NULL
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_grade_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM students_session
        WHERE id IN (SELECT session_id FROM new_rows)
    ));
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_grade_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT DISTINCT user_id FROM students_session WHERE id IN (SELECT session_id FROM (
            {_changed("session_id, final_score")}
        ) AS changed)
    );
BEGIN
    IF touched <> '{{}}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_grade_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(
        SELECT DISTINCT user_id FROM students_session
        WHERE id IN (SELECT session_id FROM old_rows)
    ));
    RETURN NULL;
END
$$;

-- Only the first line about a pair tells anything new.
CREATE FUNCTION standing_ledger_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(
        SELECT DISTINCT user_id FROM new_rows AS line WHERE NOT EXISTS (
            SELECT FROM students_standing AS known
            WHERE known.user_id = line.user_id AND known.case_study_id = line.case_study_id
                AND known.in_ledger
        )
    );
BEGIN
    IF touched <> '{{}}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION standing_user_updated() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
    touched text[] := ARRAY(SELECT id FROM (
            {_changed(_IDENTITY)}
    ) AS changed GROUP BY id);
BEGIN
    IF touched <> '{{}}' THEN
        PERFORM refresh_standings(touched);
    END IF;
    RETURN NULL;
END
$$;

CREATE FUNCTION standings_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT DISTINCT user_id FROM students_standing));
    RETURN NULL;
END
$$;
"""

_TABLES = {
    "session": ("students_session", ("insert", "update", "delete")),
    "grade": ("students_grade", ("insert", "update", "delete")),
    "ledger": ("students_attempttransaction", ("insert",)),
    "user": ("accounts_user", ("update",)),
}
_TRANSITIONS = {
    "insert": "NEW TABLE AS new_rows",
    "update": "OLD TABLE AS old_rows NEW TABLE AS new_rows",
    "delete": "OLD TABLE AS old_rows",
}
_DONE = {"insert": "inserted", "update": "updated", "delete": "deleted"}


def _attach(table: str, name: str, prefix: str, events) -> str:
    return "\n".join(
        f"CREATE TRIGGER {name}_after_{event} AFTER {event.upper()} ON {table} "
        f"REFERENCING {_TRANSITIONS[event]} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION {prefix}_{_DONE[event]}();"
        for event in events
    )


def _detach(table: str, name: str, prefix: str, events) -> str:
    return "\n".join(
        f"DROP TRIGGER {name}_after_{event} ON {table}; DROP FUNCTION {prefix}_{_DONE[event]}();"
        for event in events
    )


# Triggers of one event fire in the order of their names: "attempts" comes before "last_seen".
_KEPT = [
    (table, "attempts_standing", f"standing_{what}", events)
    for what, (table, events) in _TABLES.items()
]
_EMPTIED = ("students_session", "students_grade", "students_attempttransaction", "accounts_user")

ATTACH = "\n".join(
    [_attach(*kept) for kept in _KEPT]
    + [
        f"CREATE TRIGGER attempts_standing_after_truncate AFTER TRUNCATE ON {table} "
        "FOR EACH STATEMENT EXECUTE FUNCTION standings_truncated();"
        for table in _EMPTIED
    ]
)
DETACH = "\n".join(
    [f"DROP TRIGGER attempts_standing_after_truncate ON {table};" for table in _EMPTIED]
    + [_detach(*kept) for kept in _KEPT]
    + ["DROP FUNCTION standings_truncated();"]
)

# Counts ----------------------------------------------------------------------------------------

_KIND = "tenant_id, transcript_status, (latest_graded_at AT TIME ZONE 'UTC')::date AS day"


def _counted(*versions: tuple[str, int]) -> str:
    """Return by how much each kind's number changes, given (rows, what each of them counts)."""
    rows = " UNION ALL ".join(
        f"SELECT {_KIND}, {n} AS n FROM {rows} WHERE graded_sessions > 0" for rows, n in versions
    )
    return f"""SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
        FROM ({rows}) AS counted
        GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0"""


def _add(*versions: tuple[str, int]) -> str:
    return f"""
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM ({_counted(*versions)}) AS change
    ));"""


# Whoever holds the tenant's lock is alone in changing the rows with ticket 0, and takes in what
# others have appended meanwhile. A transaction whose snapshot is older than the lock appends too.
COUNTS = f"""
-- Rows with ticket 0 are changed over and over, and in no column that an index has.
ALTER TABLE students_standingcount SET (fillfactor = 50);

CREATE SEQUENCE standing_count_tickets;

CREATE FUNCTION add_standing_counts(changes students_standingcount[]) RETURNS void
LANGUAGE plpgsql AS $$
DECLARE
    tenant text;
    alone boolean;
    own_ticket bigint;
BEGIN
    FOR tenant IN SELECT DISTINCT tenant_id FROM unnest(changes) ORDER BY tenant_id LOOP
        alone := current_setting('transaction_isolation') = 'read committed'
            AND pg_try_advisory_xact_lock(hashtextextended('standing counts of ' || tenant, 0));
        own_ticket := CASE WHEN alone THEN 0 ELSE nextval('standing_count_tickets') END;
        WITH earlier AS (
            DELETE FROM students_standingcount WHERE alone AND tenant_id = tenant AND ticket <> 0
            RETURNING transcript_status, day, n
        )
        INSERT INTO students_standingcount AS counted
            (tenant_id, transcript_status, day, ticket, n)
        SELECT tenant, transcript_status, day, own_ticket, sum(n)
        FROM (
            SELECT transcript_status, day, n FROM unnest(changes) WHERE tenant_id = tenant
            UNION ALL
            SELECT * FROM earlier
        ) AS added
        GROUP BY transcript_status, day HAVING sum(n) <> 0
        ON CONFLICT (tenant_id, transcript_status, day, ticket)
        DO UPDATE SET n = counted.n + excluded.n;
    END LOOP;
END
$$;

CREATE FUNCTION count_standing_inserted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{_add(("new_rows", 1))}
    RETURN NULL;
END
$$;

CREATE FUNCTION count_standing_updated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{_add(("new_rows", 1), ("old_rows", -1))}
    RETURN NULL;
END
$$;

CREATE FUNCTION count_standing_deleted() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN{_add(("old_rows", -1))}
    RETURN NULL;
END
$$;

{_attach("students_standing", "count", "count_standing", tuple(_TRANSITIONS))}

CREATE FUNCTION count_standings_truncated() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    DELETE FROM students_standingcount;
    RETURN NULL;
END
$$;

CREATE TRIGGER count_after_truncate AFTER TRUNCATE ON students_standing
FOR EACH STATEMENT EXECUTE FUNCTION count_standings_truncated();
"""

DROP_COUNTS = f"""
DROP TRIGGER count_after_truncate ON students_standing;
DROP FUNCTION count_standings_truncated();
{_detach("students_standing", "count", "count_standing", tuple(_TRANSITIONS))}
DROP FUNCTION add_standing_counts(students_standingcount[]);
DROP SEQUENCE standing_count_tickets;
"""

# Differences -----------------------------------------------------------------------------------

DIFFERENCES = f"""
CREATE VIEW standing_difference AS
SELECT user_id FROM (
    (SELECT {_STANDING} FROM expected_standing EXCEPT SELECT {_STANDING} FROM students_standing)
    UNION ALL
    (SELECT {_STANDING} FROM students_standing EXCEPT SELECT {_STANDING} FROM expected_standing)
) AS differing GROUP BY user_id;

CREATE VIEW standing_count_difference AS
SELECT tenant_id, transcript_status, day, sum(n)::bigint AS n
FROM (
    {_counted(("students_standing", 1))}
    UNION ALL
    SELECT tenant_id, transcript_status, day, -n FROM students_standingcount
) AS counted
GROUP BY tenant_id, transcript_status, day HAVING sum(n) <> 0;
"""

DROP_DIFFERENCES = """
DROP VIEW standing_count_difference;
DROP VIEW standing_difference;
"""

# What is missing is added to the counts, never set: concurrent changes add up with it, and nobody
# has to be locked out. Standings are worked out again for the students with a wrong one.
REPAIR = """
CREATE FUNCTION repair_standings() RETURNS void LANGUAGE plpgsql AS $$
BEGIN
    PERFORM refresh_standings(ARRAY(SELECT user_id FROM standing_difference));
    PERFORM add_standing_counts(ARRAY(
        SELECT ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
        FROM standing_count_difference
    ));
END
$$;

SELECT repair_standings();
"""


class Migration(migrations.Migration):
    dependencies = [
        ("programmes", "0002_case_study_formats"),
        ("accounts", "0005_programme_sets"),
        ("students", "0004_panel"),
        ("tenants", "0006_export_cells"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="Standing",
            fields=[
                (
                    "pk",
                    models.CompositePrimaryKey(
                        "user",
                        "case_study",
                        blank=True,
                        editable=False,
                        primary_key=True,
                        serialize=False,
                    ),
                ),
                ("sort_name", models.TextField(db_collation="C")),
                (
                    "in_ledger",
                    models.BooleanField(help_text="Whether attempts were granted or revoked."),
                ),
                ("counted_sessions", models.PositiveIntegerField()),
                ("latest_counted_at", models.DateTimeField(null=True)),
                (
                    "graded_sessions",
                    models.PositiveIntegerField(help_text="Counted ones that have a score."),
                ),
                ("best_score", models.DecimalField(decimal_places=1, max_digits=4, null=True)),
                ("best_session_id", config.ids.IdField(null=True)),
                ("latest_graded_at", models.DateTimeField(null=True)),
                (
                    "transcript_status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("processing", "Processing"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        help_text="The worst of the graded sessions.",
                        max_length=10,
                        null=True,
                    ),
                ),
                (
                    "case_study",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to="programmes.casestudy",
                    ),
                ),
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
                (
                    "user",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.DO_NOTHING,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(
                        fields=["tenant", "case_study", "user"],
                        include=(
                            "sort_name",
                            "programme_set",
                            "in_ledger",
                            "counted_sessions",
                            "latest_counted_at",
                            "graded_sessions",
                            "best_score",
                            "best_session_id",
                            "latest_graded_at",
                            "transcript_status",
                        ),
                        name="standings_of_case_study",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_name",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("latest_graded_at"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_date",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("best_score"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_score",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.OrderBy(models.F("best_score"), descending=True),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_score_desc",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("graded_sessions"),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_count",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.OrderBy(models.F("graded_sessions"), descending=True),
                        models.F("sort_name"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_count_desc",
                    ),
                    models.Index(
                        models.F("tenant"),
                        models.F("transcript_status"),
                        models.F("latest_graded_at"),
                        condition=models.Q(("graded_sessions__gt", 0)),
                        name="performance_by_transcript",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="StandingCount",
            fields=[
                (
                    "id",
                    models.BigAutoField(
                        auto_created=True, primary_key=True, serialize=False, verbose_name="ID"
                    ),
                ),
                (
                    "transcript_status",
                    models.CharField(
                        choices=[
                            ("available", "Available"),
                            ("partial", "Partial"),
                            ("processing", "Processing"),
                            ("missing", "Missing"),
                            ("failed", "Failed"),
                        ],
                        max_length=10,
                    ),
                ),
                ("day", models.DateField()),
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
            options={
                "indexes": [
                    models.Index(
                        condition=models.Q(("ticket", 0), _negated=True),
                        fields=["tenant"],
                        name="ticketed_standings",
                    )
                ],
                "constraints": [
                    models.UniqueConstraint(
                        fields=("tenant", "transcript_status", "day", "ticket"),
                        name="unique_standing_count",
                    )
                ],
            },
        ),
        migrations.RunSQL(EXPECTED, migrations.RunSQL.noop),
        migrations.RunSQL(REFRESH, DROP_REFRESH),
        migrations.RunSQL(COUNTS, DROP_COUNTS),
        migrations.RunSQL(DIFFERENCES, DROP_DIFFERENCES),
        migrations.RunSQL(REPAIR, "DROP FUNCTION repair_standings()"),
        migrations.RunSQL(TRIGGERS, migrations.RunSQL.noop),
        migrations.RunSQL(ATTACH, DETACH),
    ]
