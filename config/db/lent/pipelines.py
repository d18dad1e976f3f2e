"""Pipelines whose last message is their Sync."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from psycopg.pq import PipelineStatus


class _Pipeline(psycopg.Pipeline):
    """One that asks for nothing more behind its Sync, which brings all answers.

    psycopg's sends a Flush there, and often the transaction has ended when it reaches the pooler.
    That lends a session for it then, and waits for the end of a transaction that nobody began:
    the session is lost to everybody else until this client's next statement.
    """

    _has_synced = False

    def _exit_gen(self) -> Any:
        self._has_synced = True
        return super()._exit_gen()

    def _fetch_gen(self, *, flush: bool) -> Any:
        return super()._fetch_gen(flush=flush and not self._has_synced)


@contextmanager
def pipeline(connection: psycopg.Connection) -> Iterator[None]:
    """Send the statements of the block in one trip."""
    if connection.info.pipeline_status == PipelineStatus.OFF:
        # psycopg goes on with the one that it finds; there is no public way to choose its class.
        connection._pipeline = _Pipeline(connection)  # noqa: SLF001
    with connection.pipeline():
        yield
