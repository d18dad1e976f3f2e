"""Cursors that send what a transaction has to be told together with their statements."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Protocol, Self

from django.db.backends.postgresql import base
from psycopg import ClientCursor, sql
from psycopg.pq import PipelineStatus

from config.db import prepared


class Teller(Protocol):
    """The connection of Django's that a cursor belongs to (``config.db.lent.base``)."""

    def to_be_said(self) -> list[str]: ...
    def remembering(self) -> Any: ...
    def told_transaction(self) -> Any: ...
    def pipeline(self) -> Any: ...


class _WithTeller:
    """What both kinds share. Without a teller, statements are about no tenant's rows."""

    teller: Teller | None = None
    connection: Any

    def is_on_its_own(self) -> bool:
        """Return whether nobody has said before what this cursor's statement needs."""
        status = self.connection.pgconn.pipeline_status
        return self.teller is not None and status == PipelineStatus.OFF

    @contextmanager
    def copy(self, *args: Any, **options: Any) -> Iterator[Any]:
        with self._transaction(), super().copy(*args, **options) as copy:  # type: ignore[misc]
            yield copy

    def executemany(self, *args: Any, **options: Any) -> None:
        with self._transaction():
            super().executemany(*args, **options)  # type: ignore[misc] # psycopg's

    def stream(self, *args: Any, **options: Any) -> Iterator[Any]:
        with self._transaction():
            yield from super().stream(*args, **options)  # type: ignore[misc] # psycopg's

    def _transaction(self) -> Any:
        assert self.teller is not None  # noqa: S101 - those without one only execute
        return self.teller.told_transaction()


class Cursor(_WithTeller, base.Cursor, ClientCursor[Any]):
    """Django's cursor: values are written into the statement, and so is what it needs."""

    def execute(self, query: Any, params: Any = None, **options: Any) -> Self:
        said = self.teller.to_be_said() if self.teller and self.is_on_its_own() else []
        if not said or self.teller is None:
            return super().execute(query, params, **options)
        before = "".join(f"{one}; " for one in said)
        with self.teller.remembering():
            super().execute(_after(before, query, has_values=params is not None), params, **options)
        for _ in said:
            self.nextset()
        # Where Django looks for what was asked, for its logs: that is the statement alone.
        if self._query:
            self._query.query = self._query.query.removeprefix(before.encode())
        return self


class LentKeptCursor(_WithTeller, prepared.KeptCursor):
    """The cursor of kept statements: they are sent in a pipeline, behind what they need."""

    def send(self, query: Any, params: Any, *, prepare: bool, **options: Any) -> Self:
        if self.teller is None or not self.is_on_its_own() or not self.teller.to_be_said():
            return super().send(query, params, prepare=prepare, **options)
        with self.teller.pipeline():
            super().send(query, params, prepare=prepare, **options)
        return self

    def forget(self) -> None:
        """Keep nothing any more: sessions of the pooler have the old plan, who knows how many."""
        self.connection.prepare_threshold = None


def _after(before: str, query: Any, *, has_values: bool) -> Any:
    """Return a statement with others before it, of whichever kind of text psycopg takes."""
    if has_values:  # which are put where a % is
        before = before.replace("%", "%%")
    if isinstance(query, sql.Composable):
        return sql.SQL(before) + query
    return before.encode() + query if isinstance(query, bytes) else before + query
