"""Calls to other people's servers: a few at a time, and none to a server that does not answer.

A call holds a thread until the other side answers. So all calls of a process together have a
quarter of its threads; nobody waits for a place, which would hold a thread as well. A host that
let a call run out of time is left alone for a while. Then one call tries it; if that is answered,
all may call again.
"""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Lock

from django.conf import settings

from config.observability import metrics

# Seconds for which a silent host is left alone.
REST = 30


class CallRefused(Exception):
    """The host was not called; ``retry_after`` is when that may be tried again, in seconds."""

    retry_after: int


class Busy(CallRefused):
    """As many calls as may be are under way."""

    retry_after = 2


class Silent(CallRefused):
    """The host did not answer a while ago."""

    def __init__(self, retry_after: int) -> None:
        super().__init__()
        self.retry_after = retry_after


@dataclass
class _Circuit:
    """A host that did not answer; ``is_tried`` while one call finds out whether it does now."""

    rests_until: float
    is_tried: bool = False


_lock = Lock()
_under_way = 0
_silent: dict[str, _Circuit] = {}


def places() -> int:
    """Return how many calls a process makes at once: a quarter of its threads, at least one."""
    return max(settings.WEB_THREADS // 4, 1)


@contextmanager
def call(host: str, *, patience: float) -> Iterator[None]:
    """Take a place for the block, which calls this host; raises Busy or Silent without one.

    The block should end within ``patience`` seconds. The host counts as silent where it failed by
    a TimeoutError, or by anything else after that time, such as a name that nobody could look up.
    """
    began = time.monotonic()
    _take(host, began)
    is_silent = False
    try:
        yield
    except TimeoutError:
        is_silent = True
        raise
    except Exception:
        is_silent = time.monotonic() - began >= patience
        raise
    finally:
        _give_back(host, is_silent=is_silent)


def forget() -> None:
    """Forget which hosts were silent."""
    with _lock:
        _silent.clear()


def _take(host: str, now: float) -> None:
    global _under_way  # noqa: PLW0603 - one number for the process
    with _lock:
        circuit = _silent.get(host)
        if circuit and (circuit.is_tried or now < circuit.rests_until):
            metrics.count_refused_call("silent")
            raise Silent(max(1, round(circuit.rests_until - now)))
        if _under_way >= places():
            metrics.count_refused_call("busy")
            raise Busy
        if circuit:
            circuit.is_tried = True
        _under_way += 1


def _give_back(host: str, *, is_silent: bool) -> None:
    global _under_way  # noqa: PLW0603 - as above
    with _lock:
        _under_way -= 1
        known = host in _silent
        if not is_silent:
            _silent.pop(host, None)
            return
        _silent[host] = _Circuit(time.monotonic() + REST)
    if not known:
        metrics.count_silent_host()
