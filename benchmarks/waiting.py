"""Waiting until something is so."""

import time
from collections.abc import Callable


def happens(condition: Callable[[], object], *, within: float, every: float = 0.05) -> bool:
    """Return whether something happens within so many seconds; it is looked at every few."""
    deadline = time.monotonic() + within
    while not condition():
        if time.monotonic() > deadline:
            return False
        time.sleep(every)
    return True
