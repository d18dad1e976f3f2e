"""Three machines with PostgreSQL, Patroni and etcd, and HAProxy before them, by ``deploy/ha/``.

A machine is an address of the loopback network. The files are those that an operator copies, with
the addresses, folders and passwords of this rehearsal put in.
"""

import json
import os
import secrets
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

import psutil
import psycopg

from config.runtime.database import programs
from rehearsals.programs import (
    BASE_DIR,
    as_nobody,
    engine,
    give_to_nobody,
    kill,
    running,
    start,
    wait_until,
)

EXAMPLES = BASE_DIR / "deploy" / "ha"
NAMES = ("db1", "db2", "db3")
DATABASE = "command_center"

# Seconds for a question to Patroni or etcd.
SOON = 1


class Machine:
    """One of the three; ``address`` is its own, its files are in ``folder``."""

    def __init__(self, name: str, address: str, folder: Path) -> None:
        self.name, self.address, self.folder = name, address, folder
        self.patroni: psutil.Popen | None = None
        self.etcd: psutil.Popen | None = None

    def start_etcd(self) -> None:
        self.etcd = self._start("etcd", "--config-file", str(self.folder / "etcd.yml"))

    def start_patroni(self) -> None:
        self.patroni = self._start("patroni", str(self.folder / "patroni.yml"))

    def _start(self, program: str, *arguments: str) -> psutil.Popen:
        with (self.folder / f"{program}.log").open("ab") as log:
            return start(as_nobody([*engine(program), *arguments]), log)

    def answers(self, path: str, port: int = 8008) -> bool:
        """Return whether Patroni (or etcd, by its port) says yes to a question."""
        return self.ask(path, port) is not None

    def ask(self, path: str, port: int = 8008) -> dict | None:
        try:
            with urllib.request.urlopen(f"http://{self.address}:{port}{path}", timeout=SOON) as got:
                text = got.read()
        except (urllib.error.URLError, OSError):
            return None
        return json.loads(text) if text else {}

    def postgres(self) -> list[psutil.Process]:
        """Return PostgreSQL's processes, the first of them first; none where it does not run."""
        try:
            pid = int((self.folder / "data" / "postmaster.pid").read_text().split()[0])
            first = psutil.Process(pid)
            return [first, *first.children(recursive=True)]
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
            return []

    def senders(self) -> list[psutil.Process]:
        """Return the processes that send the log to the standbys."""
        return [one for one in self.postgres() if "walsender" in " ".join(one.cmdline())]

    def kill(self) -> None:
        """Take the machine's power away."""
        kill(*(one for one in (self.patroni, self.etcd) if one), *self.postgres())

    def repair(self) -> None:
        """Start what was killed, with the files that are there."""
        if self.etcd is None or self.etcd.poll() is not None:
            self.start_etcd()
        if self.patroni is None or self.patroni.poll() is not None:
            self.start_patroni()

    def end(self) -> None:
        """End all that runs here."""
        for one in (self.patroni, *self.postgres()[:1], self.etcd):
            if one and one.is_running():
                family = [one, *one.children(recursive=True)]
                kill(*family)
                psutil.wait_procs(family, timeout=10)


class Cluster:
    """The three machines, and an address that leads to the primary among them."""

    def __init__(self, folder: Path, network: str) -> None:
        self.folder, self.network = folder, network
        self.door = f"{network}.10"
        self.passwords = {name: secrets.token_hex(16) for name in ("SUPERUSER", "REPLICATION")}
        self.machines = [
            Machine(name, f"{network}.{number}", folder / name)
            for number, name in enumerate(NAMES, start=11)
        ]

    def leader(self) -> Machine | None:
        return next((one for one in self.machines if one.answers("/primary")), None)

    def standbys(self) -> list[Machine]:
        return [one for one in self.machines if one.answers("/replica")]

    def is_whole(self) -> bool:
        """Return whether there is a primary with two standbys, one of which is waited for."""
        return bool(
            self.leader()
            and len(self.standbys()) == len(NAMES) - 1
            and any(one.answers("/synchronous") for one in self.machines)
        )

    def url(self, user: str, database: str = DATABASE, *, port: int = 5432) -> str:
        password = self.passwords["SUPERUSER"]
        return f"postgresql://{user}:{password}@{self.door}:{port}/{database}"

    def superuser(self, database: str = DATABASE) -> psycopg.Connection:
        return psycopg.connect(self.url("postgres", database), autocommit=True, connect_timeout=10)

    def ask(self, query: str) -> list[tuple]:
        """Return the rows of a query, however often the way to the primary breaks meanwhile."""
        rows: list[tuple] = []

        def answered() -> bool:
            try:
                with self.superuser() as connection:
                    rows[:] = connection.execute(query).fetchall()
            except psycopg.OperationalError:
                return False
            return True

        wait_until(answered, "an answer of the primary")
        return rows

    def configure(self, *, synchronous: bool) -> None:
        """Write every program's file, from the example in ``deploy/ha/``."""
        for machine in self.machines:
            machine.folder.mkdir()
            for example in ("patroni.yml", "etcd.yml"):
                text = self._ours(example, machine)
                if not synchronous:
                    text = text.replace("synchronous_mode: true", "synchronous_mode: false")
                    text = text.replace("synchronous_mode_strict: true", "")
                (machine.folder / example).write_text(text)
        (self.folder / "haproxy.cfg").write_text(self._ours("haproxy.cfg"))

    def _ours(self, example: str, machine: Machine | None = None) -> str:
        text = (EXAMPLES / example).read_text()
        for word, password in self.passwords.items():
            text = text.replace(f"{word}_PASSWORD", password)
        if machine:
            own = "192.0.2.11"
            text = text.replace("name: db1", f"name: {machine.name}")
            # The list of all three stays as it is; the machine's own lines name it.
            text = "\n".join(
                line if line.count("192.0.2.") > 1 else line.replace(own, machine.address)
                for line in text.split("\n")
            )
            text = text.replace("/var/lib/postgresql/18/command-center", f"{machine.folder}/data")
            text = text.replace("/usr/lib/postgresql/18/bin", str(programs.folder()))
            text = text.replace("/var/lib/etcd/command-center", f"{machine.folder}/etcd")
            # A connection from here to here comes from 127.0.0.1, whatever it leads to.
            text = text.replace("192.0.2.0/24", "127.0.0.0/8")
            text = text.replace(
                "password_encryption: scram-sha-256",
                f"unix_socket_directories: {machine.folder}",
            )
        return text.replace("192.0.2", self.network).replace("127.0.0.1:", f"{self.door}:")


@contextmanager
def running_cluster(folder: Path, *, synchronous: bool = True) -> Iterator[Cluster]:
    """Run a cluster with two standbys, all of it in a folder, for the length of the block."""
    cluster = Cluster(folder, _network())
    cluster.configure(synchronous=synchronous)
    give_to_nobody(folder)
    with ExitStack() as everything:
        for machine in cluster.machines:
            everything.callback(machine.end)
            machine.start_etcd()
        wait_until(
            lambda: all(one.answers("/health", 2379) for one in cluster.machines), "etcd's start"
        )
        for machine in cluster.machines:
            machine.start_patroni()
        haproxy = [*engine("haproxy"), "-db", "-f", str(folder / "haproxy.cfg")]
        everything.enter_context(running(haproxy, folder / "haproxy.log"))
        wait_until(
            lambda: cluster.leader() and len(cluster.standbys()) == len(NAMES) - 1,
            "a primary with two standbys",
        )
        yield cluster


def _network() -> str:
    """Return three numbers of an address that no other rehearsal uses at this time."""
    number = os.getpid()
    return f"127.{number // 250 % 200 + 20}.{number % 250 + 1}"
