"""Statements that a connection plans once: short ones take PostgreSQL longer to plan than to run.

After five runs PostgreSQL chooses between one plan for any values and a new plan for each. So use
this for statements for which one plan is good with all values: they find rows by keys, and have no
filter that matches few rows with one value and half of a table with another.
"""

from typing import Any, Self

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.postgresql.base import ServerBindingCursor
from django.db.backends.utils import CursorWrapper
from psycopg import Cursor
from psycopg.errors import FeatureNotSupported
from psycopg.pq import TransactionStatus


class _Cursor(ServerBindingCursor, Cursor[Any]):
    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = True, **options: Any
    ) -> Self:
        try:
            return super().execute(query, params, prepare=prepare, **options)
        except FeatureNotSupported:
            # A migration has changed a column's type since. A transaction fails, and drops all
            # plans; without one we have to drop them here.
            if self.connection.info.transaction_status != TransactionStatus.IDLE:
                raise
            self.connection.execute("DEALLOCATE ALL")
            return super().execute(query, params, prepare=prepare, **options)


def prepared_cursor(connection: BaseDatabaseWrapper) -> CursorWrapper:
    """Return a cursor of Django's whose statements the connection keeps prepared.

    That is so where the connection's ``prepare_threshold`` is set (DATABASE_PREPARES). Otherwise
    they are planned each time.
    """
    connection.ensure_connection()
    underneath = connection.connection
    usual, underneath.cursor_factory = underneath.cursor_factory, _Cursor
    try:
        return connection.cursor()
    finally:
        underneath.cursor_factory = usual
