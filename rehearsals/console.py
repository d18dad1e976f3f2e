"""The console over a rehearsed database: its tables, the demo's rows, a web server."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse
from pathlib import Path

from psycopg import sql

from benchmarks.ports import HOST, free_port
from config.db import roles
from rehearsals.cluster import DATABASE, Cluster
from rehearsals.pgbouncer import Pooled
from rehearsals.programs import BASE_DIR, RehearsalError, running, wait_until

OWNER = "command_center_owner"

# Seconds for an answer: more than the console takes to say that the database is away.
PATIENCE = 15

# Seconds that a command may take: the longest is a migration beside many other programs.
COMMAND = 600


class Console:
    """The product's commands and its server, over the address that leads to the primary.

    ``more`` are variables of its environment beside the usual ones.
    """

    def __init__(self, cluster: Cluster | Pooled, folder: Path, **more: str) -> None:
        self.port = free_port()
        self._cluster, self._folder, self._more = cluster, folder, more

    def prepare(self) -> None:
        """Make the roles and the database as docs/operating.md does, and fill it."""
        password = self._cluster.passwords["SUPERUSER"]
        with self._cluster.superuser("postgres") as connection:
            for role in (OWNER, roles.APPLICATION, roles.SYSTEM):
                login = sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}")
                connection.execute(login.format(sql.Identifier(role), sql.Literal(password)))
            connection.execute(f"CREATE ROLE {roles.DIRECTORY} ROLE {OWNER}")
            connection.execute(f"CREATE DATABASE {DATABASE} OWNER {OWNER} TEMPLATE template0")
        self.fill()

    def fill(self) -> None:
        """Make the tables, and the demo's rows."""
        self.manage("migrate", "--verbosity=0", "--no-input")
        self.manage("demo_data")

    def manage(self, *arguments: str) -> str:
        """Run a command of manage.py; return what it prints."""
        try:
            ended = subprocess.run(
                [sys.executable, "manage.py", *arguments],
                cwd=BASE_DIR,
                env=self._environment(),
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=COMMAND,
                check=False,
            )
        except subprocess.TimeoutExpired:
            raise RehearsalError(f"manage.py {arguments[0]} took over {COMMAND} seconds.") from None
        if ended.returncode:
            raise RehearsalError(f"manage.py {arguments[0]} failed: {ended.stdout}{ended.stderr}")
        return ended.stdout

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve people for the length of the block."""
        command = [sys.executable, "manage.py", "serve", "--port", str(self.port)]
        log = self._folder / "console.log"
        with running(command, log, cwd=BASE_DIR, env=self._environment()) as server:
            wait_until(lambda: _is_ready(self.port) or server.poll() is not None, "a ready server")
            if server.poll() is not None:
                raise RehearsalError(f"the server ended: {log.read_text()[-500:]}")
            yield

    def addresses(self) -> dict[str, str]:
        """Return the variables that lead to the database."""
        return {
            "DATABASE_URL": self._cluster.url(roles.APPLICATION),
            "SYSTEM_DATABASE_URL": self._cluster.url(roles.SYSTEM),
            "OWNER_DATABASE_URL": self._cluster.url(OWNER),
        }

    def _environment(self) -> dict[str, str]:
        ours = {
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
            "DATA_DIR": str(self._folder / "console"),
            "PUBLIC_URL": f"http://{HOST}:{self.port}",
            "RATE_LIMITS": "false",
        }
        return os.environ | ours | self.addresses() | self._more


def _is_ready(port: int) -> bool:
    with (
        suppress(OSError, HTTPException),
        closing(HTTPConnection(HOST, port, timeout=PATIENCE)) as ask,
        _answer(ask) as answer,
    ):
        return answer.status == 200
    return False


def _answer(ask: HTTPConnection) -> HTTPResponse:
    # No worker runs here, and what the demo queued may have waited for long.
    ask.request("GET", "/readyz?exclude=queue,mail")
    return ask.getresponse()
