"""Two universities' CAS servers, which run as long as the tests do."""

import json
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
import pytest
from django.conf import settings

SERVER = Path(__file__).parent / "server.py"
PYTHON = settings.BASE_DIR / ".venv-cas" / "bin" / "python"

# What everybody at both universities signs in with there.
PASSWORD = "university password"

# Seconds in which a server that was told to stop does.
PATIENCE = 20


def person(username: str, email: str) -> dict[str, str]:
    names = {"first_name": username.title(), "last_name": "Obi"}
    return {"username": username, "email": email, "password": PASSWORD} | names


ACME = [
    person("alice", "alice@acme.edu"),
    person("sam", "sam@acme.edu"),
    person("nobody", "nobody@acme.edu"),
]
# Globex is hostile: it lets Eve in, and says that this is Alice of Acme.
GLOBEX = [person("eve", "alice@acme.edu"), person("alice", "alice@acme.edu")]


@dataclass(frozen=True)
class CASServer:
    """A running CAS server; ``url`` is what a tenant's configuration names, with its "/"."""

    url: str


@contextmanager
def running_cas(name: str, people: list[dict[str, str]], folder: Path) -> Iterator[CASServer]:
    """Run the CAS server of a university for the length of the block.

    Without one the test fails, and is never skipped.
    """
    if not PYTHON.exists():
        pytest.fail("The CAS server is not installed; `make test` does it (.venv-cas).")
    listed = folder / f"{name}.json"
    listed.write_text(json.dumps(people))
    process = psutil.Popen(
        [PYTHON, SERVER, name, listed],
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        # It says where, or ends, and then there is nothing to read.
        url = process.stdout.readline().strip()
        assert url, "The CAS server ended by itself."
        yield CASServer(url)
    finally:
        process.terminate()
        try:
            process.wait(PATIENCE)
        except psutil.TimeoutExpired:
            process.kill()
            process.wait()
        process.stdout.close()


@pytest.fixture(scope="session")
def acme_cas(tmp_path_factory) -> Iterator[CASServer]:
    with running_cas("acme", ACME, tmp_path_factory.mktemp("acme")) as server:
        yield server


@pytest.fixture(scope="session")
def globex_cas(tmp_path_factory) -> Iterator[CASServer]:
    with running_cas("globex", GLOBEX, tmp_path_factory.mktemp("globex")) as server:
        yield server
