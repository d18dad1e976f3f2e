"""Connections that tell PostgreSQL whose rows may be seen (docs/security.md, "Walls").

Those of web servers also tell it how long anything may take (docs/operating.md, "Locks").

Every statement goes through a cursor that is made here, be it a COPY, a prepared statement or a
cursor of the server's; so none is sent before the connection has been told.
"""

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any
from weakref import WeakSet

import psycopg
from django.conf import settings
from django.db.backends.postgresql import base
from psycopg import ServerCursor, sql
from psycopg.pq import TransactionStatus

from config.context import is_unhurried, visible_tenant
from config.db.poolers import refuse_pooler
from config.db.prepared import KeptCursor

SETTING = "command_center.tenant"
STATEMENTS = "statement_timeout"

# PostgreSQL would compile what it reckons dear, for longer than that saves (D107).
_NOT_COMPILED = {"jit": "off"}

_FAILED = TransactionStatus.INERROR


class StillReading(Exception):
    """Another tenant came while a cursor of the server's still reads: the rest would be theirs."""


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection on which the setting ``command_center.tenant`` follows the context.

    The policies of the tables compare it with each row's tenant. It is set when it has changed:
    a connection from the pool may have served another tenant before.
    """

    # The cursor of statements that are kept (``config.db.prepared``).
    kept_cursor: type[KeptCursor] = KeptCursor
    # Whether its session at PostgreSQL is the same in each transaction.
    keeps_its_session = True

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self._reading: WeakSet[ServerCursor] = WeakSet()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        connection = super().get_new_connection(conn_params)
        # One that the pool has lent before was looked at then.
        if not hasattr(connection, "told"):
            try:
                self.admit(connection, lambda: self.Database.connect(**conn_params))
            except BaseException:
                connection.close()
                if self.pool:
                    self.pool.putconn(connection)
                raise
            connection.told = {}, False
        return connection

    def admit(
        self, connection: psycopg.Connection, connect: Callable[[], psycopg.Connection]
    ) -> None:
        """Look at a new connection; raise an error if it must not be used."""
        refuse_pooler(connection, connect)

    def pipeline(self) -> AbstractContextManager[Any]:
        """Send the statements of the block in one trip; their cursors are there already."""
        return self.connection.pipeline()

    def create_cursor(self, name: str | None = None) -> Any:
        self._tell()
        cursor = super().create_cursor(name)
        # One that outlives its transaction has read all of its rows.
        if name and not cursor.withhold:
            self._reading.add(cursor)
        return cursor

    def wanted(self) -> dict[str, str]:
        """Return the settings that the next statement needs."""
        wanted = {SETTING: visible_tenant(), **_NOT_COMPILED, **settings.DATABASE_TIMEOUTS}
        if is_unhurried() and STATEMENTS in wanted:
            wanted[STATEMENTS] = "0"
        return wanted

    def _tell(self) -> None:
        connection: Any = self.connection
        status = connection.info.transaction_status
        wanted = self.wanted()
        known, is_certain = connection.told
        # What was set in a transaction may have been undone with it.
        if status == TransactionStatus.IDLE and not is_certain:
            known = {}
        if known == wanted or status == _FAILED:
            return
        if any(not cursor.closed for cursor in self._reading):
            raise StillReading
        # Whoever is interrupted here does not learn whether it was set.
        connection.told = {}, False
        # SET is no query: the isolation of a transaction may still be chosen after it.
        changes = [
            sql.SQL("SET {} = {}").format(sql.SQL(name), sql.Literal(value))
            for name, value in wanted.items()
            if known.get(name) != value
        ]
        with connection.cursor() as cursor:
            cursor.execute(sql.SQL("; ").join(changes), prepare=False)
        is_certain = status == TransactionStatus.IDLE and connection.autocommit
        connection.told = wanted, is_certain

    def _savepoint_rollback(self, sid: str) -> None:
        super()._savepoint_rollback(sid)  # type: ignore[misc] # the stubs leave it out
        _, is_certain = self.connection.told
        if not is_certain:
            self.connection.told = {}, False
