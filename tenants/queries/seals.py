"""The heads of the chains of seals: what is worth keeping outside (contract §18)."""

from datetime import datetime
from typing import NamedTuple

from django.utils import timezone

from tenants.models import AuditEvent, AuditSeal, Tenant


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


def unsealed_seconds(tenant_id: str) -> float:
    """Return for how long the tenant's oldest event that no seal covers has waited."""
    last = (
        AuditSeal.objects.for_tenant(tenant_id)
        .order_by("-number")
        .values_list("last_arrival", "last_id")
        .first()
    )
    events = AuditEvent.objects.for_tenant(tenant_id)
    if last:
        arrival, event_id = last
        # An event of before has no number of its own, and is found by its id.
        events = events.filter(arrival__gte=arrival).exclude(arrival=arrival, pk__lte=event_id)
    since = events.order_by("arrival", "pk").values_list("event_time", flat=True).first()
    return max(0.0, (timezone.now() - since).total_seconds()) if since else 0.0
