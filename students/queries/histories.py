"""The events that make up the history of rows whose events name other rows (contract §19)."""

from django.db.models import QuerySet

from students.models import AttemptTransaction, RosterImport
from students.models.attempts import TransactionType
from tenants.models import AuditEvent, EventType


def events_of_line(line: AttemptTransaction) -> QuerySet[AuditEvent]:
    """Return the events of a line of the ledger.

    A revocation may be several lines of one moment, and has one event; an expiry has none, but its
    grant has.
    """
    lines = AttemptTransaction.objects.for_tenant(line.tenant_id).filter(
        user=line.user_id, case_study=line.case_study_id
    )
    if line.type == TransactionType.EXPIRY:
        told_with = lines.filter(pk=line.grant_id)
    else:
        told_with = lines.filter(created_at=line.created_at, type=line.type)
    events = AuditEvent.objects.for_tenant(line.tenant_id)
    return events.filter(target_type="attempt", target_id__in=told_with.values("pk"))


def events_of_import(row: RosterImport) -> QuerySet[AuditEvent]:
    """Return the event of the import that an upload became."""
    imports = AuditEvent.objects.for_tenant(row.tenant_id).filter(
        event_type=EventType.ROSTER_IMPORTED
    )
    return imports.filter(metadata__run_id=row.pk)
