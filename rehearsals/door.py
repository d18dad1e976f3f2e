"""Two cells and the door before them, by ``deploy/cells/``: one PostgreSQL with a database each."""

import re
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psycopg

from benchmarks.ports import HOST, free_port
from config.db import roles
from config.runtime.database.embedded import EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole
from rehearsals.console import OWNER, Console
from rehearsals.programs import BASE_DIR, RehearsalError, engine, running, wait_until

EXAMPLES = BASE_DIR / "deploy" / "cells"
NAMES = ("cell-1", "cell-2")

# Where the example's two web servers are.
_SERVERS = {"cell-1": "192.0.2.31:8000", "cell-2": "192.0.2.41:8000"}

_ROLES = {
    OWNER: DatabaseRole.OWNER,
    roles.SYSTEM: DatabaseRole.SYSTEM,
    roles.APPLICATION: DatabaseRole.APPLICATION,
}


class Database:
    """The database of one cell."""

    def __init__(self, server: EmbeddedPostgres, name: str) -> None:
        self._server, self.name = server, name

    def url(self, user: str) -> str:
        return self._server.url(self.name, role=_ROLES[user])

    def ask(self, query: str) -> list[tuple]:
        with psycopg.connect(self.url(OWNER), autocommit=True) as connection:
            return connection.execute(query).fetchall()


class CellConsole(Console):
    """The console of one cell; people know it by the door's address."""

    def __init__(self, name: str, database: Database, folder: Path, door: str) -> None:
        # The other base's ways to a database are this one's as well.
        super().__init__(database, folder)  # type: ignore[arg-type]
        self.name, self.database, self._door = name, database, door
        folder.mkdir(exist_ok=True)

    def prepare(self) -> None:
        """Make the tables, and the university of those who run this cell."""
        self.manage("migrate", "--verbosity=0", "--no-input")
        self.manage("create_tenant", f"platform-{self.name}", f"Platform of {self.name}")
        self.manage(
            *("invite", f"root@{self.name}.example", "--tenant", f"platform-{self.name}"),
            *("--role", "Super Admin", "--first-name", "Root", "--last-name", "Admin"),
        )

    def _environment(self) -> dict[str, str]:
        # Both cells know people's tokens: keys and address are the same.
        same = {"PUBLIC_URL": self._door, "DATA_DIR": str(self._folder.parent / "secrets")}
        return super()._environment() | same


class Cells:
    """Both cells; ``port`` is the door's."""

    def __init__(self, folder: Path, server: EmbeddedPostgres) -> None:
        self.port = free_port()
        self._folder, self._socket = folder, folder / "admin.sock"
        door = f"http://{HOST}:{self.port}"
        self.consoles = [
            CellConsole(name, Database(server, name.replace("-", "_")), folder / name, door)
            for name in NAMES
        ]

    def prepare(self) -> None:
        for console in self.consoles:
            with psycopg.connect(
                self._server_url(), autocommit=True, connect_timeout=10
            ) as connection:
                connection.execute(f"CREATE DATABASE {console.database.name}")
            console.prepare()
        self.consoles[0].manage("demo_data")

    def _server_url(self) -> str:
        return re.sub(r"/cell_1\?", "/postgres?", self.consoles[0].database.url(OWNER))

    def write_maps(self, *, hand_over: bool = True) -> None:
        """Let the door know where every university is now."""
        cells = [
            part
            for console in self.consoles
            for part in ("--cell", f"{console.name}={console.database.url(OWNER)}")
        ]
        told = ("--socket", str(self._socket)) if hand_over else ()
        self.consoles[0].manage("cell_maps", *cells, "--output", str(self._maps), *told)

    @property
    def _maps(self) -> Path:
        return self._folder / "door" / "maps"

    @contextmanager
    def serving(self) -> Iterator[None]:
        """Serve people through the door, for the length of the block."""
        with ExitStack() as everything:
            for console in self.consoles:
                everything.enter_context(console.serving())
            ports = {console.name: console.port for console in self.consoles}
            folder = configured(self._folder / "door", self.port, self._socket, ports)
            self.write_maps(hand_over=False)
            everything.enter_context(running_door(folder))
            yield


def configured(folder: Path, port: int, socket: Path, ports: dict[str, int]) -> Path:
    """Copy the example of the door, with these ports of the door and of each cell's server."""
    shutil.copytree(EXAMPLES, folder)
    text = (folder / "haproxy.cfg").read_text()
    changes = {"bind :80": f"bind {HOST}:{port}", "/run/haproxy/admin.sock": str(socket)}
    changes |= {_SERVERS[name]: f"{HOST}:{ports[name]}" for name in NAMES}
    for example, ours in changes.items():
        if text.count(example) != 1:
            raise RehearsalError(f"{EXAMPLES / 'haproxy.cfg'} does not say {example!r} once.")
        text = text.replace(example, ours)
    (folder / "haproxy.cfg").write_text(text)
    return folder


@contextmanager
def running_door(folder: Path) -> Iterator[None]:
    """Run HAProxy by the files of a folder, for the length of the block."""
    socket = re.findall(r"stats socket (\S+)", (folder / "haproxy.cfg").read_text())[0]
    command = [*engine("haproxy"), "-W", "-db", "-f", "haproxy.cfg"]
    log = folder / "haproxy.log"
    with running(command, log, cwd=folder) as process:
        wait_until(lambda: Path(socket).exists() or process.poll() is not None, "the door's start")
        if process.poll() is not None:
            raise RehearsalError(f"HAProxy ended: {log.read_text()[-800:]}")
        yield
