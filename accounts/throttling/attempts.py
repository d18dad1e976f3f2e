"""Limits on rare attempts, each counted by itself: passwords, tickets, mails to one person."""

import math
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from typing import Any, NoReturn

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.models import RateCounter
from config.context import RateLimitState, current_request
from config.errors import RateLimited
from config.observability import metrics

type Limit = tuple[int, int]
"""Attempts, and the seconds in which they may be made."""


def count(what: str, who: str, limit: Limit) -> int:
    """Count an attempt at ``what`` by ``who``, and return its number.

    Raises RateLimited when there were too many.
    """
    state, hits = _hit(what, who, limit)
    current_request().limits[what] = state
    if hits > state.quota:
        _refuse(what, state.reset)
    return hits


def refund(what: str, who: str, times: int = 1) -> None:
    """Refund attempts that were right, or turned out to be none."""
    RateCounter.objects.refund(what, who, times)
    current_request().limits.pop(what, None)


def reset(what: str, who: str) -> int:
    """Refund all attempts, as after a success; return how many there were."""
    current_request().limits.pop(what, None)
    return RateCounter.objects.reset(what, who)


@contextmanager
def attempt(
    what: str,
    who: str,
    limit: Limit,
    *,
    on_success: Callable[[str, str], Any] | None = refund,
    innocent: tuple[type[Exception], ...] = (),
) -> Iterator[None]:
    """Count what the block does as an attempt at ``what`` by ``who``.

    Raises RateLimited, and does not enter the block, when there were too many. After a block
    without an exception the attempt is refunded, or ``on_success`` is called; after an ``innocent``
    exception, which is nobody's mistake, it is refunded as well. All others stay counted.
    """
    count(what, who, limit)
    try:
        yield
    except innocent:
        refund(what, who)
        raise
    if on_success:
        on_success(what, who)


def is_within(what: str, who: str, limit: Limit) -> bool:
    """Count an attempt, and return whether it is within the limit; no RateLimited is raised."""
    state, hits = _hit(what, who, limit)
    return hits <= state.quota


def pause(what: str, who: str, seconds: int) -> None:
    """Start a pause before the next attempt at ``what`` by ``who``. Nothing waits here."""
    RateCounter.objects.hit(what, who, seconds=seconds)


def require_no_pause(what: str, who: str, *, longest: int) -> None:
    """Raise RateLimited while a pause lasts, which is ``longest`` seconds at most."""
    if ends_at := RateCounter.objects.open_until(what, who, seconds=longest):
        _refuse(what, _seconds_until(ends_at))


def _refuse(what: str, retry_after: int) -> NoReturn:
    metrics.count_refusal(what)
    raise RateLimited(_("Too many attempts"), retry_after=retry_after)


def _seconds_until(moment: datetime) -> int:
    return max(math.ceil((moment - timezone.now()).total_seconds()), 1)


def _hit(what: str, who: str, limit: Limit) -> tuple[RateLimitState, int]:
    attempts, seconds = limit
    hits, window_ends_at = RateCounter.objects.hit(what, who, seconds=seconds)
    left = max(attempts - hits, 0)
    return RateLimitState(attempts, seconds, left, _seconds_until(window_ends_at)), hits
