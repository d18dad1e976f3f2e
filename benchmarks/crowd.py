"""A university with any number of students, written by the database itself.

``demo_data`` makes realistic students; here there may be millions of plain ones. Rows come from
``generate_series``, without triggers and before the indexes exist, and the derived tables are
filled at the end by the same function that repairs them.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from argon2 import PasswordHasher
from psycopg import ClientCursor, Connection
from psycopg.pq import TransactionStatus

from benchmarks.crowd_names import FIRST_NAMES, LAST_NAMES

PROGRAMMES, CASE_STUDIES, SESSIONS_EACH = 40, 200, 5

TENANT = "5f000000" + "0" * 16
SLUG, ADMIN_EMAIL, PASSWORD = "crowded", "admin@crowd.example", "crowd-Passw0rd"

# To be counted up with every change of what is written here.
VERSION = "3"

# The tables that become large; their indexes are made when they are full.
_LARGE = (
    "accounts_user",
    "accounts_programmemembership",
    "students_session",
    "students_grade",
    "students_searchentry",
    "students_standing",
)


@dataclass(frozen=True)
class University:
    """A university to be written: how large it is, and what tells it and its rows from others."""

    students: int
    number: int = 0
    tenant: str = TENANT
    slug: str = SLUG
    name: str = "Crowded University"
    email: str = ADMIN_EMAIL
    programmes: int = PROGRAMMES
    case_studies: int = CASE_STUDIES

    @property
    def domain(self) -> str:
        """The domain of its people's addresses."""
        return self.email.partition("@")[2]


def student_id(number: int, university: int = 0) -> str:
    """Return the id of one of the students, who are numbered from 0."""
    return f"60000004{university:04x}{number:012x}"


def sis_id(number: int) -> str:
    """Return the SIS id of one of the students."""
    return f"M/{number:09}"


def case_study_id(number: int) -> str:
    """Return the id of one of the case studies."""
    return f"60000003{number:016x}"


def fill(
    connection: Connection[Any],
    students: int,
    say: Callable[[str], None],
    also: Mapping[str, str] | None = None,
) -> None:
    """Write one university into an empty, migrated database.

    ``also`` are further statements, by what they write.
    """
    fill_with(connection, [University(students)], say, also)


def fill_with(
    connection: Connection[Any],
    universities: Sequence[University],
    say: Callable[[str], None],
    also: Mapping[str, str] | None = None,
) -> None:
    """Write these universities into an empty, migrated database, as ``fill`` does one."""
    students = sum(university.students for university in universities)
    for setting in _SETTINGS:
        connection.execute(f"SET {setting}")
    indexes = connection.execute(_INDEXES, [list(_LARGE)]).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    late = {name: definition for name, definition in indexes if name.startswith(_LATE)}
    cursor = ClientCursor(connection)
    # As Django keeps a password: the name of the hash, and what its library returns.
    shared = _PARAMETERS | {"password": f"argon2{PasswordHasher().hash(PASSWORD)}"}
    for at, university in enumerate(universities):
        if at % _TOLD == 0:
            say(f"{students:,} students: rows of university {at + 1:,} …")
        own = asdict(university) | {"n": university.students, "domain": university.domain}
        for statement in (_STATEMENTS | dict(also or {})).values():
            cursor.execute(statement, shared | own)
    say(f"{students:,} students: indexes …")
    for name, definition in indexes:
        if name not in late:
            connection.execute(definition)
    connection.execute("ANALYZE")
    say(f"{students:,} students: what follows from them …")
    connection.execute(_FILL_COUNTS)
    connection.execute("SELECT repair_panel()")
    connection.execute(_FILL_STANDINGS)
    connection.execute(_FILL_STANDING_COUNTS)
    connection.execute("SELECT repair_standings()")
    for definition in late.values():
        connection.execute(definition)
    say(f"{students:,} students: statistics …")
    # VACUUM also makes index-only scans possible, but not inside a transaction.
    is_alone = (
        connection.info.transaction_status == TransactionStatus.IDLE and connection.autocommit
    )
    connection.execute("VACUUM (ANALYZE)" if is_alone else "ANALYZE")
    for setting in _SETTINGS:
        connection.execute(f"RESET {setting.partition(' ')[0]}")


# Of so many universities, one is told of.
_TOLD = 100

_SETTINGS = (
    "session_replication_role = replica",  # no triggers, no foreign keys
    "synchronous_commit = off",
    "maintenance_work_mem = '1GB'",
    "work_mem = '256MB'",
    "jit = off",
)
# Indexes of what is derived: made once that is.
_LATE = ("students_by_trigram", "standings_", "performance_by", "progress_by")
_INDEXES = """
SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
WHERE indrelid = ANY(%s::regclass[])
    AND NOT EXISTS (SELECT FROM pg_constraint WHERE conindid = indexrelid)
"""

# All at once; nothing is then left to repair. Counts are added for one tenant after the other: the
# repairs of former releases look through all of them for each tenant.
_FILL_COUNTS = """
SELECT add_student_counts(array_agg(
    ROW(0, programme, gram, status, dated, day, 0, n, tenant_id)::students_studentcount
)) FROM student_count_difference GROUP BY tenant_id
"""
_FILL_STANDING_COUNTS = """
SELECT add_standing_counts(array_agg(
    ROW(0, transcript_status, day, 0, n, tenant_id)::students_standingcount
)) FROM standing_count_difference GROUP BY tenant_id
"""
_FILL_STANDINGS = """
INSERT INTO students_standing (
    tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger, counted_sessions,
    latest_counted_at, graded_sessions, best_score, best_session_id, latest_graded_at,
    transcript_status
)
SELECT tenant_id, user_id, case_study_id, sort_name, programme_set_id, in_ledger,
    counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
    latest_graded_at, transcript_status
FROM expected_standing
"""

_PARAMETERS = {
    "first": FIRST_NAMES.split(),
    "last": LAST_NAMES.split(),
    "sessions": SESSIONS_EACH,
}

# Ids tell their kind and university, and count up as the rows were created. A small number that
# looks drawn comes from ``hashint8extended``, the same on every machine.
_FUNCTIONS = """
CREATE OR REPLACE FUNCTION pg_temp.row_id(kind int, n bigint) RETURNS text
LANGUAGE sql IMMUTABLE AS $$
    SELECT '6000000' || to_hex(kind) || lpad(to_hex(%(number)s), 4, '0') || lpad(to_hex(n), 12, '0')
$$;
CREATE OR REPLACE FUNCTION pg_temp.draw(n bigint, salt int, below int) RETURNS int
LANGUAGE sql IMMUTABLE AS $$
    SELECT ((hashint8extended(n + (%(number)s::bigint << 40), salt) & 9007199254740991)
        %% below)::int
$$;
"""

_STATEMENTS = {
    "functions": _FUNCTIONS,
    # Every 25th has not been seen yet; the others were within two years, mostly lately.
    "plans": """
DROP TABLE IF EXISTS plan;
CREATE TEMPORARY TABLE plan AS
SELECT n, pg_temp.row_id(4, n) AS id,
    CASE WHEN pg_temp.draw(n, 1, 25) > 0 THEN timestamptz '2026-06-01 00:00+00'
        - 730 * interval '1 day' * (pg_temp.draw(n, 2, 1000000) / 1e6) ^ 2
        - interval '1 second' * pg_temp.draw(n, 3, 86400) END AS seen,
    CASE WHEN share = 0 THEN '{}' WHEN share < 50 OR one = other THEN ARRAY[one]
        ELSE ARRAY[least(one, other), greatest(one, other)] END AS programmes
FROM generate_series(0, %(n)s::bigint - 1) AS n, LATERAL (
    SELECT pg_temp.draw(n, 4, 100) AS share,
        pg_temp.row_id(2, pg_temp.draw(n, 5, %(programmes)s)) AS one,
        pg_temp.row_id(2, pg_temp.draw(n, 6, %(programmes)s)) AS other
) AS drawn
""",
    "catalogue": """
WITH tenant AS (
    INSERT INTO tenants_tenant (id, created_at, name, slug, is_active)
    VALUES (%(tenant)s, '2024-01-01', %(name)s, %(slug)s, true)
), roles AS (
    INSERT INTO accounts_role (id, tenant_id, created_at, name, legacy_role, permissions)
    SELECT pg_temp.row_id(1, n), %(tenant)s, '2024-01-01', name, legacy, permissions::text[]
    FROM (VALUES
        (0, 'Student', 'STUDENT', '{}'),
        (1, 'Admin', 'ADMIN', '{USER_MANAGEMENT.can_view,USER_MANAGEMENT.can_export,'
            'ATTEMPT_MANAGEMENT.can_view,STUDENT_PERFORMANCE.can_view}')
    ) AS role (n, name, legacy, permissions)
), programmes AS (
    INSERT INTO programmes_programme (id, tenant_id, created_at, code, name, is_active)
    SELECT pg_temp.row_id(2, n), %(tenant)s, '2024-01-01', 'P' || lpad(n::text, 2, '0'),
        'Programme of ' || (%(last)s::text[])[n * 2 + 1] || ' Studies', true
    FROM generate_series(0, %(programmes)s - 1) AS n
), case_studies AS (
    INSERT INTO programmes_casestudy
        (id, tenant_id, created_at, title, slug, instructions, is_active)
    SELECT pg_temp.row_id(3, n), %(tenant)s, '2024-01-01', 'Case study ' || n, 'case-' || n,
        '[]', n %% 10 > 0
    FROM generate_series(0, %(case_studies)s - 1) AS n
)
INSERT INTO programmes_casestudyprogramme (tenant_id, case_study_id, programme_id)
SELECT DISTINCT %(tenant)s, pg_temp.row_id(3, n),
    pg_temp.row_id(2, pg_temp.draw(n, 20 + i, %(programmes)s))
FROM generate_series(0, %(case_studies)s - 1) AS n, generate_series(0, n %% 3) AS i
""",
    "users": """
INSERT INTO accounts_user (
    id, tenant_id, created_at, password, email, role_id, legacy_role, status, first_name,
    middle_name, last_name, unlimited_sessions, access_epoch, last_seen_at,
    programme_set_id, sis_id, cohort
)
SELECT id, %(tenant)s, timestamptz '2024-01-01' + n * interval '30 seconds',
    '!crowd', lower(first || '.' || last) || n || '@' || %(domain)s,
    pg_temp.row_id(1, 0), 'STUDENT',
    CASE WHEN pg_temp.draw(n, 7, 100) < 5 THEN 'INACTIVE'
        WHEN pg_temp.draw(n, 7, 100) < 6 THEN 'DELETED' ELSE 'ACTIVE' END,
    first, CASE WHEN pg_temp.draw(n, 8, 5) = 0 THEN middle END, last, false, 0, seen,
    programme_set_id(nullif(programmes, '{}')),
    'M/' || lpad(n::text, 9, '0'), (2022 + pg_temp.draw(n, 12, 5))::text
FROM plan, LATERAL (
    SELECT (%(first)s::text[])[pg_temp.draw(n, 9, cardinality(%(first)s::text[])) + 1] AS first,
        (%(first)s::text[])[pg_temp.draw(n, 10, cardinality(%(first)s::text[])) + 1] AS middle,
        (%(last)s::text[])[pg_temp.draw(n, 11, cardinality(%(last)s::text[])) + 1] AS last
) AS name
UNION ALL
SELECT pg_temp.row_id(5, 0), %(tenant)s, timestamptz '2024-01-01', %(password)s, %(email)s,
    pg_temp.row_id(1, 1), 'ADMIN', 'ACTIVE', 'Ada', NULL, 'Admin', false, 0, NULL, NULL,
    NULL, NULL
""",
    "memberships": """
INSERT INTO accounts_programmemembership (tenant_id, user_id, programme_id)
SELECT %(tenant)s, id, programme FROM plan, unnest(programmes) AS programme
""",
    "programme sets": """
INSERT INTO accounts_programmeset (id, tenant_id, programmes, label)
SELECT programme_set_id(programmes), %(tenant)s, programmes, programme_label(programmes)
FROM (SELECT DISTINCT programmes FROM plan WHERE programmes <> '{}') AS enrolled
""",
    "sessions": """
INSERT INTO students_session (
    id, tenant_id, user_id, case_study_id, created_at, conversation_id, status, start_time,
    end_time, last_activity, elapsed_active_time, reconnect_count, end_reason, duration_limit,
    transcript_status, grading_status
)
SELECT pg_temp.row_id(6, n * %(sessions)s + k), %(tenant)s, id,
    pg_temp.row_id(3, pg_temp.draw(n, 30 + k / 2, %(case_studies)s)), start, 'c' || n || k, 'ended',
    start, start + interval '9 minutes', NULL, 30 + pg_temp.draw(n, 40 + k, 540), 0, 'user_ended',
    600, CASE pg_temp.draw(n * 8 + k, 60, 1000) WHEN 0 THEN 'failed' WHEN 1 THEN 'missing'
        WHEN 2 THEN 'processing' WHEN 3 THEN 'partial' ELSE 'available' END,
    CASE WHEN k %% 3 = 0 THEN 'complete' ELSE 'pending' END
FROM plan, generate_series(0, %(sessions)s - 1) AS k, LATERAL (
    SELECT seen - interval '9 minutes' - (%(sessions)s - 1 - k) * interval '3 days' AS start
) AS moment
WHERE seen IS NOT NULL
""",
    "grades": """
INSERT INTO students_grade (
    id, tenant_id, session_id, created_at, final_score, overall_summary, criteria
)
SELECT pg_temp.row_id(7, n * %(sessions)s + k), %(tenant)s,
    pg_temp.row_id(6, n * %(sessions)s + k), '2026-06-01', 40 + pg_temp.draw(n, 50 + k, 600) / 10.0,
    'Good.', '[]'
FROM plan, generate_series(0, %(sessions)s - 1, 3) AS k
WHERE seen IS NOT NULL
""",
    # Every 20th got two attempts more for the first case study, half of them for good.
    "grants": """
INSERT INTO students_attempttransaction (
    id, tenant_id, user_id, case_study_id, created_at, type, amount, reason, expires_at
)
SELECT pg_temp.row_id(8, n), %(tenant)s, id,
    pg_temp.row_id(3, pg_temp.draw(n, 30, %(case_studies)s)), '2026-01-01', 'grant', 2, 'Outage',
    CASE WHEN n %% 40 = 0 THEN timestamptz '2100-01-01' END
FROM plan WHERE n %% 20 = 0
""",
}
