"""Few tries, each counted by itself: passwords, invitations' tokens, mails to one person."""

import math

from django.utils import timezone

from accounts.models import RateCounter
from config import metrics
from config.context import Standing, current_request
from config.errors import RateLimited

type Limit = tuple[int, int]
"""Attempts, and the seconds in which they may be made."""


def allow(what: str, who: str, limit: Limit) -> None:
    """Count a try of ``what`` by ``who``; raise RateLimited when there were too many."""
    standing, allowed = _count(what, who, limit)
    current_request().limits[what] = standing
    if not allowed:
        metrics.count_refusal(what)
        raise RateLimited("Too many attempts", retry_after=standing.reset)


def allows(what: str, who: str, limit: Limit) -> bool:
    """Count likewise, and say whether it may go on: for what nobody need be told of."""
    return _count(what, who, limit)[1]


def take_back(what: str, who: str) -> None:
    """Uncount a try that turned out to be right."""
    RateCounter.objects.take_back(what, who)
    current_request().limits.pop(what, None)


def forgive(what: str, who: str) -> None:
    """Start counting afresh, as after a success."""
    RateCounter.objects.forget(what, who)
    current_request().limits.pop(what, None)


def _count(what: str, who: str, limit: Limit) -> tuple[Standing, bool]:
    attempts, seconds = limit
    hits, window_ends_at = RateCounter.objects.hit(what, who, seconds=seconds)
    wait = math.ceil((window_ends_at - timezone.now()).total_seconds())
    return Standing(attempts, seconds, max(attempts - hits, 0), max(wait, 1)), hits <= attempts
