"""Connections to a replica (docs/scaling.md, "Readers"): walled like all others.

What fails there has not failed for whoever asked: the primary has not been asked yet.
"""

from collections.abc import Callable
from types import TracebackType
from typing import Any

import psycopg
from django.db import InterfaceError, InternalError, OperationalError
from django.db.utils import DatabaseErrorWrapper
from django.utils.functional import cached_property
from psycopg.errors import QueryCanceled

from config.db.replica.asking import ask_in_time
from config.db.walled import base

_PASSING = (OperationalError, InterfaceError, InternalError)


class ReplicaFailed(OperationalError):
    """A replica did not answer, or broke off: it is away, or cancels what holds up its replay."""

    # The replica's name among DATABASES.
    alias = ""


class _Errors(DatabaseErrorWrapper):
    """Raises Django's errors, and ReplicaFailed for those that the primary may not have.

    A statement that took too long would take as long there: it stays what it is.
    """

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            super().__exit__(kind, error, traceback)
            failure = error  # one of Django's, or none
        except _PASSING as translated:
            failure = translated
        if not isinstance(failure, _PASSING) or isinstance(failure, ReplicaFailed):
            return
        cause = failure.__cause__ or error
        if isinstance(cause, QueryCanceled):
            raise failure from cause
        told = ReplicaFailed(*failure.args)
        told.alias = self.wrapper.alias  # type: ignore[attr-defined] # the stubs leave it out
        raise told from cause


class DatabaseWrapper(base.DatabaseWrapper):
    """A connection to a replica."""

    def admit(
        self, connection: psycopg.Connection, connect: Callable[[], psycopg.Connection]
    ) -> None:
        """Look at a new connection if it answers: the pool may have made it some time ago."""
        ask_in_time(connection.pgconn, b"SELECT")
        super().admit(connection, connect)

    @cached_property
    def wrap_database_errors(self) -> Any:
        return _Errors(self)
