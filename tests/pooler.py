"""A pooler in front of the tests' PostgreSQL: the machine's PgBouncer."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

import psycopg
from django.db import connection
from psycopg import ClientCursor

from config.db import roles
from config.runtime.database import programs
from rehearsals.pgbouncer import keeps_statements, pgbouncer
from rehearsals.programs import RehearsalError
from tests.servers import HOST, PATIENCE, free_port
from tests.waiting import eventually

_CONFIGURATION = """
[databases]
* = {server}
[pgbouncer]
listen_addr = {host}
listen_port = {port}
unix_socket_dir =
auth_type = trust
auth_file = {users}
logfile = {log}
pool_mode = {mode}
default_pool_size = {size}
ignore_startup_parameters = extra_float_digits
stats_users = {watcher}
"""

# Each transaction is in another session than the one before, and all of them stay to the end.
_IN_TURN = """
server_round_robin = 1
min_pool_size = {size}
server_idle_timeout = 0
server_lifetime = 86400
"""


class Pooler:
    """A running pooler: addresses that lead through it."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, user: str | None = None) -> str:
        """Return the address of the tests' database, for its owner or another user."""
        entry = connection.settings_dict
        where = {"host": HOST, "port": self.port, "user": user or entry["USER"]}
        return f"postgresql:///{entry['NAME']}?{urlencode(where)}"

    def clients(self, user: str) -> int:
        """Return how many connections to the tests' database it holds of a user."""
        parameters = {"host": HOST, "port": self.port, "user": roles.SYSTEM, "dbname": "pgbouncer"}
        with psycopg.connect(**parameters, autocommit=True, cursor_factory=ClientCursor) as console:
            rows = console.execute("SHOW CLIENTS").fetchall()
        return sum({user, connection.settings_dict["NAME"]} <= set(row) for row in rows)


@contextmanager
def running_pooler(
    folder: Path, mode: str, size: int = 5, *, names: int = 0, in_turn: bool = False
) -> Iterator[Pooler]:
    """Run a pooler in this mode, of this many connections a user, for the length of the block.

    ``names`` is how many prepared statements it keeps, where it can. Its sessions are lent
    ``in_turn``, or the one that was given back last.
    """
    pooler = Pooler(free_port())
    entry = connection.settings_dict
    server = {key: entry[key.upper()] for key in ("host", "port") if entry[key.upper()]}
    users, log = folder / "users.txt", folder / "pgbouncer.log"
    users.write_text(
        "".join(
            f'"{user}" "{entry["PASSWORD"]}"\n'
            for user in (entry["USER"], roles.APPLICATION, roles.SYSTEM)
        )
    )
    configuration = folder / "pgbouncer.ini"
    configuration.write_text(
        _CONFIGURATION.format(
            server=" ".join(f"{key}={value}" for key, value in server.items()),
            host=HOST,
            port=pooler.port,
            users=users,
            log=log,
            mode=mode,
            size=size,
            watcher=roles.SYSTEM,
        )
        + (f"max_prepared_statements = {names}\n" if keeps_statements() else "")
        + (_IN_TURN.format(size=size) if in_turn else "")
    )
    # It refuses root as PostgreSQL does, and has to reach the same socket.
    command = [*programs.unprivileged(None), pgbouncer(), "--quiet", str(configuration)]
    process = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        eventually(lambda: _listens(pooler) or process.poll() is not None)
        assert process.poll() is None, log.read_text()
        yield pooler
    finally:
        process.kill()
        process.wait(PATIENCE)


def _listens(pooler: Pooler) -> bool:
    with suppress(OSError), socket.create_connection((HOST, pooler.port), PATIENCE):
        return True
    return False


if __name__ == "__main__":
    try:
        pgbouncer()
    except RehearsalError as missing:
        sys.exit(str(missing))
