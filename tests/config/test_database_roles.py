"""Roles of the database as an operator has them: an owner who is no superuser, and its backups."""

import subprocess
from collections.abc import Iterator
from contextlib import closing

import psycopg
import pytest

from config.db import roles
from config.runtime.database import EmbeddedPostgres
from tests.owned import Owned, owned_database, owner_role
from tests.scratch import Scratch, program
from tests.servers import running_server, serve

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

TENANTS = "SELECT count(DISTINCT tenant_id) FROM students_session"

NAMED_THERE = """
SELECT count(*) FROM pg_shdepend JOIN pg_database ON pg_database.oid = dbid
WHERE datname = current_database() AND refobjid = '{}'::regrole
"""


@pytest.fixture(scope="module")
def owned(django_db_setup, django_db_blocker) -> Iterator[Owned]:
    """The demo's universities in a database that its owner has migrated; tests leave it so."""
    with (
        django_db_blocker.unblock(),
        owner_role("owner") as owner,
        owned_database("owned", owner) as database,
    ):
        database.manage("migrate", "--verbosity=0")
        database.manage("demo_data")
        yield database


def one(connection: psycopg.Connection, query: str) -> object:
    (value,) = connection.execute(query).fetchone()
    return value


def let_see(connection: psycopg.Connection, tenant: str) -> None:
    connection.execute("SELECT set_config('command_center.tenant', %s, false)", [tenant])


def assert_walls_stand(database: Owned) -> None:
    with psycopg.connect(database.url) as owner:
        tenants = [key for (key,) in owner.execute("SELECT id FROM tenants_tenant")]
    assert len(tenants) == 2
    with psycopg.connect(database.application_url) as application:
        assert one(application, TENANTS) == 0
        let_see(application, "*")
        assert one(application, TENANTS) == 0
        user = ""
        for tenant in tenants:
            let_see(application, tenant)
            assert one(application, TENANTS) == 1
            assert one(application, "SELECT min(tenant_id) FROM students_session") == tenant
            user = one(application, "SELECT min(id) FROM accounts_user")
        # The directory finds the tenant of a user in spite of the walls.
        let_see(application, "*")
        assert one(application, f"SELECT tenant_of_user('{user}')") == tenants[-1]
        assert one(application, "SELECT is_super_admin_left(NULL)") is True


def test_an_owner_who_is_no_superuser_migrates_fills_and_verifies(owned):
    owned.manage("migrate", "--verbosity=0")  # again: the functions belong to the directory now
    assert owned.manage("database_roles") == "Every role has what it may do, and no more.\n"

    assert owned.manage("verify_ledger") == "no differences\n"
    assert "wrong" not in owned.manage("verify_derived")
    assert "students_session 3989\n" in owned.manage("count_rows")
    assert_walls_stand(owned)


def test_rights_are_granted_again_while_somebody_is_at_work(owned):
    with psycopg.connect(owned.application_url) as application:
        # They stay locked to the end of the transaction, as by a long export.
        application.execute("SELECT FROM accounts_user, tenants_tenant, students_session")
        owned.manage("migrate", "--verbosity=0")
        owned.manage("database_roles")
        assert one(application, "SELECT count(*) FROM tenants_tenant") == 2


def test_what_is_wrong_is_repaired_by_the_role_of_commands(owned):
    with psycopg.connect(owned.url, autocommit=True) as owner:
        assert owner.execute("DELETE FROM students_searchentry").rowcount == 874
        assert owner.execute("DELETE FROM students_studentcount").rowcount > 0
        assert owner.execute("DELETE FROM students_standing").rowcount > 0

    repaired = owned.manage("verify_derived", "--repair")

    before, after = repaired.split("Repaired; what is there now:")
    assert "search entries of students: 874 wrong" in before
    assert "wrong" not in after


def test_a_connection_of_the_release_before_sees_and_writes_all_rows(owned):
    """It logs in as the owner, and says nothing of tenants."""
    with psycopg.connect(owned.url) as before:
        assert one(before, TENANTS) == 2
        assert before.execute("UPDATE accounts_user SET last_name = 'Ünal'").rowcount == 913
        copied = before.execute(
            "INSERT INTO tenants_allowedorigin (id, created_at, origin, tenant_id)"
            " SELECT left(md5(id), 24), now(), 'https://' || slug || '.example', id"
            " FROM tenants_tenant"
        )
        assert copied.rowcount == 2
        before.rollback()


def test_a_server_of_the_application_role_is_ready(owned):
    environment = owned.addresses | {"DJANGO_SETTINGS_MODULE": "config.settings.local"}
    with running_server(serve, **environment) as server, closing(server.connect()) as call:
        call.request("GET", "/readyz")
        answer = call.getresponse()
        assert answer.status == 200, answer.read()


def test_a_dump_of_the_owner_is_restored_whole_for_another_one(owned, tmp_path):
    file = str(tmp_path / "backup.dump")
    dump = [program("pg_dump"), "--format=custom", f"--file={file}", f"--dbname={owned.url}"]
    # It refuses to leave rows out without a word, which is what policies might do.
    refused = subprocess.run(dump, capture_output=True, text=True, check=False)
    assert "would be affected by row-level security policy" in refused.stderr

    owned.run(*dump, "--enable-row-security")

    with owner_role("other") as other, owned_database("restored", other) as restored:
        options = ("--no-owner", "--exit-on-error", f"--dbname={restored.url}")
        restored.run(program("pg_restore"), *options, file)
        restored.manage("migrate", "--check")
        restored.manage("database_roles")  # the policies still name the first owner

        assert restored.manage("count_rows") == owned.manage("count_rows")
        assert restored.manage("verify_ledger") == "no differences\n"
        assert "wrong" not in restored.manage("verify_derived")
        with psycopg.connect(restored.url) as connection:
            assert one(connection, TENANTS) == 2
            assert one(connection, NAMED_THERE.format(owned.owner)) == 0  # it may be dropped
        assert_walls_stand(restored)


LOOK_UP = """
from accounts.models import User
from config.context import RequestContext, enter_request
from config.db.walls import ask_directory, tenant_of
user = User.objects.order_by("id").first()
enter_request(RequestContext(id="a request without a tenant"))
assert not User.objects.exists()
print(tenant_of("user", user.pk) == user.tenant_id, ask_directory("is_super_admin_left", None))
"""


def test_where_one_role_does_everything_it_is_its_own_directory(tmp_path):
    with EmbeddedPostgres(tmp_path / "data" / "postgres", durable=False) as server:
        with psycopg.connect(server.url(), autocommit=True) as superuser:
            for role in roles.CREATIONS:
                superuser.execute(f"DROP ROLE {role}")
            superuser.execute("CREATE ROLE alone LOGIN")
            superuser.execute("CREATE DATABASE alone OWNER alone TEMPLATE template0")
        alone = Scratch(server.url("alone").replace("//postgres@", "//alone@"))
        alone.manage("migrate", "--verbosity=0")
        alone.manage("demo_data")

        assert alone.manage("shell", "--no-imports", "-c", LOOK_UP) == "True True\n"
        assert "wrong" not in alone.manage("verify_derived")
        with alone.connect() as connection:
            assert one(connection, TENANTS) == 2
