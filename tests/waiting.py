"""Helpers that wait for other connections, or make them wait."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

import psycopg
from django.db import connection, connections, transaction
from psycopg import sql

from benchmarks.waiting import happens
from tests.servers import PATIENCE, database_url

_OTHERS = sql.SQL(
    "SELECT count(*) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid() AND ({})"
)


def eventually(condition: Callable[[], object], *, patience: float = PATIENCE) -> None:
    """Wait until the condition holds, for ``patience`` seconds at most."""
    assert happens(condition, within=patience, every=0.02), "It did not happen in time."


@contextmanager
def held(*tables: str) -> Iterator[Callable[[], None]]:
    """Block readers of these tables until the yielded function is called or the block ends."""
    with psycopg.connect(database_url()) as holder:
        holder.execute(f"LOCK TABLE {', '.join(tables)} IN ACCESS EXCLUSIVE MODE")
        yield holder.commit


def sessions(condition: str) -> int:
    """Count the sessions of others in the tests' database."""
    with connection.cursor() as cursor:
        cursor.execute(_OTHERS.format(sql.SQL(condition)))
        return cursor.fetchone()[0]


def while_waiting[T](change: Callable[[], object], act: Callable[[], T]) -> T:
    """Return the result of ``act``, which begins between a change and its commit, and waits for it.

    Needs a test with ``django_db(transaction=True)``.
    """

    def acting() -> T:
        try:
            return act()
        finally:
            connections.close_all()

    with ThreadPoolExecutor(1) as threads:
        with transaction.atomic():
            change()
            answer = threads.submit(acting)
            eventually(_somebody_waits_for_us)
        return answer.result(PATIENCE)


def _somebody_waits_for_us() -> bool:
    """Return whether another connection waits for a lock that our transaction holds."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted"
            " AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]
