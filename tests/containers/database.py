"""A database as compose.yaml's container makes it at its first start, by the machine's programs."""

import os
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from config.runtime.database import programs
from tests.servers import HOST, free_port

ROLES = settings.BASE_DIR / "deploy" / "roles.sh"
SUPERUSER = "postgres"


@dataclass(frozen=True)
class FirstStart:
    """A server that listens on this machine, and asks for passwords but at its socket."""

    port: int
    sockets: str

    @property
    def administrator(self) -> dict[str, str]:
        """What leads psql to the socket."""
        path = f"{programs.folder()}:{os.environ['PATH']}"
        return {"PATH": path, "PGHOST": self.sockets, "PGPORT": str(self.port)}

    def at_here(self, url: str) -> str:
        """Return an address of secrets/ as it is here."""
        return url.replace("@database:5432/", f"@{HOST}:{self.port}/")


@contextmanager
def first_start(folder: Path, passwords: dict[str, str]) -> Iterator[FirstStart]:
    """Run a new server for the length of the block, once roles.sh has run there."""
    with new_server(folder) as server:
        given = passwords | server.administrator | {"POSTGRES_USER": SUPERUSER}
        subprocess.run([ROLES], env=os.environ | given, check=True)
        yield server


@contextmanager
def new_server(folder: Path) -> Iterator[FirstStart]:
    """Run a server that holds nothing for the length of the block."""
    data = folder / "cluster"
    # A socket's path may have some hundred bytes.
    with tempfile.TemporaryDirectory() as sockets:
        Path(sockets).chmod(0o777)
        server = FirstStart(free_port(), sockets)
        _run(data, "initdb", "--auth-local=trust", "--auth-host=scram-sha-256", f"-U{SUPERUSER}")
        options = f"-c listen_addresses={HOST} -c port={server.port} -k {sockets}"
        _run(data, "pg_ctl", "start", "--wait", f"--log={folder}/cluster.log", "-o", options)
        try:
            yield server
        finally:
            _run(data, "pg_ctl", "stop", "--wait", "--mode=fast")


def _run(data: Path, program: str, *arguments: str) -> None:
    result = programs.run(program, *arguments, f"--pgdata={data}", data_dir=data)
    assert result.returncode == 0, result.stdout
