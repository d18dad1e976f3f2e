"""The blocks of the documentation, run as they are printed."""

import os
import re
import shutil
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import suppress
from http.client import HTTPException
from pathlib import Path
from urllib.request import urlopen

import pytest
from django.conf import settings

from config.runtime.database.programs import unprivileged
from rehearsals.programs import give_to_nobody
from tests.docs.pages import ROOT, pages
from tests.mail import MailServer
from tests.scratch import scratch_database
from tests.servers import free_port
from tests.waiting import eventually

pytestmark = pytest.mark.system

BLOCK = re.compile(r"^( *)```(?:bash|sh)\n(.*?)^\1```$", re.MULTILINE | re.DOTALL)
OPERATING = ROOT / "docs" / "operating.md"

# What is somebody's own, and what only developers have.
NOT_COPIED = (".git", ".venv*", ".data", "__pycache__", ".*_cache", "node_modules", "tests")


def blocks(page: Path, heading: str = "") -> list[str]:
    """Return the blocks of a page for a shell, or of the part of it below a heading."""
    text = page.read_text()
    if heading:
        text = text.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]
    return [block for _, block in BLOCK.findall(text)]


@pytest.mark.parametrize("page", pages(), ids=lambda page: page.name)
def test_each_block_is_what_a_shell_understands(page):
    for block in blocks(page):
        result = subprocess.run(
            ["bash", "-n"],  # noqa: S607
            input=block,
            capture_output=True,
            text=True,
            check=False,
        )
        assert (result.returncode, result.stderr) == (0, ""), block


def test_blocks_are_found():
    assert sum(len(blocks(page)) for page in pages()) > 20
    assert len(blocks(OPERATING, "In short")) == 1


def filled(example: str, **values: str) -> str:
    """Return ``.env.example`` as somebody fills it in who changes nothing else."""
    for name, value in values.items():
        example, found = re.subn(
            rf"^(?:# )?{name}=.*$", f"{name}='{value}'", example, flags=re.MULTILINE
        )
        assert found == 1, name
    return example


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with the project alone, and Python's packages in reach."""
    path = tmp_path / "command-center"
    shutil.copytree(settings.BASE_DIR, path, ignore=shutil.ignore_patterns(*NOT_COPIED))
    return path


@pytest.fixture
def mails() -> Iterator[MailServer]:
    server = MailServer()
    server.start()
    yield server
    server.stop()


@pytest.mark.drill
@pytest.mark.django_db(transaction=True)
def test_the_short_way_leads_from_an_empty_folder_to_a_server_and_an_invitation(
    folder, mails, tmp_path
):
    """With the variables of ``.env.example``; nothing is inherited but the path to Python.

    Root is somebody else there, who owns that folder and no other.
    """
    (block,) = blocks(OPERATING, "In short")
    port = free_port()
    log = tmp_path / "log"
    with scratch_database("in_short") as scratch:
        variables = filled(
            (folder / ".env.example").read_text(),
            SECRET_KEY="s" * 60,
            JWT_SIGNING_KEY="j" * 60,
            DATABASE_URL=scratch.url,
            SYSTEM_DATABASE_URL=scratch.url,
            EMAIL_URL=mails.url,
            PORT=str(port),
            WEB_WORKERS="1",
            STATIC_ROOT=str(tmp_path / "static"),
        )
        (folder / ".env").write_text(variables)
        give_to_nobody(tmp_path)
        with log.open("wb") as written:
            process = subprocess.Popen(
                [*unprivileged(None), "bash", "-euc", f"set -a; . ./.env; set +a\n{block}"],
                cwd=folder,
                env={
                    "PATH": f"{Path(sys.executable).parent}:{os.environ['PATH']}",
                    "HOME": str(tmp_path),
                    "LANG": "C.UTF-8",
                },
                stdin=subprocess.DEVNULL,
                stdout=written,
                stderr=subprocess.STDOUT,
                start_new_session=True,
            )
        try:
            eventually(lambda: is_ready(port) or process.poll() is not None, patience=300)
            assert process.poll() is None, log.read_text()
            assert Path(f"/proc/{process.pid}").stat().st_uid != 0
            eventually(lambda: mails.mails, patience=120)
        finally:
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGTERM)
                process.wait(60)
            with suppress(ProcessLookupError):
                os.killpg(process.pid, signal.SIGKILL)
        (mail,) = mails.mails
        assert "ada@state.edu" in mail["To"]
        assert "https://console.example.edu/invitations/" in mail.as_string().replace("=\n", "")
        with scratch.connect() as there:
            found = there.execute("SELECT slug, time_zone FROM tenants_tenant").fetchall()
            assert found == [("state-university", "Africa/Lagos")]


def is_ready(port: int) -> bool:
    with suppress(OSError, HTTPException):
        return urlopen(f"http://127.0.0.1:{port}/readyz", timeout=10).status == 200
    return False
