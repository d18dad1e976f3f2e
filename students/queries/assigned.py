"""What a student has not attempted yet, and when their extra attempts end (contract §8, §9)."""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import ProgrammeMembership
from programmes.models import CaseStudy, CaseStudyProgramme
from students.models import AttemptTransaction, Session
from students.models.attempts import TransactionType
from students.queries.entitlements import Entitlement, with_entitlement
from students.queries.profiles import CaseStudyCard
from students.queries.students import StudentLine

_IS_REVOCATION = Q(charges__type=TransactionType.REVOKE)


def not_attempted(student: StudentLine) -> list[CaseStudyCard]:
    """Return a card without sessions for each case study that waits for a student, by title.

    Those are the active ones that are assigned (G27), and those at which attempts were granted.
    """
    of_case_study = {"tenant": student.tenant_id, "case_study": OuterRef("pk")}
    of_student = {"tenant": student.tenant_id, "user": student.pk}
    enrolled = ProgrammeMembership.objects.filter(**of_student).values("programme")
    assigned = CaseStudyProgramme.objects.filter(**of_case_study, programme__in=enrolled)
    ledger = AttemptTransaction.objects.filter(**of_student, case_study=OuterRef("pk"))
    begun = Session.objects.started_of(**of_student, case_study=OuterRef("pk"))
    case_studies = (
        with_entitlement(
            CaseStudy.objects.for_tenant(student.tenant_id).with_programmes(),
            student=student.pk,
            case_study=OuterRef("pk"),
            at=timezone.now(),
        )
        .filter(Q(Exists(assigned), is_active=True) | Exists(ledger), ~Exists(begun))
        .only("title", "is_active")
        .order_by("title", "pk")
    )
    return [CaseStudyCard([], row, Entitlement.of(row)) for row in case_studies]


@dataclass(frozen=True)
class ExpiringAttempts:
    """Granted attempts that are in force and will expire together."""

    amount: int
    expires_at: datetime


def expiring_attempts(student: StudentLine) -> dict[str, list[ExpiringAttempts]]:
    """Return case study → the attempts that will expire, the soonest first.

    What was revoked of a grant does not expire any more.
    """
    grants: QuerySet[Any] = (
        AttemptTransaction.objects.filter(tenant=student.tenant_id, user=student.pk)
        .grants_in_force(timezone.now())
        .filter(expires_at__isnull=False)
        .annotate(
            remaining=F("amount") - Coalesce(Sum("charges__amount", filter=_IS_REVOCATION), 0)
        )
        .filter(remaining__gt=0)
        .order_by("expires_at", "pk")
    )
    amounts: dict[str, dict[datetime, int]] = defaultdict(dict)
    found = grants.values_list("case_study_id", "expires_at", "remaining")
    for case_study, expires_at, remaining in found:
        at_once = amounts[case_study]
        at_once[expires_at] = at_once.get(expires_at, 0) + remaining
    return {
        case_study: [ExpiringAttempts(amount, expires_at) for expires_at, amount in parts.items()]
        for case_study, parts in amounts.items()
    }
