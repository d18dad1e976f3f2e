"""Releases of this project to measure beside each other: each its own tree, Python and database."""

import hashlib
import shlex
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import psycopg
from psycopg import sql

from benchmarks import crowd
from benchmarks.databases import (
    BASE_DIR,
    DATA_DIR,
    CommandFailedError,
    Database,
    address,
    migrations_of,
)
from config.runtime.database import EmbeddedPostgres

_REQUIREMENTS = "requirements.txt"

# Seconds for an environment, and for a million students.
_PATIENCE = 3600

# Has a release fill its database itself: it knows its own columns.
_FILL = """
import sys, psycopg
from benchmarks import crowd
with psycopg.connect(sys.argv[1], autocommit=True) as connection:
    crowd.fill(connection, int(sys.argv[2]), lambda text: print(text, file=sys.stderr))
"""


@dataclass(frozen=True)
class Release:
    """A tree of files, and the Python that has the libraries it wants."""

    tree: Path
    python: str

    def database(self, postgres: EmbeddedPostgres, name: str) -> Database:
        return Database(postgres, name, tree=self.tree, python=self.python)


def this_release() -> Release:
    return Release(BASE_DIR, sys.executable)


def release_at(revision: str, say: Callable[[str], None]) -> Release:
    """Return the release at a revision of git, unpacked beside the benchmarks' data.

    It gets an environment of its own, unless it wants the same libraries as this one.
    """
    commit = _git("rev-parse", "--verify", "--end-of-options", f"{revision}^{{commit}}")
    tree = DATA_DIR / "releases" / commit
    if not (tree / _REQUIREMENTS).exists():
        tree.mkdir(parents=True, exist_ok=True)
        archive = f"git archive {commit} | tar -x -C {shlex.quote(str(tree))}"
        _run(["/bin/sh", "-c", archive], BASE_DIR)
    if _wanted(tree) == _wanted(BASE_DIR):
        return Release(tree, sys.executable)
    python = tree / ".venv" / "bin" / "python"
    installed = tree / ".venv" / "installed"
    if not installed.exists():
        say(f"{revision} wants other libraries: they are installed …")
        _run([sys.executable, "-m", "venv", str(tree / ".venv")], tree)
        _run([str(python), "-m", "pip", "install", "--quiet", "-r", _REQUIREMENTS], tree)
        installed.touch()
    return Release(tree, str(python))


def same_rows(
    postgres: EmbeddedPostgres, old: Release, new: Release, students: int
) -> tuple[Database, Database]:
    """Return a database of each release with the same university.

    The older release makes and fills its own; the newer one migrates a copy of that, as an upgrade
    would. Both are kept for the next time, and cleared of what the last one has left.
    """
    filled = old.database(postgres, f"compare_old_{students}")
    copy = new.database(postgres, f"compare_new_{students}")
    made_of = f"{crowd.VERSION} {migrations_of(old.tree)}"
    with psycopg.connect(**address(postgres, "postgres"), autocommit=True) as connection:
        if _comment(connection, filled.name) != made_of:
            _create(connection, filled.name)
            filled.manage("migrate", "--verbosity=0", "--no-input")
            _run(
                [old.python, "-c", _FILL, _conninfo(postgres, filled.name), str(students)],
                old.tree,
            )
            _say_what_it_is(connection, filled.name, made_of)
        made_of = f"{made_of} {migrations_of(new.tree)}"
        if _comment(connection, copy.name) != made_of:
            _create(connection, copy.name, template=filled.name)
            copy.manage("migrate", "--verbosity=0", "--no-input", patience=_PATIENCE)
            _say_what_it_is(connection, copy.name, made_of)
    for database in (filled, copy):
        with database.connect() as measured:
            measured.execute("VACUUM (ANALYZE)")
    return filled, copy


def _wanted(tree: Path) -> str:
    return hashlib.sha256((tree / _REQUIREMENTS).read_bytes()).hexdigest()


def _git(*arguments: str) -> str:
    return _run(["git", *arguments], BASE_DIR).strip()


def _run(command: list[str], cwd: Path) -> str:
    try:
        ended = subprocess.run(
            command, cwd=cwd, stdout=subprocess.PIPE, text=True, timeout=_PATIENCE, check=True
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CommandFailedError(f"{' '.join(command[:3])} … failed.") from error
    return ended.stdout


def _conninfo(postgres: EmbeddedPostgres, name: str) -> str:
    return psycopg.conninfo.make_conninfo(**address(postgres, name))


def _comment(connection: psycopg.Connection, name: str) -> str | None:
    asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s"
    found = connection.execute(asked, [name]).fetchone()
    return found[0] if found else None


def _create(connection: psycopg.Connection, name: str, template: str = "template1") -> None:
    """Create a database, and drop the one of this name that there was."""
    words = {"name": sql.Identifier(name), "template": sql.Identifier(template)}
    connection.execute(sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)").format(**words))
    connection.execute(sql.SQL("CREATE DATABASE {name} TEMPLATE {template}").format(**words))


def _say_what_it_is(connection: psycopg.Connection, name: str, made_of: str) -> None:
    comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
    connection.execute(comment.format(sql.Identifier(name), sql.Literal(made_of)))
