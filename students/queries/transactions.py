"""The ledger of all students of a tenant (contract §9)."""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Any, ClassVar, Self

from django.db.models import Q
from django.utils import timezone

from students.models import AttemptTransaction
from students.models.attempts import AttemptTransactionQuerySet, TransactionType
from students.queries.found import students_meant
from tenants.models import Tenant


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
class TransactionList:
    """A tenant's transactions, which are filtered, sorted, counted and sliced like a queryset.

    The ledger is whole: it has the lines of people who are no students any more, too. The dates
    bound when a line was added, both inclusive; blank or None means any.
    """

    sort_keys: ClassVar[tuple[str, ...]] = ("created_at",)

    tenant: Tenant
    search: str = ""
    user_id: str = ""
    case_study_id: str = ""
    type: str = ""
    grants: str = ""
    start_date: datetime | None = None
    end_date: datetime | None = None
    descending: bool = True

    def filter(self, **values: Any) -> Self:
        """Narrow by fields of this class: ``filter(search="ada", type="revoke")``."""
        return replace(self, **values)

    def order_by(self, key: str, *, descending: bool = False) -> Self:
        """Sort by when they were added, then by id: an index has both directions."""
        return replace(self, descending=descending)

    def count(self) -> int:
        return self._lines.order_by().count()

    def __getitem__(self, window: slice) -> list[AttemptTransaction]:
        """Return the lines of a window, with their students and case studies."""
        order = ("-created_at", "-pk") if self.descending else ("created_at", "pk")
        lines = self._lines.with_expired(at=timezone.now()).order_by(*order)
        return list(lines.select_related("user", "case_study")[window])

    @property
    def _lines(self) -> AttemptTransactionQuerySet:
        lines = AttemptTransaction.objects.for_tenant(self.tenant)
        exact = {
            "user": self.user_id,
            "case_study": self.case_study_id,
            "type": self.type,
            "created_at__gte": self.start_date,
            "created_at__lte": self.end_date,
        }
        lines = lines.filter(**{name: value for name, value in exact.items() if value})
        if self.search:
            lines = lines.filter(user__in=students_meant(self.tenant.pk, self.search))
        if self.grants:
            lines = granted(lines, GrantState(self.grants), now=timezone.now())
        return lines
