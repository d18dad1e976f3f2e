"""Several statements in one trip to PostgreSQL, where none needs the answer of another.

On a network, or between busy processes, a trip costs more than most statements. psycopg's pipeline
sends them all and then reads the answers.
"""

from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from typing import Any, NamedTuple

from django.db import NotSupportedError
from django.db.backends.base.base import BaseDatabaseWrapper

from config.db import reads
from config.db.prepared import prepared_cursor


class Statement(NamedTuple):
    """A statement to read with; ``is_kept`` where one plan is good with all its values."""

    sql: str
    parameters: Sequence[Any] | Mapping[str, Any]
    is_kept: bool = False


def read_together(*statements: Statement) -> list[list[tuple]]:
    """Return the rows of each statement.

    Whose rows are seen is said before the pipeline begins (``config.db.walled``): its statements
    are one transaction, so that a failure would take that back unnoticed. Behind a pooler it is
    said in the pipeline (``config.db.lent``), and holds no longer.
    """
    connection = reads.connection()
    if len(statements) == 1:
        return [_read(connection, statements[0])]
    try:
        return _read_in_pipeline(connection, statements)
    except NotSupportedError:
        # A migration has changed the type of a column since a plan was made: alone, each
        # statement makes its plan anew (``config.db.prepared``). Transactions use none.
        if connection.in_atomic_block:
            raise
        return [_read(connection, statement) for statement in statements]


def _read_in_pipeline(
    connection: BaseDatabaseWrapper, statements: Sequence[Statement]
) -> list[list[tuple]]:
    with ExitStack() as stack:
        cursors = [stack.enter_context(_cursor(connection, statement)) for statement in statements]
        with connection.wrap_database_errors, connection.pipeline():  # type: ignore[attr-defined]
            for cursor, statement in zip(cursors, statements, strict=True):
                cursor.execute(statement.sql, statement.parameters)
        return [cursor.fetchall() for cursor in cursors]


def _read(connection: BaseDatabaseWrapper, statement: Statement) -> list[tuple]:
    with _cursor(connection, statement) as cursor:
        cursor.execute(statement.sql, statement.parameters)
        return cursor.fetchall()


def _cursor(connection: BaseDatabaseWrapper, statement: Statement) -> Any:
    return prepared_cursor(connection) if statement.is_kept else connection.cursor()
