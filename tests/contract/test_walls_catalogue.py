"""Nothing in the database stands beside the walls: each table, view and function is judged.

What is new fails until it is walled, or excepted with a reason (tests/walled/catalogue.py).
"""

import pytest
from django.db import connection

from config.db.roles import APPLICATION, DIRECTORY, SYSTEM
from tests.walled import catalogue

pytestmark = pytest.mark.django_db

NEW_TABLE = "CREATE TABLE note (id int, tenant_id text)"


def does(*statements: str) -> None:
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement)


@pytest.mark.parametrize("question", catalogue.QUESTIONS, ids=lambda each: each.__name__)
def test_the_catalogue_has_no_fault(question):
    assert question() == []


def test_every_exception_has_its_reason():
    lists = (
        catalogue.NOT_WALLED,
        catalogue.READ_BY_ALL,
        catalogue.WITHOUT_TENANT,
        catalogue.OF_THE_OWNER,
        catalogue.OF_THE_TABLES_OWNER,
    )

    assert all(len(reason) > 10 for each in lists for reason in each.values())


def test_tables_that_are_said_to_be_empty_are():
    said = [name for name, why in catalogue.WITHOUT_TENANT.items() if "empty" in why]

    assert len(said) == 7
    for name in said:
        assert catalogue.ask(f"TABLE {name}") == [], name


TABLES = {
    "a table that nobody judged": (
        ["CREATE TABLE weather (id int)"],
        ["weather has no tenant_id, and nobody has judged it"],
    ),
    "a materialised view": (
        ["CREATE MATERIALIZED VIEW weather AS SELECT 1 AS id"],
        ["weather has no tenant_id, and nobody has judged it"],
    ),
    "a tenant's table without walls": (
        [NEW_TABLE],
        ["note is not walled", "note has other policies"],
    ),
    "walls that the owner does not see": (
        ["ALTER TABLE accounts_user NO FORCE ROW LEVEL SECURITY"],
        ["accounts_user is not walled"],
    ),
    "walls that are off": (
        ["ALTER TABLE accounts_user DISABLE ROW LEVEL SECURITY"],
        ["accounts_user is not walled"],
    ),
    "one more policy": (
        ["CREATE POLICY more ON accounts_user FOR SELECT USING (true)"],
        ["accounts_user has other policies"],
    ),
    "a policy less": (
        ["DROP POLICY own_tenant ON students_grade"],
        ["students_grade has other policies"],
    ),
    "another condition": (
        ["ALTER POLICY own_tenant ON students_grade USING (tenant_id IS NOT NULL)"],
        ["students_grade has other policies"],
    ),
    "another condition for writing": (
        ["ALTER POLICY own_tenant ON students_grade WITH CHECK (true)"],
        ["students_grade has other policies"],
    ),
    "a directory that writes": (
        [
            "DROP POLICY directory ON accounts_user",
            f"CREATE POLICY directory ON accounts_user TO {DIRECTORY} USING (true)",
        ],
        ["accounts_user has other policies"],
    ),
    "a role more": (
        [f"ALTER POLICY all_tenants ON students_grade TO CURRENT_USER, {SYSTEM}, {APPLICATION}"],
        ["students_grade has other policies"],
    ),
}


@pytest.mark.parametrize("case", TABLES)
def test_a_gap_in_the_walls_is_found(case):
    statements, faults = TABLES[case]

    does(*statements)

    assert catalogue.faults_of_tables() == faults


def test_an_exception_that_is_not_needed_any_more_is_found():
    does("DROP TABLE django_admin_log")

    assert catalogue.faults_of_lists() == ["django_admin_log is excepted, and is not there"]


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE VIEW people AS SELECT * FROM accounts_user",
        "CREATE VIEW people WITH (security_barrier) AS SELECT * FROM accounts_user",
        "CREATE VIEW people WITH (security_invoker = false) AS SELECT * FROM accounts_user",
    ],
)
def test_a_view_with_the_rights_of_its_owner_is_found(statement):
    does(statement)

    assert catalogue.faults_of_views() == ["people runs with the rights of its owner"]


FUNCTION = "tenant_of_user(text)"
FUNCTIONS = {
    "a new one": (
        "CREATE FUNCTION everybody() RETURNS int LANGUAGE sql SECURITY DEFINER AS 'SELECT 1'",
        "everybody()",
    ),
    "one with the path of its caller": (f"ALTER FUNCTION {FUNCTION} RESET search_path", FUNCTION),
    "one with another path": (
        f"ALTER FUNCTION {FUNCTION} SET search_path = pg_temp, public",
        FUNCTION,
    ),
    "one of another owner": (f"ALTER FUNCTION {FUNCTION} OWNER TO CURRENT_USER", FUNCTION),
    "one for everybody": (f"GRANT EXECUTE ON FUNCTION {FUNCTION} TO PUBLIC", FUNCTION),
    "one with the rights of its caller": (
        f"ALTER FUNCTION {FUNCTION} SECURITY INVOKER",
        FUNCTION,
    ),
}


@pytest.mark.parametrize("case", FUNCTIONS)
def test_a_function_with_the_rights_of_its_owner_is_found(case):
    statement, name = FUNCTIONS[case]

    does(statement)

    (fault,) = catalogue.faults_of_functions()
    assert fault.startswith(f"{name}: ")


ROLES = {
    f"ALTER ROLE {APPLICATION} BYPASSRLS": f"{APPLICATION} has an attribute",
    f"ALTER ROLE {APPLICATION} CREATEROLE": f"{APPLICATION} has an attribute",
    f"ALTER ROLE {APPLICATION} CREATEDB": f"{APPLICATION} has an attribute",
    f"ALTER ROLE {APPLICATION} SUPERUSER": f"{APPLICATION} has an attribute",
    f"GRANT {SYSTEM} TO {APPLICATION}": f"{APPLICATION} is a member of {SYSTEM}",
    f"GRANT pg_read_all_data TO {APPLICATION}": f"{APPLICATION} is a member of pg_read_all_data",
}


@pytest.mark.parametrize("statement", ROLES)
def test_a_role_that_is_more_than_it_should_be_is_found(statement):
    does(statement)

    assert catalogue.faults_of_roles() == [ROLES[statement]]


def test_a_role_that_owns_something_is_found():
    does(NEW_TABLE, f"ALTER TABLE note OWNER TO {APPLICATION}")

    (fault,) = catalogue.faults_of_roles()
    assert fault.startswith(f"{APPLICATION} owns pg_class ")


RIGHTS = {
    f"GRANT TRUNCATE ON accounts_user TO {APPLICATION}": "accounts_user: ",
    f"GRANT TRIGGER ON accounts_user TO {APPLICATION}": "accounts_user: ",
    f"GRANT REFERENCES (id) ON accounts_user TO {APPLICATION}": "accounts_user: ",
    "GRANT UPDATE ON tenants_auditevent TO PUBLIC": "tenants_auditevent: ",
    f"GRANT DELETE ON students_attempttransaction TO {APPLICATION}": "students_attempttransaction:",
    f"GRANT UPDATE (reason) ON students_attempttransaction TO {APPLICATION}": (
        "students_attempttransaction: "
    ),
    f"GRANT SELECT (text) ON students_searchentry TO {APPLICATION}": "students_searchentry: ",
    f"GRANT UPDATE ON django_migrations TO {APPLICATION}": "django_migrations: ",
    f"GRANT UPDATE ON search_entry TO {APPLICATION}": "search_entry: ",
    f"REVOKE SELECT ON accounts_user FROM {APPLICATION}": "accounts_user: ",  # noqa: S608 - a name of ours
    f"GRANT CREATE ON SCHEMA public TO {APPLICATION}": "may create: schema public",
}


@pytest.mark.parametrize("statement", RIGHTS)
def test_a_right_too_many_or_too_few_is_found(statement):
    does(statement)

    (fault,) = catalogue.faults_of_rights()
    assert fault.startswith(RIGHTS[statement])
