"""The benchmarks' own databases, apart from those of the demo and the tests."""

import hashlib
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from config.runtime.database import EmbeddedPostgres
from config.runtime.database.process_role import DatabaseRole

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = BASE_DIR / ".data" / "benchmarks"

# What the application runs with, whatever this terminal is set up for: above all, no benchmark may
# meet the database of somebody's DATABASE_URL.
_OURS = {
    "DJANGO_SETTINGS_MODULE": "config.settings.local",
    "DATA_DIR": str(DATA_DIR),
    "RATE_LIMITS": "false",  # one client asks as fast as it can
}
_NOT_OURS = (
    *("SYSTEM_DATABASE_URL", "OWNER_DATABASE_URL", "ALLOWED_HOSTS", "DATABASE_POOL_SIZE"),
    *("DEBUG", "DEMO_PASSWORD", "TRUSTED_PROXIES"),
)

# Seconds for the preparations that nobody measures.
PATIENCE = 120


class CommandFailedError(Exception):
    """A command of manage.py failed or took too long; the message says which."""


@dataclass(frozen=True)
class Database:
    """A database, and the application's programs that work on it.

    Without ``walls`` they all log in as its owner, whom no policy binds. The programs are those of
    ``tree``, another release's perhaps, run by its ``python``.
    """

    postgres: EmbeddedPostgres
    name: str
    walls: bool = True
    tree: Path = BASE_DIR
    python: str = sys.executable

    def connect(self) -> psycopg.Connection[Any]:
        return psycopg.connect(**address(self.postgres, self.name), autocommit=True)

    def command(self, *arguments: str) -> list[str]:
        """Return the command that runs Python with these arguments on this database."""
        roles = DatabaseRole if self.walls else [DatabaseRole.OWNER]
        addresses = {
            # Releases before do not know the first one of each.
            name: self.postgres.url(self.name, role=role)
            for role in roles
            for name in role.variables[:-1] or role.variables
        }
        owner = {"DATABASE_URL": self.postgres.url(self.name)}
        ours = _OURS | owner | addresses
        unset = [part for name in _NOT_OURS for part in ("-u", name)]
        env = shutil.which("env") or "/usr/bin/env"
        values = [f"{name}={value}" for name, value in ours.items()]
        return [env, *unset, *values, self.python, *arguments]

    def manage(self, *arguments: str, patience: float = PATIENCE) -> str:
        """Run a command of manage.py and return its output.

        Raises CommandFailedError unless it ends well in time.
        """
        try:
            ended = subprocess.run(
                self.command("manage.py", *arguments),
                cwd=self.tree,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=patience,
                check=True,
            )
        except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
            sys.stderr.write(str(error.stderr or ""))
            how = "failed" if isinstance(error, subprocess.CalledProcessError) else "took too long"
            raise CommandFailedError(f"manage.py {' '.join(arguments)} {how}.") from error
        return ended.stdout


def embedded_postgres() -> EmbeddedPostgres:
    """Return the benchmarks' PostgreSQL: as durable as the demo's, since that costs time."""
    return EmbeddedPostgres(DATA_DIR / "postgres")


def address(postgres: EmbeddedPostgres, name: str) -> dict[str, Any]:
    """Return the parameters with which psycopg connects to a database."""
    entry = postgres.settings()
    return {"host": entry["HOST"], "port": entry["PORT"], "user": entry["USER"], "dbname": name}


@contextmanager
def migrated_database(postgres: EmbeddedPostgres, name: str) -> Iterator[Database]:
    """Yield a database with all tables and no rows, the same at every run."""
    database = Database(postgres, name)
    identifier = sql.Identifier(name)
    drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier)
    with psycopg.connect(**address(postgres, "postgres"), autocommit=True) as connection:
        connection.execute(drop)
        connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
        try:
            database.manage("migrate", "--verbosity=0", "--no-input")
            yield database
        finally:
            connection.execute(drop)


@contextmanager
def kept_database(
    postgres: EmbeddedPostgres, name: str, version: str, fill: Callable[[psycopg.Connection], None]
) -> Iterator[Database]:
    """Yield a migrated database that ``fill`` has filled, now or in an earlier run.

    It is made again when the migrations or the ``version`` of ``fill`` have changed.
    """
    database = Database(postgres, name)
    identifier = sql.Identifier(name)
    made_of = f"{version} {migrations_of(BASE_DIR)}"
    with psycopg.connect(**address(postgres, "postgres"), autocommit=True) as connection:
        comment = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
        found = connection.execute(comment, [name]).fetchone()
        if found != (made_of,):
            drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(identifier)
            connection.execute(drop)
            connection.execute(sql.SQL("CREATE DATABASE {}").format(identifier))
            database.manage("migrate", "--verbosity=0", "--no-input")
            with database.connect() as filling:
                fill(filling)
            comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
            connection.execute(comment.format(identifier, sql.Literal(made_of)))
    yield database


def migrations_of(tree: Path) -> str:
    """Return a digest of all the application's migrations, and of the SQL that they apply."""
    digest = hashlib.sha256()
    for path in sorted([*tree.glob("*/migrations/*.py"), *tree.glob("*/sql/*.sql")]):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:16]
