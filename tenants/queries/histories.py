"""The events that make up the history of one row, for both doors (contract §19)."""

from django.db.models import QuerySet

from config.permissions import Viewer
from tenants.models import AuditEvent
from tenants.queries import trail


def events_about(
    tenant_id: str, target_type: str, target_id: str, *, viewer: Viewer
) -> QuerySet[AuditEvent]:
    """Return the events about a row, newest first.

    Of a person also those about what is theirs, as far as the viewer may see that elsewhere.
    """
    events = AuditEvent.objects.for_tenant(tenant_id)
    if target_type == "user":
        return events.filter(target_id__in=trail.ids_about(tenant_id, [target_id], viewer=viewer))
    # Other types may be about the row too: permissions are a role's.
    return events.filter(target_id=target_id)
