"""Doing the same thing at the same moment, with a database connection each."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

from django.db import connections


def at_once[T](action: Callable[[int], T], times: int) -> list[T]:
    """Call ``action(0) … action(times - 1)`` in as many threads, all starting together.

    Needs a test with ``django_db(transaction=True)``: threads see only what was committed.
    """
    start = Barrier(times)

    def run(index: int) -> T:
        start.wait()
        try:
            return action(index)
        finally:
            connections.close_all()

    with ThreadPoolExecutor(times) as threads:
        return list(threads.map(run, range(times)))
