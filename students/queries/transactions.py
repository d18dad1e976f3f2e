"""The ledger of all students of a tenant (contract §9)."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import ClassVar

from django.db.models import Q
from django.utils import timezone

from students.models import AttemptTransaction
from students.models.attempts import AttemptTransactionQuerySet, TransactionType
from students.queries.of_all import ListOfAll


class GrantState(StrEnum):
    """Until when a grant is in force."""

    LASTING = "lasting"
    EXPIRING = "expiring"
    EXPIRED = "expired"


def granted(
    lines: AttemptTransactionQuerySet, state: GrantState, *, now: datetime
) -> AttemptTransactionQuerySet:
    """Keep the grants that are in force without an end, or until one, or not any more."""
    conditions = {
        GrantState.LASTING: Q(expires_at__isnull=True),
        GrantState.EXPIRING: Q(expires_at__gt=now),
        GrantState.EXPIRED: Q(expires_at__lte=now),
    }
    return lines.filter(conditions[state], type=TransactionType.GRANT)


@dataclass(frozen=True)
class TransactionList(ListOfAll):
    """A tenant's transactions, which are filtered, sorted, counted and sliced like a queryset.

    The ledger is whole: it has the lines of people who are no students any more, too. The dates
    bound when a line was added.
    """

    sort_keys: ClassVar[tuple[str, ...]] = ("created_at",)

    type: str = ""
    grants: str = ""

    def count(self) -> int:
        return self._lines.order_by().count()

    def __getitem__(self, window: slice) -> list[AttemptTransaction]:
        """Return the lines of a window, with their students and case studies."""
        order = ("-created_at", "-pk") if self.descending else ("created_at", "pk")
        lines = self._lines.with_expired(at=timezone.now()).order_by(*order)
        return list(lines.select_related("user", "case_study")[window])

    @property
    def _lines(self) -> AttemptTransactionQuerySet:
        every = AttemptTransaction.objects.for_tenant(self.tenant)
        lines = self.narrowed(every, "created_at", type=self.type)
        if self.grants:
            lines = granted(lines, GrantState(self.grants), now=timezone.now())
        return lines
