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


class KeptCursor(ServerBindingCursor, Cursor[Any]):
    """A cursor whose statements are kept, outside of transactions.

    A kept plan is of no use once a migration has changed a column's type. Then the statement is
    sent once more, without it. In a transaction that would be too late: it has failed by then.
    """

    in_transaction = False

    def execute(
        self, query: Any, params: Any = None, *, prepare: bool | None = True, **options: Any
    ) -> Self:
        is_kept = bool(prepare) and not self.in_transaction
        try:
            return self.send(query, params, prepare=is_kept, **options)
        except FeatureNotSupported:
            if not is_kept or self.connection.info.transaction_status != TransactionStatus.IDLE:
                raise
            self.forget()
            return self.send(query, params, prepare=False, **options)

    def send(self, query: Any, params: Any, *, prepare: bool, **options: Any) -> Self:
        return super().execute(query, params, prepare=prepare, **options)

    def forget(self) -> None:
        """Make all plans of the connection anew: after a rollback, psycopg drops what it has.

        It does not always notice when they are dropped behind its back (DEALLOCATE ALL).
        """
        self.connection.execute("BEGIN")
        self.connection.rollback()


def prepared_cursor(connection: BaseDatabaseWrapper) -> CursorWrapper:
    """Return a cursor of Django's whose statements the connection keeps prepared.

    That is so outside of transactions, where the connection's ``prepare_threshold`` is set
    (DATABASE_PREPARES). Otherwise they are planned each time.
    """
    connection.ensure_connection()
    underneath: Any = connection.connection
    kind = connection.kept_cursor  # type: ignore[attr-defined] # of ``config.db.walled``
    usual, underneath.cursor_factory = underneath.cursor_factory, kind
    try:
        cursor = connection.cursor()
    finally:
        underneath.cursor_factory = usual
    cursor.cursor.in_transaction = connection.in_atomic_block
    return cursor
