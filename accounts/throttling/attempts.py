"""Few tries, each counted by itself: passwords, tickets, mails to one person."""

import math
from datetime import datetime
from typing import NoReturn

from django.utils import timezone

from accounts.models import RateCounter
from config.context import RateLimitState, current_request
from config.errors import RateLimited
from config.observability import metrics

type Limit = tuple[int, int]
"""Attempts, and the seconds in which they may be made."""


def allow(what: str, who: str, limit: Limit) -> int:
    """Count a try of ``what`` by ``who``, and return which one it is.

    Raises RateLimited when there were too many.
    """
    state, hits = _count(what, who, limit)
    current_request().limits[what] = state
    if hits > state.quota:
        _refuse(what, state.reset)
    return hits


def allows(what: str, who: str, limit: Limit) -> bool:
    """Count likewise, and say whether it may go on: for what nobody need be told of."""
    state, hits = _count(what, who, limit)
    return hits <= state.quota


def take_back(what: str, who: str, times: int = 1) -> None:
    """Uncount tries that turned out to be right, or to be none."""
    RateCounter.objects.take_back(what, who, times)
    current_request().limits.pop(what, None)


def forgive(what: str, who: str) -> int:
    """Start counting afresh, as after a success; return how many tries there were."""
    current_request().limits.pop(what, None)
    return RateCounter.objects.forget(what, who)


def pause(what: str, who: str, seconds: int) -> None:
    """Have the next try of ``what`` by ``who`` wait. Nobody waits here: whoever asks is told."""
    RateCounter.objects.hit(what, who, seconds=seconds)


def require_no_pause(what: str, who: str, *, longest: int) -> None:
    """Raise RateLimited while a pause lasts, which is ``longest`` seconds at most."""
    if ends_at := RateCounter.objects.open_until(what, who, seconds=longest):
        _refuse(what, _seconds_until(ends_at))


def _refuse(what: str, retry_after: int) -> NoReturn:
    metrics.count_refusal(what)
    raise RateLimited("Too many attempts", retry_after=retry_after)


def _seconds_until(moment: datetime) -> int:
    return max(math.ceil((moment - timezone.now()).total_seconds()), 1)


def _count(what: str, who: str, limit: Limit) -> tuple[RateLimitState, int]:
    attempts, seconds = limit
    hits, window_ends_at = RateCounter.objects.hit(what, who, seconds=seconds)
    left = max(attempts - hits, 0)
    return RateLimitState(attempts, seconds, left, _seconds_until(window_ends_at)), hits
