"""The history of a row, in the sentences of the trail."""

from typing import Any

from django.db.models import QuerySet
from django.utils.translation import gettext as _

from config.admin.display import timestamp
from tenants.admin.words import Words
from tenants.models import AuditEvent, Tenant

# The most events of a history; the audit trail has the rest.
LATEST = 100


def told(request: Any, tenant: Tenant, events: QuerySet[AuditEvent]) -> list[AuditEvent]:
    """Return the latest events, each with its sentence."""
    latest = list(events.order_by("-event_time", "-pk")[:LATEST])
    words = Words(request, tenant, latest)
    for event in latest:
        words.tell(event)
    return latest


def origin(row: Any, events: list[AuditEvent]) -> str:
    """Return when a row came to be, where no event says so."""
    created_at = getattr(row, "created_at", None)
    if created_at is None or any(event.event_type.endswith(".created") for event in events):
        return ""
    return _("Here since %(moment)s.") % {"moment": timestamp(created_at)}
