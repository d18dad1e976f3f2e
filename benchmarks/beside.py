"""Work in other threads while something is measured."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event


@contextmanager
def beside(*works: Callable[[Event], object]) -> Iterator[None]:
    """Run each function in a thread of its own during the block, whose end sets the event.

    Exceptions of the threads are raised at the end.
    """
    end = Event()
    with ThreadPoolExecutor(len(works)) as threads:
        running = [threads.submit(work, end) for work in works]
        try:
            yield
        finally:
            end.set()
        for one in running:
            one.result()
