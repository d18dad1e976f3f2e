"""What another number of attempts per student would do, before it is set (contract §19)."""

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet, Sum

from accounts.models import UserStatus
from students.models import CaseStudyProgress, StudentCount
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, with_entitlement_of_progress
from tenants.models import Tenant, TenantAIConfig

# The most progress at case studies that is looked at; and the most of it with grants or
# revocations, whose attempts are added up one by one. So an answer costs the same everywhere.
MOST = 10_000
MOST_IN_LEDGER = 2_000


@dataclass(frozen=True)
class AllowanceEffect:
    """What becomes of a tenant's students if the attempts per case study change.

    ``gaining`` have no attempt left at a case study, or at several, and get some; ``losing`` have
    some left and will have none. Those with unlimited sessions are neither. Where ``is_complete``
    is False, there are more of them than were counted.
    """

    before: int
    after: int
    students: int
    gaining: int
    losing: int
    is_complete: bool

    @property
    def key(self) -> str:
        """Return what tells this change from others."""
        return f"{self.before}-{self.after}"


def allowance_of(tenant: Tenant | str) -> int:
    """Return how many attempts a student of the tenant has at a case study, before any grant."""
    setting = TenantAIConfig.objects.filter(tenant=tenant)
    return resolved(setting.values_list("max_sessions_per_student", flat=True).first())


def resolved(value: int | None) -> int:
    """Return the number that a setting stands for."""
    return DEFAULT_BASE_ATTEMPTS if value is None else value


def effect_of_allowance(tenant: Tenant, value: int | None) -> AllowanceEffect:
    """Return the effect of another setting; None stands for the default."""
    before, after = allowance_of(tenant), resolved(value)
    low, high = sorted((before, after))
    progress = CaseStudyProgress.objects.for_tenant(tenant).filter(user__unlimited_sessions=False)
    # Without a grant or revocation, those in between have none left with the lower number alone.
    between = progress.filter(
        in_ledger=False, counted_sessions__gte=low, counted_sessions__lt=high
    ).order_by("counted_sessions")
    plain = list(between.values_list("user", flat=True)[: MOST + 1])
    ledger = list(_with_extras(progress, low)[: MOST_IN_LEDGER + 1])
    changing = {row.user_id for row in ledger[:MOST_IN_LEDGER] if _changes(row, high - low)}
    changing |= set(plain[:MOST])
    return AllowanceEffect(
        before=before,
        after=after,
        students=_count(tenant),
        gaining=len(changing) if after > before else 0,
        losing=len(changing) if after < before else 0,
        is_complete=before == after or (len(plain) <= MOST and len(ledger) <= MOST_IN_LEDGER),
    )


def _with_extras(progress: QuerySet[CaseStudyProgress], base: int) -> QuerySet[Any]:
    rows = progress.filter(in_ledger=True).order_by("counted_sessions")
    return with_entitlement_of_progress(rows, base=base)


def _changes(row: Any, more: int) -> bool:
    """Return whether a pair has an attempt left with ``more`` as its base alone."""
    allowed = row.base_attempts + more + row.extra_attempts - row.revoked_attempts
    return row.attempts_remaining == 0 and allowed > row.attempts_used


def _count(tenant: Tenant) -> int:
    """Return the number of active and inactive students, from the counts that are kept of them."""
    counts = StudentCount.objects.for_tenant(tenant).filter(
        programme="", gram="", dated=False, status__in=(UserStatus.ACTIVE, UserStatus.INACTIVE)
    )
    return counts.aggregate(n=Sum("n", default=0))["n"]
