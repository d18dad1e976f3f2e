"""The recording of lapsed grants in the ledger (contract §9.3).

No number depends on it: every query computes a grant's value from its expiry. The lines are there
for people who read the ledger.
"""

from django.db import transaction
from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from students.models import AttemptTransaction
from students.models.attempts import TransactionType

# Grants per transaction, so that none is open for long.
BATCH = 1_000


def record_expiries() -> int:
    """Add a line for each grant that has lapsed and has none yet; return how many were added.

    Runs may overlap: the database makes sure that no grant gets two lines. They write in the same
    order, so that one waits for the other and finds the lines written.
    """
    total = 0
    while True:
        seen, added = _record_batch()
        total += added
        if seen < BATCH:
            return total


@transaction.atomic
def _record_batch() -> tuple[int, int]:
    """Return the number of grants that were read, and the number of lines that were added."""
    grants = list(_lapsed()[:BATCH])
    lines = [
        AttemptTransaction(
            tenant_id=grant.tenant_id,
            user_id=grant.user_id,
            case_study_id=grant.case_study_id,
            type=TransactionType.EXPIRY,
            amount=grant.amount,
            grant=grant,
        )
        for grant in grants
    ]
    AttemptTransaction.objects.bulk_create(lines, ignore_conflicts=True)
    added = AttemptTransaction.objects.filter(pk__in=[line.pk for line in lines]).count()
    return len(grants), added


def _lapsed() -> QuerySet[AttemptTransaction]:
    recorded = AttemptTransaction.objects.filter(type=TransactionType.EXPIRY, grant=OuterRef("pk"))
    grants = AttemptTransaction.objects.filter(
        ~Exists(recorded),
        type=TransactionType.GRANT,
        expires_at__lte=timezone.now(),
        # The cell that a tenant moves to does it there.
        tenant__move_state=None,
    )
    return grants.order_by("expires_at", "pk")
