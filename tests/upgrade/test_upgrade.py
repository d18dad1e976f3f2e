"""A database of release 1.0, the first, is brought up by this one."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from psycopg import Connection, errors, sql

from config.management.commands.lint_migrations import FIRST_RELEASE
from tests.owned import owned_database, owner_role
from tests.scratch import Scratch, program, scratch_database

pytestmark = pytest.mark.system

# The demo's universities as release 1.0 loaded them, cut down to fifty people; an import, a bulk
# grant and a sign-in by CAS were added. From ``pg_dump --no-owner --no-privileges``; it stays as it
# is.
DUMP = Path(__file__).with_name("release_1_0.sql")

# What migrations of later releases change on purpose: by table, columns that do not stay as they
# were.
CHANGED: dict[str, set[str]] = {
    # Searches fold more, and find the last name before the first.
    "students_searchentry": {"text"},
    # What names people is kept apart; see WHOLE.
    "students_attempttransaction": {"reason", "actor_name"},
    "tenants_auditevent": {"actor_email", "actor_name", "address", "metadata"},
}

# What was there, and what is read of it now: rows with what is kept apart from them.
WHOLE = {
    """
    SELECT id, actor_email, actor_name, host(address), metadata FROM tenants_auditevent
    """: """
    SELECT id, actor ->> 'email', actor ->> 'name', actor ->> 'address',
        event.metadata || coalesce(personal.metadata, '{}')
    FROM tenants_auditevent AS event
    LEFT JOIN tenants_auditpersonal AS personal ON event_id = event.id
    """,
    """
    SELECT id, reason, actor_name FROM students_attempttransaction
    """: """
    SELECT id, coalesce(personal.reason, ''), personal.actor_name
    FROM students_attempttransaction AS line
    LEFT JOIN students_ledgerpersonal AS personal ON line_id = line.id
    """,
}

# Tables that are worked out anew, which ``verify_derived`` looks at: letters have other accents.
WORKED_OUT_ANEW = {"students_studentcount"}

type Tables = dict[str, list[str]]


@contextmanager
def of_a_superuser() -> Iterator[Scratch]:
    with scratch_database("upgraded") as scratch:
        yield scratch


@contextmanager
def of_an_owner() -> Iterator[Scratch]:
    with owner_role("upgrader") as owner, owned_database("upgraded", owner) as owned:
        yield owned


@pytest.fixture(params=[of_a_superuser, of_an_owner])
def first(request, django_db_setup, django_db_blocker):
    with django_db_blocker.unblock(), request.param() as scratch:
        scratch.run(
            program("psql"), "--quiet", "--set=ON_ERROR_STOP=1", f"--file={DUMP}", scratch.url
        )
        yield scratch


def tables(connection: Connection) -> Tables:
    """Return the columns that hold something of their own, of each table of ours."""
    rows = connection.execute("""
        SELECT relname, array_agg(attname::text ORDER BY attname)
        FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
        WHERE relkind = 'r' AND relname ~ '^(tenants|programmes|accounts|students)_'
            AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
        GROUP BY relname
    """)
    return dict(rows.fetchall())


def content(connection: Connection, columns: Tables) -> dict[str, list[tuple]]:
    return {
        table: connection.execute(
            sql.SQL("SELECT {} FROM {}").format(
                sql.SQL(", ").join(sql.SQL("{}::text").format(sql.Identifier(n)) for n in names),
                sql.Identifier(table),
            )
        ).fetchall()
        for table, names in columns.items()
    }


_NAMED = (
    "SELECT 1 FROM students_attempttransaction WHERE reason <> '' OR actor_name IS NOT NULL",
    "SELECT 1 FROM tenants_auditevent WHERE actor_email IS NOT NULL OR address IS NOT NULL",
    "SELECT 1 FROM tenants_auditevent WHERE metadata ? 'changes' AND target_type = 'user'",
)


def rows(connection: Connection, query: str) -> list[tuple]:
    return sorted(connection.execute(query).fetchall(), key=str)


def test_the_dump_is_of_the_first_release(first: Scratch):
    with first.connect() as connection:
        heads = connection.execute(
            "SELECT app, max(name) FROM django_migrations WHERE app = ANY (%s) GROUP BY app",
            [list(FIRST_RELEASE)],
        )
        assert dict(heads.fetchall()) == FIRST_RELEASE


def test_an_upgrade_from_the_first_release_keeps_and_derives_everything(first: Scratch):
    with first.connect() as connection:
        known = {
            table: [name for name in names if name not in CHANGED.get(table, ())]
            for table, names in tables(connection).items()
            if table not in WORKED_OUT_ANEW
        }
        before = content(connection, known)
        whole = {query: rows(connection, query) for query in WHOLE}
    assert sum(map(len, before.values())) > 700
    assert all(before[table] for table in ("accounts_user", "students_attempttransaction"))

    first.manage("migrate", "--verbosity=0")

    # Also a connection that says nothing of tenants, such as the first release's, sees all rows.
    with first.connect() as connection:
        after = content(connection, known)
        for table, kept in before.items():
            assert Counter(after[table]) == Counter(kept), table
        for query, now in WHOLE.items():
            assert rows(connection, now) == whole[query]
        assert rows(connection, "TABLE audit_parts_difference") == []
        # Nothing names anybody in the rows themselves any more, and they can be changed no more.
        for query in _NAMED:
            assert rows(connection, query) == []
        for table in ("tenants_auditevent", "students_attempttransaction"):
            with pytest.raises(errors.RestrictViolation):
                connection.execute(sql.SQL("UPDATE {} SET id = id").format(sql.Identifier(table)))
            connection.rollback()
        # What is derived follows from what was there.
        adopted = connection.execute("""
            SELECT count(*) FILTER (WHERE transcript.status <> transcript_status), count(*)
            FROM students_transcript AS transcript
            JOIN students_session AS session ON session.id = transcript.session_id
            WHERE transcript_status IN ('partial', 'missing', 'failed')
        """)
        assert adopted.fetchone() == (0, 5)
        alone = connection.execute("""
            SELECT count(*) FROM accounts_user WHERE programme_set_id IS NULL
            AND id IN (SELECT user_id FROM accounts_programmemembership)
        """)
        assert alone.fetchone() == (0,)
    assert first.manage("verify_ledger") == "no differences\n"
    assert "wrong" not in first.manage("verify_derived")
    first.manage("check", "--database=default", "--fail-level=WARNING")
