"""A university that has had the first release for a while gets this one."""

from collections import Counter
from hashlib import sha256
from pathlib import Path

import pytest
from psycopg import Connection, sql

from config.management.commands.lint_migrations import FIRST_RELEASE
from tests.scratch import Scratch, program, scratch_database

# The demo's universities as the first release loaded them, cut down to fifty people; from pg_dump.
DUMP = Path(__file__).with_name("first_release.sql")

# What migrations have changed on purpose: by table, columns that do not stay as they were.
CHANGED: dict[str, set[str]] = {}

type Tables = dict[str, list[str]]


@pytest.fixture
def first(postgres, django_db_blocker):
    with django_db_blocker.unblock(), scratch_database("upgraded") as scratch:
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
        }
        before = content(connection, known)
    assert sum(map(len, before.values())) > 700
    assert all(before[table] for table in ("accounts_user", "students_attempttransaction"))

    first.manage("migrate", "--verbosity=0")

    with first.connect() as connection:
        after = content(connection, known)
        for table, rows in before.items():
            assert Counter(after[table]) == Counter(rows), table
        # What each migration made of what was there.
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
    for command in ("verify_panel", "verify_standings"):
        assert "wrong" not in first.manage(command)
    first.manage("check", "--database=default", "--fail-level=WARNING")


def test_an_upgrade_signs_no_browser_out_and_keeps_no_key(first: Scratch):
    first.manage("migrate", "--verbosity=0", "accounts", "0007")
    keys = ["k" * 32, "planted" * 4]
    digests = [sha256(key.encode()).hexdigest() for key in keys]
    with first.connect() as connection:
        connection.execute("DELETE FROM django_session")
        for key in keys:
            connection.execute("INSERT INTO django_session VALUES (%s, 'data', now())", [key])
        for ticket, key in (("a", keys[0]), ("b", None)):
            connection.execute(
                """
                INSERT INTO accounts_ssologin (id, created_at, ticket_digest, session_key,
                                               tenant_id, user_id)
                SELECT %s, now(), %s, %s, tenant_id, id FROM accounts_user ORDER BY id LIMIT 1
                """,
                [ticket * 24, ticket, key],
            )

    first.manage("migrate", "--verbosity=0")

    with first.connect() as connection:
        kept = connection.execute("SELECT key_digest, session_data FROM accounts_browsersession")
        logins = connection.execute(
            "SELECT ticket_digest, session_digest, session_key FROM accounts_ssologin"
        )
        assert sorted(kept.fetchall()) == sorted((digest, "data") for digest in digests)
        assert sorted(logins.fetchall()) == [("a", digests[0], None), ("b", None, None)]
        assert connection.execute("SELECT count(*) FROM django_session").fetchone() == (0,)


def test_domains_are_stored_as_they_have_to_be_now_and_the_trail_tells(first: Scratch):
    typed = {
        # Tenants in the order of their creation; the demo's two came before them.
        "plain": "plain.edu",
        "capitals": " Capitals.EDU",
        "letters": "müller.example",
        "address": "https://campus.edu/x",
        "blank": "",
        "late": "STATE.miva.university",
        "gone": "plain.edu",
    }
    with first.connect() as connection:
        connection.cursor().executemany(
            "INSERT INTO tenants_tenant (id, created_at, name, slug, domain, is_active) "
            "VALUES (%s, now() + %s * interval '1 s', %s, %s, %s, %s)",
            [
                (f"{index:024x}", index, slug, slug, domain, slug != "gone")
                for index, (slug, domain) in enumerate(typed.items())
            ],
        )

    first.manage("migrate", "--verbosity=0")

    with first.connect() as connection:
        domains = dict(connection.execute("SELECT slug, domain FROM tenants_tenant").fetchall())
        told = connection.execute("""
            SELECT slug, metadata -> 'changes' -> 'domain'
            FROM tenants_auditevent AS event JOIN tenants_tenant ON tenants_tenant.id = target_id
            WHERE event_type = 'tenant.updated' AND event.tenant_id = target_id
                AND metadata -> 'changes' ? 'domain'
        """).fetchall()
    assert domains == {
        "demo-university": "demo.miva.university",
        "state-university": "state.miva.university",
        "plain": "plain.edu",
        "capitals": "capitals.edu",
        "letters": "xn--mller-kva.example",
        "address": None,
        "blank": None,
        "late": None,
        "gone": "plain.edu",
    }
    changed = ("capitals", "letters", "address", "blank", "late")
    assert dict(told) == {slug: {"before": typed[slug], "after": domains[slug]} for slug in changed}
