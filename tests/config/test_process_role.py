"""Which role of the database a process logs in with, and where it finds it."""

import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from accounts.models import User
from config import checks
from config.db import roles
from config.runtime.database import EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole, name_of, role_of
from tenants.management.about_tenant import about_tenant
from tests.factories import UserFactory
from tests.walled.base import as_role


@pytest.mark.parametrize(
    ("argv", "role"),
    [
        (["manage.py", "migrate"], DatabaseRole.OWNER),
        (["/srv/command-center/8000/manage.py", "database_roles"], DatabaseRole.OWNER),
        (["/srv/command-center/8000/config/database.py", "psql"], DatabaseRole.OWNER),
        (["manage.py", "demo"], DatabaseRole.OWNER),
        (["manage.py", "db_worker", "--queue-name", "*"], DatabaseRole.SYSTEM),
        (["manage.py", "tidy"], DatabaseRole.SYSTEM),
        (["manage.py"], DatabaseRole.SYSTEM),
        (["manage.py", "serve"], DatabaseRole.APPLICATION),
        (["/srv/.venv/lib/config/runtime/web_server.py", "config.asgi:application"], "application"),
        (["gunicorn", "config.wsgi:application"], DatabaseRole.APPLICATION),
        ([], DatabaseRole.APPLICATION),
    ],
)
def test_a_process_gets_the_least_role_that_does_its_work(argv, role):
    assert role_of(argv) == role


@pytest.mark.parametrize(
    ("argv", "name"),
    [
        (["manage.py", "migrate"], "command-center migrate"),
        (["manage.py", "serve"], "command-center web"),
        (["manage.py", "db_worker", "--queue-name", "*"], "command-center worker"),
        (["/srv/.venv/lib/config/runtime/web_server.py", "config.asgi:application"], None),
        (["gunicorn", "config.wsgi:application"], None),
        ([], None),
    ],
)
def test_a_process_is_called_what_it_does(argv, name):
    assert name_of(argv) == (name or "command-center web")


def test_an_own_address_counts_before_the_common_one():
    assert DatabaseRole.OWNER.variables == (
        *("DATABASE_DIRECT_URL", "OWNER_DATABASE_URL", "DATABASE_URL"),
    )
    assert DatabaseRole.SYSTEM.variables == ("SYSTEM_DATABASE_URL", "DATABASE_URL")
    assert DatabaseRole.APPLICATION.variables == ("DATABASE_URL",)


def test_at_the_embedded_server_each_role_is_a_user(tmp_path):
    users = {
        role: EmbeddedPostgres(tmp_path, role=role).settings()["USER"] for role in DatabaseRole
    }

    assert users == {
        DatabaseRole.OWNER: "postgres",
        DatabaseRole.SYSTEM: roles.SYSTEM,
        DatabaseRole.APPLICATION: roles.APPLICATION,
    }


@pytest.mark.parametrize("missing", ["SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL"])
def test_one_role_for_everything_is_warned_of(missing, monkeypatch):
    monkeypatch.delenv("DATABASE_DIRECT_URL", raising=False)
    monkeypatch.setenv("SYSTEM_DATABASE_URL", "postgresql:///x")
    monkeypatch.setenv("OWNER_DATABASE_URL", "postgresql:///x")
    assert checks.roles_of_the_database_are_apart(None) == []

    monkeypatch.delenv(missing)

    (warning,) = checks.roles_of_the_database_are_apart(None)
    assert warning.id == "config.W001"


@pytest.mark.django_db
def test_a_command_about_a_tenant_sees_its_rows_alone():
    ada, _ = UserFactory(), UserFactory()

    with as_role(roles.SYSTEM):
        with about_tenant(ada.tenant.slug):
            assert list(User.objects.all()) == [ada]
        assert User.objects.count() == 2


@pytest.mark.django_db
def test_a_command_about_a_tenant_that_is_not_there_is_told_so():
    refused = pytest.raises(CommandError, match="no active tenant 'nowhere'")
    with refused, about_tenant("nowhere"):
        pass


@pytest.mark.django_db
def test_a_command_runs_as_the_system_and_sees_all_tenants(monkeypatch):
    UserFactory.create_batch(2)
    seen = []

    def handle(self, **options):
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_user, count(*) FROM accounts_user")
            seen.extend(cursor.fetchall())

    monkeypatch.setattr("config.management.commands.tidy.Command.handle", handle)

    call_command("tidy")

    assert seen == [(roles.SYSTEM, 2)]
