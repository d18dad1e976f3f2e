"""A primary and a replica that follows it by streaming, each a PostgreSQL in a folder."""

import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from urllib.parse import urlencode

import psutil
import psycopg

from config.runtime.database import EmbeddedPostgres, programs
from config.runtime.database.embedded import PORT, SUPERUSER
from config.runtime.database.process_role import DatabaseRole
from rehearsals.programs import RehearsalError, kill, wait_until

SLOT = "rehearsed"


class Replica:
    """A copy of a primary's cluster that repeats what the primary does."""

    def __init__(self, primary: EmbeddedPostgres, folder: Path) -> None:
        self.primary = primary
        self.data_dir, self.socket_dir = folder / "replica", folder / "socket"
        self._log = folder / "replica.log"

    def url(self, role: DatabaseRole = DatabaseRole.OWNER) -> str:
        """Return the address of its database, in the form of DATABASE_REPLICA_URL."""
        return self.primary.url(role=role).replace(
            urlencode({"host": self.primary.socket_dir}), urlencode({"host": self.socket_dir})
        )

    def create(self) -> None:
        """Copy the primary's files as they are now."""
        self.socket_dir.mkdir()
        if os.geteuid() == 0:
            os.chown(self.socket_dir, self.primary.data_dir.stat().st_uid, -1)
        copied = programs.run(
            *("pg_basebackup", f"--pgdata={self.data_dir}", "--write-recovery-conf"),
            *("--wal-method=stream", "--checkpoint=fast", "--create-slot", f"--slot={SLOT}"),
            *(f"--host={self.primary.socket_dir}", f"--port={PORT}", f"--username={SUPERUSER}"),
            data_dir=self.data_dir,
        )
        if copied.returncode:
            raise RehearsalError(f"no copy of the primary: {copied.stdout}")

    def start(self, **options: str) -> None:
        """Run it with these settings beside the primary's own."""
        self._start(options)
        wait_until(self.follows, "a replica that follows")

    def start_alone(self) -> None:
        """Run it with nobody to follow."""
        self._start({"primary_conninfo": "", "restore_command": "/bin/false"})

    def _start(self, options: dict[str, str]) -> None:
        own = {"unix_socket_directories": str(self.socket_dir), "hot_standby_feedback": "on"}
        words = [f"-c {name}='{value}'" for name, value in (own | options).items()]
        self._control("start", f"--log={self._log}", f"--options={' '.join(words)}")

    def stop(self) -> None:
        self._control("stop", "--mode=fast")

    def kill(self) -> None:
        """Take its power away."""
        family = self.processes()
        kill(*family)
        wait_until(lambda: not any(map(_lives, family)), "its end")
        # PostgreSQL takes whoever has the number now, be it a zombie, for itself.
        (self.data_dir / "postmaster.pid").unlink(missing_ok=True)
        for file in self.socket_dir.iterdir():
            file.unlink()

    def processes(self) -> list[psutil.Process]:
        """Return PostgreSQL's processes, the first of them first; none where it does not run."""
        try:
            pid = int((self.data_dir / "postmaster.pid").read_text().split()[0])
            first = psutil.Process(pid)
            return [first, *first.children(recursive=True)]
        except (FileNotFoundError, IndexError, ValueError, psutil.NoSuchProcess):
            return []

    def ask(self, query: str) -> tuple:
        """Return the row of a query, as the superuser."""
        with psycopg.connect(self.url(), autocommit=True) as connection:
            return connection.execute(query).fetchone() or ()

    def pause(self) -> None:
        """Hold the replay; return once nothing is replayed any more."""
        self.ask("SELECT pg_wal_replay_pause()")
        wait_until(lambda: self.ask("SELECT pg_get_wal_replay_pause_state()") == ("paused",), "it")

    def resume(self) -> None:
        self.ask("SELECT pg_wal_replay_resume()")

    def follows(self) -> bool:
        """Return whether the primary sends it what is written."""
        with suppress(psycopg.OperationalError):
            (status,) = self.ask("SELECT max(status) FROM pg_stat_wal_receiver")
            return status == "streaming"
        return False

    def has_caught_up(self) -> bool:
        """Return whether it has replayed all that the primary has written by now."""
        with psycopg.connect(self.primary.url()) as connection:
            (position,) = connection.execute("SELECT pg_current_wal_flush_lsn()").fetchone() or ()
        (done,) = self.ask(f"SELECT pg_last_wal_replay_lsn() >= '{position}'::pg_lsn")
        return done

    def is_forgotten(self) -> bool:
        """Let the primary keep nothing for it any more; return whether it could."""
        with psycopg.connect(self.primary.url(), autocommit=True) as connection:
            try:
                connection.execute("SELECT pg_drop_replication_slot(%s)", [SLOT])
            except psycopg.errors.ObjectInUse:  # it has not noticed the end yet
                return False
            except psycopg.errors.UndefinedObject:  # there was none
                pass
        return True

    def _control(self, *arguments: str) -> None:
        where = (f"--pgdata={self.data_dir}", "--timeout=120", "--wait")
        ended = programs.run("pg_ctl", *arguments, *where, data_dir=self.data_dir)
        if ended.returncode:
            raise RehearsalError(f"pg_ctl {arguments[0]}: {ended.stdout}")


def _lives(process: psutil.Process) -> bool:
    try:
        return process.is_running() and process.status() != psutil.STATUS_ZOMBIE
    except psutil.NoSuchProcess:
        return False


@contextmanager
def running_primary(folder: Path) -> Iterator[EmbeddedPostgres]:
    """Run an empty database whose log others may follow."""
    with EmbeddedPostgres(folder / "primary") as primary:
        yield primary


@contextmanager
def running_replica(primary: EmbeddedPostgres, folder: Path, **options: str) -> Iterator[Replica]:
    """Run a replica of it for the length of the block."""
    replica = Replica(primary, folder)
    replica.create()
    try:
        replica.start(**options)
        yield replica
    finally:
        replica.kill()
        wait_until(replica.is_forgotten, "a primary that keeps nothing for it")
