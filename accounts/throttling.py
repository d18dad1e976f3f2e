"""How often something may be tried (contract §1.4, 429)."""

import hashlib
import math

from django.utils import timezone

from accounts.models import RateCounter
from config.errors import RateLimited

type Limit = tuple[int, int]
"""Attempts, and the seconds in which they may be made."""


def allow(what: str, who: str, limit: Limit) -> None:
    """Count a try of ``what`` by ``who``; raise RateLimited when there were too many.

    ``who`` is stored as a hash only: the table names nobody.
    """
    attempts, seconds = limit
    hits, window_ends_at = RateCounter.objects.hit(_key(what, who), seconds=seconds)
    if hits > attempts:
        wait = math.ceil((window_ends_at - timezone.now()).total_seconds())
        raise RateLimited("Too many attempts; try again later.", retry_after=max(wait, 1))


def forgive(what: str, who: str) -> None:
    """Start counting afresh, as after a success."""
    RateCounter.objects.filter(key=_key(what, who)).delete()


def _key(what: str, who: str) -> str:
    return f"{what}:{hashlib.sha256(who.encode()).hexdigest()}"
