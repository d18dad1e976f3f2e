"""Connections whose session at PostgreSQL is another one in each transaction.

A pooler in transaction mode lends a session until the transaction ends, and then to somebody else.
So nothing is set there for longer: whose rows a statement may see, and how long it may take, are
said in the statement's own transaction and end with it (docs/scaling.md, "Many connections").

It costs no trip. What has to be said stands before the statement in the same message, which is one
transaction where none is open; a kept statement (``config.db.prepared``) is sent in one pipeline
with it, which is one transaction likewise. BEGIN is sent with the first statement as well.
"""

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any

import psycopg
from django.db.backends.postgresql.base import ServerSideCursor
from psycopg import sql
from psycopg.pq import TransactionStatus

from config.db.lent.cursors import Cursor, LentKeptCursor
from config.db.lent.names import prepare_if_possible
from config.db.lent.pipelines import pipeline
from config.db.walled import base

_IDLE, _OPEN = TransactionStatus.IDLE, TransactionStatus.INTRANS


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection that says to each transaction anew what ``wanted`` returns.

    psycopg's own connection is always in autocommit: it would send BEGIN by itself, alone.
    """

    kept_cursor = LentKeptCursor
    keeps_its_session = False

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        # What the open transaction was told; nothing where none is open.
        self._said: dict[str, str] = {}

    def get_connection_params(self) -> dict[str, Any]:
        return super().get_connection_params() | {"cursor_factory": Cursor}

    def admit(
        self, connection: psycopg.Connection, connect: Callable[[], psycopg.Connection]
    ) -> None:
        """Take any connection: what is said in a transaction is right behind whatever pooler."""
        connection.autocommit = True
        prepare_if_possible(connection)

    def create_cursor(self, name: str | None = None) -> Any:
        if not name:
            cursor: Any = super(base.DatabaseWrapper, self).create_cursor()
            cursor.teller = self
            return cursor
        self.tell()
        kind: Any = ServerSideCursor  # the stubs leave out what psycopg's takes
        cursor = kind(self.connection, name=name, scrollable=False, withhold=False)
        self._reading.add(cursor)
        return cursor

    def chunked_cursor(self) -> Any:
        """Return a cursor for many rows: outside of a transaction, one that has them all at once.

        Those that stay at the server would be left in a session that is somebody else's by then.
        """
        return self.cursor() if self.get_autocommit() else super().chunked_cursor()

    def to_be_said(self) -> list[str]:
        """Return the statements that the next one needs before it, in one message with it."""
        status = self.connection.info.transaction_status
        if status == _IDLE:
            # Cursors of the server's have ended with their transaction.
            self._said = {}
            self._reading.clear()
        elif status != _OPEN:
            return []  # a transaction that has failed refuses what comes
        wanted = self.wanted()
        if self._said == wanted:
            return []
        if any(not cursor.closed for cursor in self._reading):
            raise base.StillReading
        begin = ["BEGIN"] if status == _IDLE and not self.autocommit else []
        # SET is no query: the isolation of a transaction may still be chosen after it.
        return begin + [
            _set(name, value, self.connection)
            for name, value in wanted.items()
            if self._said.get(name) != value
        ]

    @contextmanager
    def remembering(self) -> Iterator[None]:
        """Remember what the block says, where a transaction is open after it."""
        wanted, self._said = self.wanted(), {}
        yield
        if self.connection.info.transaction_status == _OPEN:
            self._said = wanted

    def tell(self, *, begin: bool = False) -> None:
        """Say alone what is to be said, for what cannot be sent in one message with it."""
        said = self.to_be_said()
        if begin and self.connection.info.transaction_status == _IDLE and "BEGIN" not in said:
            said.insert(0, "BEGIN")
        if said:
            with self.remembering():
                self.connection.execute("; ".join(said), prepare=False)

    @contextmanager
    def told_transaction(self) -> Iterator[None]:
        """Be in a transaction that was told: the open one, or one of the block's own."""
        is_own = self.autocommit and self.connection.info.transaction_status == _IDLE
        self.tell(begin=True)
        try:
            yield
        except BaseException:
            if is_own:
                with suppress(psycopg.Error):
                    self.connection.rollback()
            raise
        if is_own:
            self.connection.commit()

    @contextmanager
    def pipeline(self) -> Iterator[None]:
        """Send the statements of the block in one trip, with what they need before them."""
        said = self.to_be_said()
        with self.remembering(), pipeline(self.connection):
            if said[:1] == ["BEGIN"]:
                psycopg.Cursor(self.connection).execute("BEGIN", prepare=False)
            if said:
                psycopg.Cursor(self.connection).execute(*_settings(self.wanted()), prepare=False)
            yield

    def _set_autocommit(self, autocommit: bool) -> None:
        if autocommit:  # which psycopg refuses while a transaction is open
            with self.wrap_database_errors:
                self.connection.autocommit = True

    def _savepoint_rollback(self, sid: str) -> None:
        super(base.DatabaseWrapper, self)._savepoint_rollback(sid)  # type: ignore[misc] # as there
        self._said = {}  # some of it was said since


def _set(name: str, value: str, connection: psycopg.Connection) -> str:
    return f"SET LOCAL {name} = {sql.Literal(value).as_string(connection)}"


def _settings(wanted: dict[str, str]) -> tuple[sql.Composed, list[str]]:
    """Return the same as one statement: in a pipeline, SET LOCAL warns that nothing is open."""
    each = sql.SQL(", ").join([sql.SQL("set_config(%s, %s, true)")] * len(wanted))
    return sql.SQL("SELECT {}").format(each), [text for one in wanted.items() for text in one]
