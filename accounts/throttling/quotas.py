"""Quotas of requests, counted in blocks: a worker process fetches several requests' worth at once.

The totals are in PostgreSQL and are shared by all processes; a process spends the tokens that it
has fetched without another query. So most requests cost no statement, and never more tokens are
spent than a limit allows. A process that has fetched a block and gets no more requests wastes it
until the window ends: at most two per cent of the limit, and less towards its end, since blocks
shrink with the rest. With a limit of fifty or less, tokens are fetched one by one.
"""

import logging
import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from threading import Lock

from django.conf import settings
from django.db import InternalError
from django.utils import timezone
from django.utils.translation import gettext as _
from psycopg.errors import ReadOnlySqlTransaction

from accounts.models import CLOCKS_APART, RateCounter
from config.context import RateLimitState, current_request
from config.errors import RateLimited
from config.observability import metrics

logger = logging.getLogger(__name__)

# The largest block, as a share of the limit, and of the rest of it.
_OF_LIMIT = 50
_OF_REST = 10

# The number of buckets that a process holds before it removes those whose window has ended.
_MANY = 10_000


@dataclass
class Bucket:
    """The tokens of a quota that this process holds, and the rest that all can still fetch."""

    quota: int
    seconds: int
    ends_at: datetime | None = None
    tokens: int = 0
    rest: int = 0

    def is_current(self, now: datetime) -> bool:
        latest = now + timedelta(seconds=self.seconds) + CLOCKS_APART
        return self.ends_at is not None and now < self.ends_at <= latest

    def block(self, now: datetime) -> int:
        """Return how many tokens to fetch, each good for one request."""
        rest = self.rest if self.is_current(now) else self.quota
        return max(1, min(self.quota // _OF_LIMIT, rest // _OF_REST))

    def needs_more(self, now: datetime) -> bool:
        return not self.is_current(now) or (self.tokens == 0 and self.rest > 0)

    def refill(self, fetched: int, hits: int, ends_at: datetime) -> None:
        """Add the tokens of a fetch: of ``fetched`` ones, those below the limit."""
        if ends_at != self.ends_at:
            self.ends_at, self.tokens = ends_at, 0
        self.tokens += min(fetched, max(0, self.quota - (hits - fetched)))
        self.rest = max(0, self.quota - hits)

    def state(self, now: datetime) -> RateLimitState:
        wait = math.ceil((self.ends_at - now).total_seconds())
        return RateLimitState(self.quota, self.seconds, self.tokens + self.rest, max(wait, 1))


type _Name = tuple[str, str]
"""A limit, and whom it is for."""

_buckets: dict[_Name, Bucket] = {}
_lock = Lock()


def consume(**who: str) -> None:
    """Take one token of each limit: ``consume(tenant=tenant_id, account=user_id)``.

    Limits are named as in RATE_LIMITS; those that are switched off there cost nothing. Raises
    RateLimited when one has no tokens left, and then takes none of the others either.
    """
    current_request().is_counted = True
    limits = {name: limit for name in who if (limit := settings.RATE_LIMITS.get(name))}
    if not limits:
        return
    # In the same order for all requests, tenants first: rows are locked in this order.
    names = [(name, who[name]) for name in sorted(limits, reverse=True)]
    buckets = _buckets_of(names, limits)
    while True:
        now = timezone.now()
        with _lock:
            blocks = {
                name: bucket.block(now)
                for name, bucket in buckets.items()
                if bucket.needs_more(now)
            }
            if not blocks:
                empty = [name for name, bucket in buckets.items() if bucket.tokens == 0]
                for bucket in () if empty else buckets.values():
                    bucket.tokens -= 1
                states = {name: bucket.state(now) for (name, _who), bucket in buckets.items()}
                break
        if not _fetch(buckets, blocks):
            return
    current_request().limits.update(states)
    if empty:
        current_request().is_refused = True
        for name, _who in empty:
            metrics.count_refusal(name)
        wait = max(states[name].reset for name, _who in empty)
        raise RateLimited(_("Too many requests"), retry_after=wait)


def forget_all() -> None:
    """Forget the tokens that this process holds; the totals stay as they are."""
    with _lock:
        _buckets.clear()


def _buckets_of(names: list[_Name], limits: dict[str, tuple[int, int]]) -> dict[_Name, Bucket]:
    with _lock:
        if len(_buckets) > _MANY:
            now = timezone.now()
            for name in [name for name, bucket in _buckets.items() if not bucket.is_current(now)]:
                del _buckets[name]
        return {name: _buckets.setdefault(name, Bucket(*limits[name[0]])) for name in names}


def _fetch(buckets: dict[_Name, Bucket], blocks: dict[_Name, int]) -> bool:
    """Fetch blocks of tokens in one statement; return whether that was possible."""
    wanted = [(*name, block, buckets[name].seconds) for name, block in blocks.items()]
    try:
        totals = RateCounter.objects.hit_many(wanted)
    except InternalError as error:
        # For example after a failover. Reading goes on, without limits as long as it lasts.
        if not isinstance(error.__cause__, ReadOnlySqlTransaction):
            raise
        logger.warning("Requests are not counted: the database is read-only.")
        return False
    with _lock:
        for (name, block), (hits, ends_at) in zip(blocks.items(), totals, strict=True):
            buckets[name].refill(block, hits, ends_at)
    return True
