"""The heads of the chains of seals, which are worth keeping outside, and what none covers (§18)."""

from collections.abc import Iterable
from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from config.db.walls import rows_of_directory
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
    return dict(rows_of_directory("unsealed_trails", list(tenant_ids)))


def unsealed_seconds(tenant_ids: Iterable[str]) -> float:
    """Return for how long the oldest event of these tenants that no seal covers has waited."""
    since = min(unsealed_trails(tenant_ids).values(), default=None)
    return max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
