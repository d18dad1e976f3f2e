"""A PostgreSQL that others run: there is nothing to start and nothing to stop."""

from types import TracebackType
from typing import Any, Self

import psycopg
from django.db import OperationalError
from psycopg.conninfo import conninfo_to_dict

from config.db.poolers import PoolerRefused
from config.runtime.database.errors import PostgresError

SCHEMES = ("postgresql://", "postgres://")

# Seconds until a server that does not answer at all counts as absent.
CONNECT_TIMEOUT = 10


class ExternalPostgres:
    """The server that DATABASE_URL names, or another ``variable``."""

    def __init__(self, url: str, variable: str = "DATABASE_URL") -> None:
        try:
            # libpq reads the address itself: it knows socket folders, several hosts, TLS options.
            self._options = conninfo_to_dict(url) if url.startswith(SCHEMES) else {}
            self._name = self._options.pop("dbname")
            self._port = str(self._options.pop("port", ""))
            [int(port) for port in self._port.split(",") if port]
        except (KeyError, ValueError, psycopg.ProgrammingError):
            # The address is not repeated: it may hold a password.
            raise PostgresError(
                f"{variable} is not the address of a PostgreSQL database; "
                "it looks like postgresql://user:password@host:5432/name."
            ) from None

    def settings(self, connect_timeout: int = CONNECT_TIMEOUT) -> dict[str, Any]:
        """Return the entry for Django's DATABASES; a time in the address counts first."""
        options = {"connect_timeout": connect_timeout, **self._options}
        return {
            "ENGINE": "config.db.walled",
            "NAME": self._name,
            "USER": options.pop("user", ""),
            "PASSWORD": options.pop("password", ""),
            "HOST": options.pop("host", ""),
            "PORT": self._port,
            "OPTIONS": options,
        }

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        """Raise a failed connection as one sentence; any other error passes as it is."""
        if isinstance(error, PoolerRefused):
            raise PostgresError(str(error)) from error
        cause = error.__cause__ if isinstance(error, OperationalError) else None
        # The server gives every error of its own a SQLSTATE; a connection that fails has none.
        if isinstance(cause, psycopg.OperationalError) and cause.sqlstate is None:
            reason = str(cause).strip().splitlines()[0].removeprefix("connection failed: ")
            raise PostgresError(f"cannot connect to DATABASE_URL: {reason}") from error
