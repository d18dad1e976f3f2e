"""Which lines of the ledger an event of the trail is about."""

from django.db.models import QuerySet

from students.models import AttemptTransaction
from students.models.attempts import TransactionType


def lines_told_with(line: AttemptTransaction) -> QuerySet:
    """Return the ids of the lines whose events tell of this one.

    A revocation may be several lines of one moment, and has one event; an expiry has none, but its
    grant has.
    """
    lines = AttemptTransaction.objects.for_tenant(line.tenant_id).filter(
        user=line.user_id, case_study=line.case_study_id
    )
    if line.type == TransactionType.EXPIRY:
        return lines.filter(pk=line.grant_id).values("pk")
    return lines.filter(created_at=line.created_at, type=line.type).values("pk")
