"""The units of systemd: it takes them, they may do little, and the product works under that."""

import json
import os
import re
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from django.conf import settings as active

from accounts.services.invitations import issue_invitation
from config.runtime.database import programs
from tests import sandbox
from tests.clients import bearer
from tests.config.test_settings import COMPLETE
from tests.factories import PASSWORD, StudentFactory, SuperAdminFactory, UserFactory
from tests.sandbox import UNITS, sandboxed
from tests.servers import PATIENCE, database_url, running_server, serve

pytestmark = pytest.mark.system

SHARED = UNITS / "command-center-.service.d" / "hardening.conf"
SERVICES = sorted(UNITS.glob("*.service"))
BACKUP_UNIT = UNITS / "command-center-backup.service"

systemd = pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="there is no systemd here")
restricted = pytest.mark.skipif(
    not sandbox.is_possible(), reason="this machine takes no rights from programs"
)


def analyse(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["systemd-analyze", "--no-pager", *arguments],  # noqa: S607
        capture_output=True,
        text=True,
        check=False,
    )


@pytest.fixture
def machine(tmp_path: Path) -> Path:
    """A root folder with our units in their place; what they start is there."""
    installed = tmp_path / "etc" / "systemd" / "system"
    shutil.copytree(UNITS, installed)
    for file in installed.glob("*.service"):
        # The one thing that is nowhere but on the server.
        file.write_text(re.sub(r"/srv/\S+/(?:python|backup\.sh)", "/bin/sh", file.read_text()))
    return tmp_path


@systemd
def test_systemd_takes_the_units(machine):
    files = [file for file in machine.rglob("*") if file.suffix in {".service", ".timer"}]
    named = [file.rename(file.with_name(file.name.replace("@", "@8000"))) for file in files]

    result = analyse("verify", *map(str, named))

    assert (result.returncode, result.stderr) == (0, "")


@systemd
@pytest.mark.parametrize("service", SERVICES, ids=lambda file: file.stem)
def test_a_unit_may_do_little(machine, service):
    name = service.name.replace("@", "@8000")

    result = analyse("security", "--offline=true", f"--root={machine}", "--threshold=30", name)

    found = re.search(r"Overall exposure level for \S+: ([\d.]+)", result.stdout)
    assert found, result.stderr
    assert float(found[1]) < 3, result.stdout
    assert result.returncode == 0


def test_what_holds_for_all_units_stands_in_one_place():
    shared = set(re.findall(r"^(\w+)=", SHARED.read_text(), re.MULTILINE))
    own = {
        name for file in SERVICES for name in re.findall(r"^(\w+)=", file.read_text(), re.MULTILINE)
    }

    assert not shared & own
    assert all(file.name.startswith("command-center-") for file in SERVICES)


@pytest.mark.drill
def test_units_run_commands_that_there_are():
    commands = {
        match for file in SERVICES for match in re.findall(r"manage\.py (\w+)", file.read_text())
    }

    assert commands == {"serve", "db_worker", "tidy", "record_expiries", "seal_audit"}
    for script in re.findall(r"current/(deploy/\S+)", BACKUP_UNIT.read_text()):
        assert os.access(active.BASE_DIR / script, os.X_OK)
    for command in commands:
        help_ = [sys.executable, "manage.py", command, "--help"]
        environment = os.environ | {"DATABASE_URL": "postgresql://nobody@localhost/none"}
        subprocess.run(
            help_, cwd=active.BASE_DIR, env=environment, stdout=subprocess.DEVNULL, check=True
        )


# Under the same restrictions --------------------------------------------------------------------


def production(folder: Path, **environment: str) -> dict[str, str]:
    return {
        **COMPLETE,
        "DJANGO_SETTINGS_MODULE": "config.settings.production",
        "DATABASE_URL": database_url(),
        "SYSTEM_DATABASE_URL": database_url(),
        "ALLOWED_HOSTS": "127.0.0.1",
        "SECURE_SSL_REDIRECT": "false",
        "SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS": "false",
        "METRICS_TOKEN": "t" * 32,
        "WEB_WORKERS": "2",
        "TMPDIR": str(folder),
        "RUNTIME_DIRECTORY": str(folder / "run"),
        # What a unit does not name is read-only: nothing may be written there.
        "DATA_DIR": str(active.BASE_DIR / ".data" / "read-only"),
        **environment,
    }


def run(unit: str, folder: Path, *command: str, **environment: str) -> str:
    """Return what a program says that runs as a unit's, and writes to one folder alone."""
    result = subprocess.run(
        sandboxed(unit, list(command), folder),
        cwd=active.BASE_DIR,
        env=os.environ | production(folder, **environment),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=PATIENCE * 3,
        check=False,
    )
    assert result.returncode == 0, result.stdout
    return result.stdout


ESCAPES = """
import os, socket
def tried(act):
    try:
        act()
    except OSError as error:
        return type(error).__name__
    return "done"
print(tried(lambda: open("manage.py", "a")))
print(tried(lambda: open("/etc/passwd", "a")))
print(tried(lambda: os.sched_setaffinity(0, {0})))
print(tried(lambda: os.setpriority(os.PRIO_PROCESS, 0, -5)))
print(tried(lambda: os.chroot("/")))
print(tried(lambda: os.unshare(os.CLONE_NEWUSER)))
print(tried(lambda: socket.socket(socket.AF_PACKET, socket.SOCK_RAW)))
print(tried(lambda: open(os.environ["TMPDIR"] + "/file", "w")))
print(tried(lambda: socket.socket(socket.AF_INET)))
print(tried(lambda: os.nice(5)))
"""


@restricted
@pytest.mark.django_db
def test_what_is_taken_from_a_unit_is_gone(tmp_path):
    said = run("command-center-worker.service", tmp_path, sys.executable, "-c", ESCAPES)

    refused = ["OSError", "OSError", *["PermissionError"] * 4, "OSError"]
    assert said.split() == [*refused, "done", "done", "done"]


@restricted
@pytest.mark.django_db(transaction=True)
def test_the_server_does_its_work_under_its_unit(settings, tmp_path, tenant):
    """It signs in, writes a file for an export, adds its processes' figures up, replaces them."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.Argon2PasswordHasher"]
    admin = SuperAdminFactory(tenant=tenant, password=PASSWORD)
    StudentFactory.create_batch(3, tenant=tenant)
    (tmp_path / "run").mkdir()

    def command(port: int) -> list[str]:
        return sandboxed("command-center-web@.service", serve(port), tmp_path)

    def ask(method: str, path: str, body: dict | None = None, **headers: str) -> tuple[int, bytes]:
        with closing(server.connect()) as call:
            sent = json.dumps(body) if body else None
            call.request(method, path, sent, {"Content-Type": "application/json"} | headers)
            answer = call.getresponse()
            return answer.status, answer.read()

    with (
        (tmp_path / "log").open("wb") as log,
        running_server(command, log=log, **production(tmp_path)) as server,
    ):
        who = {"email": admin.email, "password": PASSWORD, "tenant_slug": tenant.slug}
        status, answer = ask("POST", "/v1/auth/login", who)
        assert status == 200, answer
        token = bearer(json.loads(answer)["data"])
        for kind, beginning in (("csv", b"\xef\xbb\xbf"), ("xlsx", b"PK")):
            status, file = ask("GET", f"/v1/console/students/export?format={kind}", **token)
            assert (status, file[: len(beginning)]) == (200, beginning)
        status, figures = ask("GET", "/metrics", Authorization=f"Bearer {'t' * 32}")
        assert status == 200
        assert b"command_center_database_up 1.0" in figures
        assert b'route="/v1/auth/login",status="2xx"' in figures
        _, ready = ask("GET", "/readyz?exclude=mail,static,queue")
        assert json.loads(ready)["status"] == "ready"
    text = (tmp_path / "log").read_text()
    assert "Traceback" not in text, text
    assert "completed, see ya!" in text


@restricted
@pytest.mark.django_db(transaction=True)
def test_the_worker_does_its_work_under_its_unit(tmp_path, tenant, mail_server):
    issue_invitation(actor=None, user=UserFactory(tenant=tenant, email="ada@state.edu"))

    once = (sys.executable, "manage.py", "db_worker", "--queue-name", "*", "--batch")
    said = run("command-center-worker.service", tmp_path, *once, EMAIL_URL=mail_server.url)

    assert "accounts.tasks.send_invitation SUCCESSFUL" in said
    (mail,) = mail_server.mails
    assert "ada@state.edu" in mail["To"]


@restricted
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("command", ["tidy", "record-expiries", "seal-audit"])
def test_a_timer_does_its_work_under_its_unit(tmp_path, tenant, command):
    manage = (sys.executable, "manage.py", command.replace("-", "_"))

    assert "Traceback" not in run(f"command-center-{command}.service", tmp_path, *manage)


@restricted
@pytest.mark.django_db(transaction=True)
def test_the_backup_does_its_work_under_its_unit(tmp_path, tenant):
    variables = production(tmp_path)
    (tmp_path / "env").write_text(
        "".join(f"{name}='{value}'\n" for name, value in variables.items())
    )
    said = run(
        BACKUP_UNIT.name,
        tmp_path,
        str(active.BASE_DIR / "deploy" / "backup.sh"),
        BACKUP_FOLDER=str(tmp_path),
        COMMAND_CENTER_ENV=str(tmp_path / "env"),
        COMMAND_CENTER_USER="root",
        PATH=f"{programs.folder()}:{os.environ['PATH']}",
    )

    (dump,) = tmp_path.glob("*.dump")
    assert dump.stat().st_mode & 0o077 == 0
    assert dump.with_name(f"{dump.name}.counts").exists(), said
