"""What the web server's role may not do, whoever makes it send the statement.

It logs in as itself here: no setting makes it somebody else.
"""

from collections.abc import Iterator
from contextlib import suppress

import psycopg
import pytest
from django.db import connection
from psycopg import errors, sql

from accounts.models import Role, User
from config.db import roles
from tenants.models import Tenant
from tests.contents import contents
from tests.walled.catalogue import READ_BY_ALL
from tests.walled.connections import logged_in
from tests.walled.worlds import furnished_tenant, tenants_views, walled_tables

pytestmark = pytest.mark.django_db(transaction=True)

SEEN = sql.SQL("SELECT count(*), count(*) FILTER (WHERE tenant_id = {}) FROM {}")


@pytest.fixture
def own() -> Tenant:
    return furnished_tenant()


@pytest.fixture
def other() -> Tenant:
    return furnished_tenant()


@pytest.fixture
def web(own, other) -> Iterator[psycopg.Connection]:
    """The web server's connection, which works for the own tenant."""
    with logged_in(own.pk) as plain:
        yield plain


def visible(web: psycopg.Connection, table: str, tenant: Tenant) -> tuple[int, int]:
    """Return how many rows are seen, and how many of them are the tenant's."""
    query = SEEN.format(sql.Literal(tenant.pk), sql.Identifier(table))
    (row,) = web.execute(query).fetchall()
    return row


_WRITABLE = """
SELECT attname FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
"""


def another(table: str, **values: str | None) -> sql.Composed:
    """Return the statement that adds a copy of a visible row, with these values instead."""
    with connection.cursor() as cursor:
        cursor.execute(_WRITABLE, [table])
        names = [name for (name,) in cursor.fetchall()]
    return sql.SQL("INSERT INTO {table} ({names}) SELECT {copied} FROM {table} LIMIT 1").format(
        table=sql.Identifier(table),
        names=sql.SQL(", ").join(map(sql.Identifier, names)),
        copied=sql.SQL(", ").join(
            sql.Literal(values[name]) if name in values else sql.Identifier(name) for name in names
        ),
    )


def test_the_role_is_the_one_that_web_servers_have(web):
    assert web.execute("SELECT session_user, current_user").fetchall() == [
        (roles.APPLICATION, roles.APPLICATION)
    ]


def test_each_table_and_view_shows_the_own_tenants_rows_alone(web, own, other):
    tables = walled_tables()
    assert len(tables) == 36
    for table in tables:
        total, of_own = visible(web, table, own)
        assert of_own > 0, table
        if table not in READ_BY_ALL:
            assert total == of_own, table
    for view in tenants_views():
        total, of_own = visible(web, view, own)
        assert total == of_own, view
    assert visible(web, "search_entry", own) == (1, 1)
    assert visible(web, "expected_search_entry", own) == (1, 1)


@pytest.mark.parametrize("told", [None, "", "*", "0" * 24, "%", "' OR true --"])
def test_whoever_names_no_tenant_or_all_sees_nothing(told, own, other):
    with logged_in(told) as web:
        for table in walled_tables():
            expected = 2 if table in READ_BY_ALL else 0
            assert visible(web, table, own)[0] == expected, table
        for view in tenants_views():
            assert visible(web, view, own)[0] == 0, view


def test_another_tenants_rows_cannot_be_changed_or_deleted(web, own, other):
    before = contents()

    for table in walled_tables():
        name = sql.Identifier(table)
        for statement in ("UPDATE {} SET tenant_id = tenant_id", "DELETE FROM {}"):
            query = sql.SQL(statement + " WHERE tenant_id = {}")
            with suppress(errors.InsufficientPrivilege):
                assert web.execute(query.format(name, sql.Literal(other.pk))).rowcount == 0, table

    assert contents() == before


def test_another_tenants_row_is_not_there_by_its_id(web, own, other):
    user = User.objects.filter(tenant=other).first()

    for statement in (
        "SELECT 1 FROM accounts_user WHERE id = %s",
        "SELECT 1 FROM accounts_user WHERE id = %s FOR UPDATE",
        "UPDATE accounts_user SET first_name = 'Grace' WHERE id = %s",
        "DELETE FROM accounts_user WHERE id = %s",
    ):
        assert web.execute(statement, [user.pk]).rowcount == 0, statement

    user.refresh_from_db()
    assert user.first_name == "Ada"


def test_no_row_can_be_given_to_another_tenant(web, own, other):
    before = contents()

    for table in walled_tables():
        changed = sql.SQL("UPDATE {} SET tenant_id = {}")
        for statement in (
            changed.format(sql.Identifier(table), sql.Literal(other.pk)),
            another(table, tenant_id=other.pk),
        ):
            with pytest.raises(errors.InsufficientPrivilege):
                web.execute(statement)

    assert contents() == before


def test_no_row_of_another_tenant_is_taken_over_by_a_conflict(web, own, other):
    """ON CONFLICT DO UPDATE finds rows by their keys, before any policy."""
    role = Role.objects.filter(tenant=other).first()
    taking = sql.SQL(" ON CONFLICT (id) DO UPDATE SET name = 'Taken'")

    with pytest.raises(errors.InsufficientPrivilege):
        web.execute(another("accounts_role", id=role.pk, legacy_role=None) + taking)

    assert not Role.objects.filter(name="Taken").exists()


def test_another_tenants_search_entries_are_left_as_they_are(web, own, other):
    ids = list(User.objects.filter(tenant=other).values_list("pk", flat=True))
    before = contents(other)

    web.execute("SELECT refresh_search_entries(%s)", [ids])

    assert len(before["students_searchentry"]) == 1
    assert contents(other) == before


REFUSED = [
    # Emptying tables, the trail, and the ledger.
    "TRUNCATE accounts_user CASCADE",
    "TRUNCATE students_bulkjob",
    "UPDATE tenants_auditevent SET actor_name = 'Somebody'",
    "DELETE FROM tenants_auditevent",
    "TRUNCATE tenants_auditevent",
    "UPDATE tenants_auditpersonal SET actor = NULL",
    "DELETE FROM tenants_auditpersonal",
    "TRUNCATE tenants_auditpersonal",
    "UPDATE tenants_erasure SET user_id = 'another'",
    "DELETE FROM tenants_erasure",
    "TRUNCATE tenants_erasure",
    "UPDATE students_ledgerpersonal SET reason = NULL",
    "DELETE FROM students_ledgerpersonal",
    "TRUNCATE students_ledgerpersonal",
    "UPDATE students_attempttransaction SET amount = 9",
    "DELETE FROM students_attempttransaction",
    "TRUNCATE students_attempttransaction",
    # Making them changeable.
    "ALTER TABLE students_attempttransaction DISABLE TRIGGER append_only",
    "ALTER TABLE tenants_auditevent DISABLE TRIGGER ALL",
    "DROP TRIGGER append_only ON students_attempttransaction",
    "SET session_replication_role = replica",
    "SELECT set_config('session_replication_role', 'replica', false)",
    # Being somebody else.
    "SET ROLE {owner}",
    f"SET ROLE {roles.SYSTEM}",
    f"SET ROLE {roles.DIRECTORY}",
    "SELECT set_config('role', '{owner}', false)",
    "SET SESSION AUTHORIZATION {owner}",
    f"GRANT {roles.SYSTEM} TO {roles.APPLICATION}",
    f"ALTER ROLE {roles.APPLICATION} BYPASSRLS",
    "CREATE ROLE another",
    # Taking the walls down.
    "ALTER TABLE accounts_user DISABLE ROW LEVEL SECURITY",
    "ALTER TABLE accounts_user NO FORCE ROW LEVEL SECURITY",
    "ALTER POLICY own_tenant ON accounts_user USING (true)",
    "CREATE POLICY more ON accounts_user USING (true)",
    "DROP POLICY own_tenant ON accounts_user",
    "ALTER VIEW last_seen_difference SET (security_invoker = false)",
    f"ALTER TABLE accounts_user OWNER TO {roles.APPLICATION}",
    # Reading what is out of reach.
    "SELECT 1 FROM students_searchentry",
    "SELECT count(*) FROM students_searchentry",
    "UPDATE search_entry SET text = ''",
    "UPDATE django_migrations SET name = ''",
    "DELETE FROM django_migrations",
    "SELECT rolpassword FROM pg_authid",
    "COPY (SELECT 1) TO PROGRAM 'true'",
    "SELECT pg_read_file('/etc/hostname')",
    # Making something that might act for others.
    "CREATE TABLE note (id int)",
    "CREATE TEMPORARY TABLE note (id int)",
    "CREATE VIEW people AS SELECT * FROM accounts_user",
    "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE FUNCTION pg_temp.mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
    "CREATE OR REPLACE FUNCTION tenant_of_user(key text) RETURNS text LANGUAGE sql AS 'SELECT 1'",
    "DO $$ BEGIN EXECUTE 'CREATE FUNCTION f() RETURNS int LANGUAGE sql AS ''SELECT 1'''; END $$",
    "CREATE SCHEMA mine",
    "CREATE EXTENSION dblink",
    "CREATE TRIGGER mine AFTER UPDATE ON accounts_user EXECUTE FUNCTION refuse_change()",
    "CREATE RULE mine AS ON SELECT TO accounts_user DO INSTEAD SELECT 1",
    "CREATE DATABASE mine",
]


@pytest.mark.parametrize("statement", REFUSED)
def test_it_is_refused(statement, web):
    owner = connection.settings_dict["USER"]

    with pytest.raises((errors.InsufficientPrivilege, errors.WrongObjectType)) as refused:
        web.execute(statement.replace("{owner}", owner))

    assert isinstance(refused.value, errors.InsufficientPrivilege)


def test_nothing_is_copied_in_past_the_walls(web):
    refused, copying = pytest.raises(errors.FeatureNotSupported), "COPY programmes_programme (id)"
    with refused, web.cursor() as cursor, cursor.copy(f"{copying} FROM STDIN"):
        pass


def test_who_switches_row_security_off_gets_an_error_and_no_rows(web, own, other):
    web.execute("SET row_security = off")

    for table in walled_tables():
        with pytest.raises(errors.InsufficientPrivilege, match="row-level security policy"):
            visible(web, table, own)


def test_statistics_show_no_values_of_walled_tables(web, own, other):
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE accounts_user, students_searchentry, tenants_tenant")
    names = ["accounts_user", "students_searchentry"]
    query = "SELECT DISTINCT tablename FROM pg_stats WHERE tablename = ANY (%s)"

    assert web.execute(query, [names]).fetchall() == []
    assert web.execute(query, [["tenants_tenant"]]).fetchall() == [("tenants_tenant",)]


@pytest.mark.parametrize("table", roles.APPEND_ONLY)
def test_the_trail_and_the_ledger_are_added_to(table, web, own, other):
    before = contents(own)[table]

    keys = {"tenants_auditpersonal": ["event_id"], "students_ledgerpersonal": ["line_id"]}
    keys["tenants_erasure"] = ["id", "user_id"]
    web.execute(another(table, **dict.fromkeys(keys.get(table, ["id"]), "f" * 24)))

    assert len(contents(own)[table]) == len(before) + 1
