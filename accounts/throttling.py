"""How often something may be tried (contract §1.4, 429)."""

import math
from ipaddress import IPv6Address, ip_address, ip_network

from django.utils import timezone

from accounts.models import RateCounter
from config.errors import RateLimited

type Limit = tuple[int, int]
"""Attempts, and the seconds in which they may be made."""

# Whoever has one IPv6 address has all of its network.
_IPV6_NETWORK = 64


def allow(what: str, who: str, limit: Limit) -> None:
    """Count a try of ``what`` by ``who``; raise RateLimited when there were too many."""
    attempts, seconds = limit
    hits, window_ends_at = RateCounter.objects.hit(what, who, seconds=seconds)
    if hits > attempts:
        wait = math.ceil((window_ends_at - timezone.now()).total_seconds())
        raise RateLimited("Too many attempts; try again later.", retry_after=max(wait, 1))


def take_back(what: str, who: str) -> None:
    """Uncount a try that turned out to be right."""
    RateCounter.objects.take_back(what, who)


def forgive(what: str, who: str) -> None:
    """Start counting afresh, as after a success."""
    RateCounter.objects.forget(what, who)


def neighbourhood(address: str) -> str:
    """Return what is counted together with an address: itself, or its network in IPv6."""
    if isinstance(ip_address(address), IPv6Address):
        return str(ip_network(f"{address}/{_IPV6_NETWORK}", strict=False))
    return address
