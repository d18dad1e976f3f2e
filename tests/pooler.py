"""A pooler in front of the tests' PostgreSQL: the machine's PgBouncer."""

import re
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

from django.db import connection

from config.db import roles
from config.runtime.database import programs
from tests.servers import HOST, PATIENCE, free_port, installed
from tests.waiting import eventually

# Debian keeps it where only root's PATH goes.
_PLACES = ("pgbouncer", "/usr/sbin/pgbouncer", "/usr/local/sbin/pgbouncer")

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
"""

# From here on it knows prepared statements, if it keeps some.
_KNOWS_NAMES = (1, 22)


class Pooler:
    """A running pooler: addresses that lead through it."""

    def __init__(self, port: int) -> None:
        self.port = port

    def url(self, user: str | None = None) -> str:
        """Return the address of the tests' database, for its owner or another user."""
        entry = connection.settings_dict
        where = {"host": HOST, "port": self.port, "user": user or entry["USER"]}
        return f"postgresql:///{entry['NAME']}?{urlencode(where)}"


def pgbouncer() -> str:
    """Return the path of the machine's PgBouncer; end the program where there is none."""
    return installed(_PLACES, "No PgBouncer is installed; the tests of poolers need it.")


def knows_names() -> bool:
    """Return whether the machine's PgBouncer can keep prepared statements apart."""
    said = subprocess.run([pgbouncer(), "--version"], capture_output=True, text=True, check=True)
    major, minor = re.findall(r"\d+", said.stdout)[:2]
    return (int(major), int(minor)) >= _KNOWS_NAMES


@contextmanager
def running_pooler(
    folder: Path, mode: str, size: int = 5, *, names: int | None = None
) -> Iterator[Pooler]:
    """Run a pooler in this mode, of this many connections a user, for the length of the block.

    ``names`` is how many prepared statements it keeps, where it can.
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
        )
        + (f"max_prepared_statements = {names}\n" if names is not None and knows_names() else "")
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
    pgbouncer()
