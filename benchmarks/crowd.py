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
from benchmarks.crowd_rows import STATEMENTS

PROGRAMMES, CASE_STUDIES, SESSIONS_EACH = 40, 200, 5

TENANT = "5f000000" + "0" * 16
SLUG, ADMIN_EMAIL, PASSWORD = "crowded", "admin@crowd.example", "crowd-Passw0rd"

# To be counted up with every change of what is written, here or by ``crowd_rows``.
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
        for statement in (STATEMENTS | dict(also or {})).values():
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
