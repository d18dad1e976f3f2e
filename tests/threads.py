"""Helpers to do several things at the same moment, each with a database connection."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from threading import Barrier, Event

from django.db import connections

from benchmarks.beside import beside


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


def meanwhile(*acts: Callable[[], object]) -> AbstractContextManager[None]:
    """Call each of these again and again, in a thread of its own, for the length of the block.

    Exceptions of the threads are raised at the end.
    """

    def again_and_again(act: Callable[[], object]) -> Callable[[Event], None]:
        def work(end: Event) -> None:
            try:
                while not end.is_set():
                    act()
            finally:
                connections.close_all()

        return work

    return beside(*map(again_and_again, acts))
