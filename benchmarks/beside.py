"""Work in other threads while something is measured."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Event


@contextmanager
def beside(*works: Callable[[Event], object]) -> Iterator[None]:
    """Have each work in a thread of its own for the length of the block, whose end sets the event.

    What went wrong there is raised at the end.
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
