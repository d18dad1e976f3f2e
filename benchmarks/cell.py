"""The databases of the benchmark ``many``: a cell of many universities, and each kind alone.

The cell is filled as the release before left it, and kept so; what is measured is a copy that this
release has migrated, as an upgrade would.
"""

import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import psycopg
from psycopg import sql

from benchmarks import crowd
from benchmarks.crowd import University
from benchmarks.databases import Database, address
from benchmarks.releases import this_release
from config.runtime.database import EmbeddedPostgres

# The newest migration of each app in the release before.
BEFORE = {
    "tenants": "0021_purge",
    "programmes": "0002_walls",
    "accounts": "0011_unlimited",
    "students": "0014_words",
}

# Seconds for the migration of a large cell.
PATIENCE = 3_600

# To be counted up with every change of what is written here.
_VERSION = "1"

# Each university's audit trail: what some hundred days bring to a small one.
_TRAIL = {
    "a trail": """
INSERT INTO tenants_auditevent (id, tenant_id, actor_user_id, target_type, target_id, event_type,
    event_time, metadata, request_id)
SELECT pg_temp.row_id(11, n), %(tenant)s, pg_temp.row_id(5, 0), 'user', id, 'user.updated',
    timestamptz '2026-01-01Z' + n * interval '1 hour', '{"fields": ["cohort"]}', md5(n::text)
FROM plan WHERE n < 100
""",
}


@dataclass(frozen=True)
class Size:
    """The size of a cell: so many universities with so many students each, beside a large one."""

    universities: int
    each: int
    large: int

    def __str__(self) -> str:
        return f"{self.universities}_{self.each}_{self.large}"

    def small(self, number: int) -> University:
        """Return one of the small universities, which are numbered from 1."""
        return University(
            students=self.each,
            number=number,
            tenant=f"5f00{number:04x}" + "0" * 16,
            slug=f"small-{number}",
            name=f"University {number}",
            email=f"admin@small-{number}.example",
            programmes=10,
            case_studies=20,
        )

    def all(self) -> list[University]:
        numbers = range(1, self.universities + 1)
        return [University(self.large), *map(self.small, numbers)]


class Cells:
    """The databases of one server of PostgreSQL, made by way of the release before."""

    def __init__(self, postgres: EmbeddedPostgres, say: Callable[[str], None]) -> None:
        self._postgres = postgres
        self._say = say

    @contextmanager
    def upgraded(
        self, name: str, universities: Sequence[University]
    ) -> Iterator[tuple[Database, float]]:
        """Yield a database with these universities, and the seconds of its migration."""
        filled = self._filled(f"{name}_before", universities)
        database = this_release().database(self._postgres, name)
        with self._admin() as connection:
            self._create(connection, name, filled.name)
            try:
                self._say(f"many: {name} is migrated …")
                began = time.monotonic()
                database.manage("migrate", "--verbosity=0", "--no-input", patience=PATIENCE)
                seconds = time.monotonic() - began
                with database.connect() as upgraded:
                    upgraded.execute("VACUUM (ANALYZE)")
                yield database, seconds
            finally:
                self._drop(connection, name)

    def _filled(self, name: str, universities: Sequence[University]) -> Database:
        """Return the database of the release before, filled now or in an earlier run."""
        database = this_release().database(self._postgres, name)
        written = repr([crowd.VERSION, _VERSION, BEFORE, *universities])
        made_of = hashlib.sha256(written.encode()).hexdigest()
        with self._admin() as connection:
            asked = "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname=%s"
            if connection.execute(asked, [name]).fetchone() == (made_of,):
                return database
            self._create(connection, name)
            for app, migration in BEFORE.items():
                database.manage("migrate", app, migration, "--verbosity=0", "--no-input")
            if universities:
                with database.connect() as filling:
                    crowd.fill_with(filling, universities, self._say, also=_TRAIL)
            comment = sql.SQL("COMMENT ON DATABASE {} IS {}")
            connection.execute(comment.format(sql.Identifier(name), sql.Literal(made_of)))
        return database

    def _admin(self) -> psycopg.Connection[Any]:
        return psycopg.connect(**address(self._postgres, "postgres"), autocommit=True)

    def _create(
        self, connection: psycopg.Connection[Any], name: str, template: str = "template1"
    ) -> None:
        self._drop(connection, name)
        create = sql.SQL("CREATE DATABASE {} TEMPLATE {} STRATEGY file_copy")
        connection.execute(create.format(sql.Identifier(name), sql.Identifier(template)))

    def _drop(self, connection: psycopg.Connection[Any], name: str) -> None:
        drop = sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
        connection.execute(drop)
