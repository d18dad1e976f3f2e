"""The heads of the chains of seals, which are worth keeping outside, and what none covers (§18)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.db import connection
from django.utils import timezone

from config.context import ALL_TENANTS, within
from tenants.models import AuditSeal, Tenant


class Head(NamedTuple):
    """The last seal of a tenant; as a text what ``--expect-head`` takes."""

    slug: str
    number: int
    digest: bytes
    sealed_at: datetime
    events: int

    def __str__(self) -> str:
        return f"{self.slug}:{self.number}:{self.digest.hex()}"


def head_of(tenant: Tenant) -> Head | None:
    """Return the last seal of a tenant, with the number of events that its chain has sealed."""
    seals = AuditSeal.objects.for_tenant(tenant)
    last = seals.order_by("-number").defer("content").first()
    if last is None:
        return None
    events = sum(seals.order_by().values_list("events", flat=True).iterator())
    return Head(tenant.slug, last.number, bytes(last.hash), last.sealed_at, events)


def unsealed_trails(tenant_ids: Iterable[str]) -> dict[str, datetime]:
    """Return those of these tenants with events that no seal covers, and since when these wait."""
    # The function sees all tenants' events; with one role of the database, for whoever says "all".
    with within(ALL_TENANTS), connection.cursor() as cursor:
        cursor.execute("SELECT tenant, since FROM unsealed_trails(%s)", [list(tenant_ids)])
        return dict(cursor.fetchall())


def unsealed_seconds(tenant_ids: Iterable[str]) -> float:
    """Return for how long the oldest event of these tenants that no seal covers has waited."""
    since = min(unsealed_trails(tenant_ids).values(), default=None)
    return max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
