"""deploy/first.sh: the database of a new machine, and the variables that lead to it."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from django.conf import settings

from config.runtime.environment_file import variables
from tests.containers.database import SUPERUSER, FirstStart, new_server
from tests.servers import HOST

pytestmark = [pytest.mark.system, pytest.mark.drill]

SCRIPT = settings.BASE_DIR / "deploy" / "first.sh"
ASKED = ("console.example.edu", "smtp+tls://ada:it's@mail.example.edu:587", "Ada & Co <a@b.edu>")
PASSWORD = "of the administrator"


class NewMachine:
    """The two files, which are not there yet, and a PostgreSQL that holds nothing."""

    def __init__(self, folder: Path, server: FirstStart) -> None:
        self.variables = folder / "command-center.env"
        self.owners = folder / "command-center.owner.env"
        self.server = server

    def first(self, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        given = {
            **self.server.administrator,
            "PGHOST": HOST,
            "PGUSER": SUPERUSER,
            "PGPASSWORD": PASSWORD,
            "COMMAND_CENTER_ENV": str(self.variables),
            "COMMAND_CENTER_OWNER_ENV": str(self.owners),
        }
        return subprocess.run(
            [SCRIPT, *arguments],
            env=os.environ | given | environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def given(self) -> dict[str, str]:
        return variables(self.variables.read_text()) | variables(self.owners.read_text())


@pytest.fixture
def machine(tmp_path) -> Iterator[NewMachine]:
    tmp_path.chmod(0o755)
    with new_server(tmp_path) as server:
        at = f"host={server.sockets} port={server.port} user={SUPERUSER} dbname=postgres"
        with psycopg.connect(at) as connection:
            connection.execute(f"ALTER ROLE {SUPERUSER} PASSWORD '{PASSWORD}'")
        yield NewMachine(tmp_path, server)


def test_a_new_machine_has_what_the_release_asks_for(machine):
    result = machine.first(*ASKED)

    assert (result.returncode, result.stderr) == (0, "")
    given = machine.given
    host, mail, sender = ASKED
    assert (given["ALLOWED_HOSTS"], given["PUBLIC_URL"]) == (host, f"https://{host}")
    assert (given["EMAIL_URL"], given["DEFAULT_FROM_EMAIL"]) == (mail, sender)
    migrated = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0"],
        cwd=settings.BASE_DIR,
        env=os.environ | given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (migrated.returncode, migrated.stderr) == (0, "")
    roles = {"DATABASE_URL": "application", "SYSTEM_DATABASE_URL": "system"}
    for variable, role in roles.items():
        with psycopg.connect(given[variable]) as connection:
            who = connection.execute("SELECT current_user, count(*) FROM tenants_tenant").fetchone()
            assert who == (f"command_center_{role}", 0)


def test_secrets_are_new_apart_and_their_owners_alone(machine):
    assert machine.first(*ASKED).returncode == 0
    given = machine.given

    names = ("DATABASE_URL", "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL")
    passwords = {given[name].split(":")[2].split("@")[0] for name in names}
    secrets = {given["SECRET_KEY"], given["JWT_SIGNING_KEY"], *passwords}
    assert len(secrets) == 5
    assert min(map(len, secrets)) == 64
    for file in (machine.variables, machine.owners):
        assert file.stat().st_mode & 0o777 == 0o600
    assert "OWNER_DATABASE_URL" not in variables(machine.variables.read_text())


def test_what_is_there_already_is_left_as_it_is(machine):
    assert machine.first(*ASKED).returncode == 0
    before = machine.given

    again = machine.first(*ASKED)

    assert again.returncode == 1
    assert again.stderr == f"error: {machine.variables} is there already; nothing was done.\n"
    assert machine.given == before
    # The same with the files gone: the roles are there.
    machine.variables.unlink()
    machine.owners.unlink()
    once_more = machine.first(*ASKED)
    assert once_more.returncode != 0
    assert 'role "command_center_owner" already exists' in once_more.stderr
    assert not machine.variables.exists()
    psycopg.connect(before["DATABASE_URL"]).close()


def test_without_a_database_no_file_is_written_and_it_may_be_run_again(machine):
    refused = machine.first(*ASKED, PGPASSWORD="another")

    assert refused.returncode != 0
    assert "password authentication failed" in refused.stderr
    assert not machine.variables.exists()
    assert machine.first(*ASKED).returncode == 0


@pytest.mark.parametrize("host", ["", "https://console.example.edu", "console.example.edu:8443"])
def test_what_is_no_host_name_is_refused(machine, host):
    refused = machine.first(host, *ASKED[1:])

    assert refused.returncode == 2
    assert "write it as console.example.edu" in refused.stderr
    assert not machine.variables.exists()
