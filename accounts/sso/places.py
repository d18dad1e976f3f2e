"""Places for calls to CAS servers: a process uses some of its threads for these, and never all.

Requests do not wait for a place, which would use a thread as well: without one they are refused,
and come again.
"""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

from django.conf import settings

from accounts.sso.faults import CASFault

_taken: Counter[str] = Counter()
_lock = Lock()


class Busy(CASFault):
    """No place is free; the server was not called."""

    def __init__(self, server: str) -> None:
        super().__init__(
            f"{server} takes its time, and has been asked too often already.",
            "Look into why the server is slow.",
        )


@contextmanager
def place(server: str) -> Iterator[None]:
    """Take a place for one call to a server; raises Busy when there is none."""
    everywhere = places()
    with _lock:
        # One server that hangs leaves a place for the others.
        if _taken.total() >= everywhere or _taken[server] >= everywhere - 1:
            raise Busy(server)
        _taken[server] += 1
    try:
        yield
    finally:
        with _lock:
            _taken.subtract([server])
            if not _taken[server]:
                del _taken[server]


def places() -> int:
    """Return the number of places: half of the threads, but at least two."""
    return max(settings.WEB_THREADS // 2, 2)
