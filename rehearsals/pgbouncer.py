"""PgBouncer before a PostgreSQL of its own, by ``deploy/pgbouncer/``."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlencode

import psycopg

from benchmarks.ports import HOST, free_port
from config.db import roles
from config.runtime.database import EmbeddedPostgres, programs
from config.runtime.database.embedded import DATABASE, PORT
from rehearsals.programs import BASE_DIR, RehearsalError, running, wait_until

EXAMPLE = BASE_DIR / "deploy" / "pgbouncer" / "pgbouncer.ini"

# From here on it keeps prepared statements.
_KEEPS_STATEMENTS = (1, 22)


class Pooled:
    """A database, and PgBouncer on the way to it."""

    def __init__(self, postgres: EmbeddedPostgres) -> None:
        self._postgres = postgres
        self.port = free_port()

    def url(self, user: str, database: str = DATABASE) -> str:
        """Return the address that leads through PgBouncer."""
        return (
            f"postgresql:///{database}?{urlencode({'host': HOST, 'port': self.port, 'user': user})}"
        )

    def direct_url(self) -> str:
        """Return the address of PostgreSQL itself, for the owner."""
        return self._postgres.url()

    def ask(self, query: str, *values: object) -> list[tuple]:
        """Return what PostgreSQL itself answers to the owner."""
        with psycopg.connect(self.direct_url(), autocommit=True) as connection:
            return connection.execute(query, values).fetchall()  # type: ignore[arg-type]

    def clients(self) -> int:
        """Return how many connections of others PgBouncer holds at the moment."""
        with psycopg.connect(
            self.url(roles.SYSTEM, "pgbouncer"),
            autocommit=True,
            cursor_factory=psycopg.ClientCursor,
        ) as console:
            rows = console.execute("SHOW CLIENTS").fetchall()
        return sum(DATABASE in row for row in rows)

    def sessions(self) -> int:
        """Return how many sessions of PostgreSQL it uses for them."""
        roles_of_ours = [roles.APPLICATION, roles.SYSTEM]
        query = "SELECT count(*) FROM pg_stat_activity WHERE usename = ANY (%s)"
        ((count,),) = self.ask(query, roles_of_ours)
        return count


def pgbouncer() -> str:
    """Return the path of the machine's PgBouncer."""
    # Debian keeps it where only root's PATH goes.
    places = os.pathsep.join([os.environ.get("PATH", os.defpath), "/usr/sbin", "/usr/local/sbin"])
    path = shutil.which("pgbouncer", path=places)
    if path is None:
        raise RehearsalError("PgBouncer is not installed: run `make pgbouncer`.")
    return path


def keeps_statements() -> bool:
    """Return whether the machine's PgBouncer can keep prepared statements apart."""
    said = subprocess.run([pgbouncer(), "--version"], capture_output=True, text=True, check=True)
    major, minor = re.findall(r"\d+", said.stdout)[:2]
    return (int(major), int(minor)) >= _KEEPS_STATEMENTS


@contextmanager
def running_pgbouncer(postgres: EmbeddedPostgres, folder: Path, size: int) -> Iterator[Pooled]:
    """Run it before a server that runs, with so many sessions for each role."""
    pooled = Pooled(postgres)
    users, log = folder / "userlist.txt", folder / "pgbouncer.log"
    users.write_text("".join(f'"{one}" ""\n' for one in (roles.APPLICATION, roles.SYSTEM)))
    text = EXAMPLE.read_text()
    for ours, example in {
        f"host={postgres.socket_dir} port={PORT}": "host=127.0.0.1 port=5432",
        f"listen_port = {pooled.port}": "listen_port = 6432",
        "auth_type = trust": "auth_type = scram-sha-256",
        str(users): "/etc/pgbouncer/userlist.txt",
        str(log): "/var/log/postgresql/pgbouncer.log",
        str(folder / "pgbouncer.pid"): "/run/postgresql/pgbouncer.pid",
        f"default_pool_size = {size}": "default_pool_size = 20",
        # Here it is about what is right, on a machine that others use too.
        "query_wait_timeout = 120": "query_wait_timeout = 10",
    }.items():
        if example not in text:
            raise RehearsalError(f"{EXAMPLE} has no {example}.")
        text = text.replace(example, ours)
    if not keeps_statements():
        text = text.replace("max_prepared_statements", ";max_prepared_statements")
    configuration = folder / "pgbouncer.ini"
    configuration.write_text(text)
    command = [*programs.unprivileged(None), pgbouncer(), "--quiet", str(configuration)]
    with running(command, log) as process:
        wait_until(lambda: _answers(pooled) or process.poll() is not None, "PgBouncer's start")
        if process.poll() is not None:
            raise RehearsalError(f"PgBouncer ended: {log.read_text()[-500:]}")
        yield pooled


def _answers(pooled: Pooled) -> bool:
    try:
        pooled.clients()
    except psycopg.OperationalError:
        return False
    return True
