"""deploy/backup.sh and deploy/drill.sh at a real PostgreSQL; a restored copy mails nobody."""

import json
import os
import subprocess
from collections.abc import Iterator
from getpass import getuser
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from accounts.services.invitations import issue_invitation
from config.runtime.database import copies, programs
from tests.config.test_settings import COMPLETE
from tests.factories import ProgrammeFactory, StudentFactory, UserFactory
from tests.mail import MailServer
from tests.owned import owned_database, owner_role
from tests.scratch import Scratch
from tests.servers import database_url
from tests.workers import finish_work

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system, pytest.mark.drill]

DEPLOY = settings.BASE_DIR / "deploy"
DAY = 86_400


class Machine:
    """What backup.sh and drill.sh find on a server."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.backups = folder / "backups"
        self.hook = folder / "hook"
        self.backups.mkdir()
        self.write("main.env", COMPLETE | MODULE | {"DATABASE_URL": database_url()})

    def write(self, name: str, variables: dict[str, str]) -> None:
        lines = (f"{key}='{value}'\n" for key, value in variables.items())
        (self.folder / name).write_text("".join(lines))

    def run(self, script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [DEPLOY / script, *arguments],
            env={
                **{key: value for key, value in os.environ.items() if key not in HIDDEN},
                "PATH": f"{programs.folder()}:{os.environ['PATH']}",
                "BACKUP_FOLDER": str(self.backups),
                "BACKUP_HOOK": str(self.hook),
                "COMMAND_CENTER_ENV": str(self.folder / "main.env"),
                "COMMAND_CENTER_DRILL_ENV": str(self.folder / "drill.env"),
                "COMMAND_CENTER_USER": getuser(),
            },
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def dumps(self) -> list[Path]:
        return sorted(self.backups.glob("*.dump"))


MODULE = {"DJANGO_SETTINGS_MODULE": "config.settings.production"}
HIDDEN = {*COMPLETE, *MODULE, "SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL"}


@pytest.fixture
def machine(tmp_path) -> Machine:
    return Machine(tmp_path)


@pytest.fixture
def elsewhere(machine) -> Iterator[Scratch]:
    """An empty database of an owner who is no superuser, to which the drill's file leads."""
    with owner_role("drill") as owner, owned_database("drill", owner) as owned:
        machine.write("drill.env", {"DATABASE_URL": owned.url})
        yield owned


def test_a_backup_is_whole_private_and_has_its_counts_beside_it(machine, tenant):
    StudentFactory.create_batch(3, tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])

    result = machine.run("backup.sh")

    assert result.returncode == 0, result.stderr
    (dump,) = machine.dumps
    assert dump.stat().st_mode & 0o077 == 0
    assert "accounts_user 3\n" in dump.with_name(f"{dump.name}.counts").read_text()
    assert "this backup is on this machine alone" in result.stderr
    assert [*machine.backups.glob("*.part")] == []


def test_old_backups_go_once_the_new_one_is_whole_and_a_copy_goes_elsewhere(machine):
    for name in ("old.dump", "old.dump.counts", "new.dump", "note.txt"):
        (machine.backups / name).touch()
        age = 0 if name == "new.dump" else 20 * DAY
        moment = timezone.now().timestamp() - age
        os.utime(machine.backups / name, (moment, moment))
    machine.hook.write_text(f'#!/bin/sh\ncp "$@" "{machine.folder}"\n')
    machine.hook.chmod(0o755)

    result = machine.run("backup.sh")

    assert result.returncode == 0, result.stderr
    (line,) = map(json.loads, result.stderr.splitlines())  # the log tells of what was made
    kept = {file.name for file in machine.backups.iterdir()}
    (made,) = (file for file in machine.dumps if file.name != "new.dump")
    assert kept == {"new.dump", "note.txt", made.name, f"{made.name}.counts"}
    assert (line["level"], made.name in line["message"]) == ("INFO", True)
    assert (machine.folder / made.name).read_bytes() == made.read_bytes()


def test_a_backup_that_fails_removes_nothing_and_says_so(machine):
    (machine.backups / "old.dump").touch()
    os.utime(machine.backups / "old.dump", (0, 0))
    machine.write("main.env", COMPLETE | MODULE | {"DATABASE_URL": database_url("no_such")})

    result = machine.run("backup.sh")

    assert result.returncode != 0
    assert "no_such" in result.stderr
    assert [file.name for file in machine.dumps] == ["old.dump"]


def test_a_hook_that_fails_fails_the_backup(machine):
    machine.hook.write_text("#!/bin/sh\nexit 3\n")
    machine.hook.chmod(0o755)

    assert machine.run("backup.sh").returncode == 3


def test_the_password_of_the_database_is_in_no_list_of_processes(machine, tmp_path):
    seen = tmp_path / "seen"
    spy = tmp_path / "bin"
    spy.mkdir()
    for name in ("pg_dump",):
        program = spy / name
        program.write_text(
            f'#!/bin/sh\ntr "\\0" " " < /proc/$$/cmdline >> "{seen}"\n'
            f'echo "$PGPASSWORD" > "{tmp_path}/password"\nexec "{programs.folder()}/{name}" "$@"\n'
        )
        program.chmod(0o755)
    url = f"{database_url()}&password=very-secret"
    machine.write("main.env", COMPLETE | MODULE | {"DATABASE_URL": url})

    result = subprocess.run(
        [DEPLOY / "command-center", "dump", machine.backups / "a.dump"],
        env=os.environ
        | {"PATH": f"{spy}:{os.environ['PATH']}", "COMMAND_CENTER_USER": getuser()}
        | {"COMMAND_CENTER_ENV": str(tmp_path / "main.env")},
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "very-secret" not in seen.read_text()
    assert (tmp_path / "password").read_text() == "very-secret\n"


def test_the_drill_restores_elsewhere_and_compares_with_the_moment_of_the_dump(
    machine, elsewhere, tenant
):
    StudentFactory.create_batch(3, tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    assert machine.run("backup.sh").returncode == 0
    StudentFactory(tenant=tenant)  # after it

    result = machine.run("drill.sh")

    assert result.returncode == 0, result.stdout + result.stderr
    assert result.stdout.endswith(f"The drill of {machine.dumps[0]} has passed.\n")
    assert "no differences" in result.stdout
    with elsewhere.connect() as there:
        assert there.execute("SELECT count(*) FROM accounts_user").fetchone() == (3,)
        assert there.execute(copies.COMMENT).fetchone() == (copies.MARK,)


def test_the_drill_notices_a_row_that_is_lacking(machine, elsewhere, tenant):
    StudentFactory(tenant=tenant)
    assert machine.run("backup.sh").returncode == 0
    counted = machine.dumps[0].with_name(f"{machine.dumps[0].name}.counts")
    counted.write_text(counted.read_text().replace("accounts_user 1\n", "accounts_user 2\n"))

    result = machine.run("drill.sh")

    assert result.returncode != 0
    assert "< accounts_user 2\n> accounts_user 1" in result.stdout.replace("---\n", "")
    assert "has passed" not in result.stdout


def test_nothing_is_restored_over_a_database_that_holds_something(machine, tenant):
    machine.write("drill.env", {"DATABASE_URL": database_url()})
    assert machine.run("backup.sh").returncode == 0

    result = machine.run("drill.sh")

    assert result.returncode != 0
    assert "this database is not empty, and nothing was done" in result.stderr


def test_a_restored_copy_mails_nobody_until_it_takes_over(machine, elsewhere, tenant):
    invited = UserFactory(tenant=tenant, email="ada@state.edu")
    issue_invitation(actor=UserFactory(tenant=tenant), user=invited)
    assert machine.run("backup.sh").returncode == 0
    assert machine.run("drill.sh").returncode == 0
    mails = MailServer()
    mails.start()
    addresses = {"DATABASE_URL": elsewhere.url, "EMAIL_URL": mails.url}
    try:
        finish_work(**addresses)
        assert mails.mails == []
        with elsewhere.connect() as there:
            failure = "SELECT failure FROM accounts_invitation"
            said = "This database is a restored copy, which mails nobody."
            assert there.execute(failure).fetchone() == (said,)

        elsewhere.manage("restore", "--take-over")
        with elsewhere.connect() as there:
            there.execute("UPDATE django_tasks_database_dbtaskresult SET run_after = now()")
        finish_work(**addresses)

        assert [mail["To"] for mail in mails.mails] != []
    finally:
        mails.stop()
