"""The cost of each guard of a table: the same rows, copied into tables with ever more guards."""

import time
from collections.abc import Callable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Self

from psycopg import Connection, sql

from benchmarks.databases import DATA_DIR

# What demo_data copies, in the order that the keys allow, with an order of rows that makes
# neighbours in a table neighbours in its indexes, as demo_data sees to as well.
_ORDERS = {
    "accounts_user": "id",
    "students_session": "user_id, id",
    "accounts_programmemembership": "user_id, id",
    "students_transcript": "session_id",
    "students_grade": "session_id",
    "students_attempttransaction": "created_at, id",
}
TABLES = list(_ORDERS)
_CHUNK = 1 << 20

type Seconds = dict[str, float]
"""Per table what its copy took."""


class Copies:
    """The rows of a loaded database, kept in files while they are copied again and again."""

    def __init__(self, connection: Connection[Any], *, patience: float) -> None:
        self._connection = connection
        self._patience = patience
        self.rows: dict[str, int] = {}
        self._columns: dict[str, sql.Composable] = {}
        self.rungs: dict[str, Callable[[], Seconds]] = {
            "bare tables": self._bare,
            "+ generated columns, checks, indexes": self._indexed,
            "+ foreign keys, triggers": self._real,
        }

    def __enter__(self) -> Self:
        """Write the rows to files, without the columns that the database computes."""
        self._connection.execute(f"SET statement_timeout = '{self._patience:.0f}s'")
        self._folder = TemporaryDirectory(dir=DATA_DIR)
        for table, order in _ORDERS.items():
            names = self._connection.execute(
                "SELECT attname FROM pg_attribute WHERE attrelid = %s::regclass AND attnum > 0"
                " AND NOT attisdropped AND attgenerated = '' ORDER BY attnum",
                [table],
            )
            self._columns[table] = sql.SQL(", ").join(sql.Identifier(name) for (name,) in names)
            rows = sql.SQL("COPY (SELECT {} FROM {} ORDER BY {}) TO STDOUT").format(
                self._columns[table], sql.Identifier(table), sql.SQL(order)
            )
            with (
                self._file(table).open("wb") as file,
                self._connection.cursor() as cursor,
                cursor.copy(rows) as copy,
            ):
                file.writelines(copy)
            count = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
            self.rows[table] = self._connection.execute(count).fetchone()[0]
        return self

    def __exit__(self, *_: object) -> None:
        self._folder.cleanup()

    def _file(self, table: str) -> Path:
        return Path(self._folder.name) / table

    def _bare(self) -> Seconds:
        return self._copy_aside("CREATE TABLE aside.{0} AS SELECT {1} FROM {0} WITH NO DATA")

    def _indexed(self) -> Seconds:
        return self._copy_aside("CREATE TABLE aside.{0} (LIKE {0} INCLUDING ALL)")

    def _real(self) -> Seconds:
        tables = sql.SQL(", ").join(map(sql.Identifier, TABLES))
        self._connection.execute(sql.SQL("TRUNCATE {} CASCADE").format(tables))
        return self._copy("public")

    def _copy_aside(self, definition: str) -> Seconds:
        self._connection.execute("CREATE SCHEMA aside")
        for table in TABLES:
            parts = (sql.Identifier(table), self._columns[table])
            self._connection.execute(sql.SQL(definition).format(*parts))
        seconds = self._copy("aside")
        self._connection.execute("DROP SCHEMA aside CASCADE")
        return seconds

    def _copy(self, schema: str) -> Seconds:
        self._connection.execute("CHECKPOINT")  # nobody pays for what others wrote
        seconds: Seconds = {}
        for table in TABLES:
            into = sql.SQL("COPY {} ({}) FROM STDIN").format(
                sql.Identifier(schema, table), self._columns[table]
            )
            began = time.perf_counter()
            with (
                self._file(table).open("rb") as file,
                self._connection.cursor() as cursor,
                cursor.copy(into) as copy,
            ):
                while chunk := file.read(_CHUNK):
                    copy.write(chunk)
            seconds[table] = time.perf_counter() - began
        return seconds
