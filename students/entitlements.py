"""How often a student may try a case study, and whether at all (contract §6, §9.1).

The one place where attempts are reckoned: in SQL, so that one student's card, a page of a
thousand students and the gate for new sessions cannot come to different numbers.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Self

from django.db.models import Count, Exists, F, IntegerField, OuterRef, Q, QuerySet, Subquery, Sum
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone

from accounts.models import ProgrammeMembership, User
from programmes.models import CaseStudyProgramme
from students.models import AttemptTransaction, Session

# Attempts per student and case study where the tenant has set nothing else (G1).
DEFAULT_BASE_ATTEMPTS = 3


@dataclass(frozen=True)
class Entitlement:
    """Attempts of one student at one case study at one moment.

    What an open session may still come to is not in it: an attempt is used from the 60th second.
    """

    base_attempts: int
    extra_attempts: int
    revoked_attempts: int
    attempts_used: int
    total_allowed: int
    attempts_remaining: int

    @classmethod
    def of(cls, row) -> Self:
        """Read it off a row that ``with_entitlement`` made."""
        return cls(**{name: getattr(row, name) for name in cls.__dataclass_fields__})


def with_entitlement(
    rows: QuerySet, *, student: str | OuterRef, case_study: str | OuterRef, at: datetime | None
) -> QuerySet:
    """Add the six numbers of §9.1 to rows that have a tenant.

    ``student`` and ``case_study`` are an id, or what the row calls it: students at one case study
    say ``OuterRef("pk")`` and its id, case studies of one student the other way round. Grants
    expire as of ``at``, now without it.
    """
    at = at or timezone.now()
    pair = {"tenant": OuterRef("tenant"), "user": student, "case_study": case_study}
    ledger = AttemptTransaction.objects.filter(**pair)
    sessions = Session.objects.started().filter(**pair, counted_as_attempt=True)
    return rows.annotate(
        base_attempts=Coalesce(
            "tenant__ai_config__max_sessions_per_student", DEFAULT_BASE_ATTEMPTS
        ),
        extra_attempts=_total(ledger.grants_in_force(at), Sum("amount")),
        revoked_attempts=_total(ledger.revocations_in_force(at), Sum("amount")),
        attempts_used=_total(sessions, Count("pk")),
    ).annotate(
        total_allowed=Greatest(F("base_attempts") + F("extra_attempts") - F("revoked_attempts"), 0),
        attempts_remaining=Greatest(F("total_allowed") - F("attempts_used"), 0),
    )


def _total(rows: QuerySet, aggregate: Count | Sum) -> Coalesce:
    """Return an aggregate over rows that all belong to one pair; 0 without any."""
    one = rows.order_by().values("tenant").annotate(total=aggregate).values("total")
    return Coalesce(Subquery(one, output_field=IntegerField()), 0)


def entitlement_of(
    *, tenant, user_id: str, case_study_id: str, at: datetime | None = None
) -> Entitlement:
    """Return the entitlement of one pair at a moment, now without one; one query.

    Raises ``User.DoesNotExist`` for a user whom the tenant does not have.
    """
    users = User.objects.for_tenant(tenant).filter(pk=user_id)
    row = with_entitlement(users, student=OuterRef("pk"), case_study=case_study_id, at=at).get()
    return Entitlement.of(row)


def may_see(case_study_id: str) -> Q:
    """Keep users to whom a case study is open: by a shared programme, or because it names none."""
    links = CaseStudyProgramme.objects.filter(case_study=case_study_id)
    shared = ProgrammeMembership.objects.filter(
        user=OuterRef("pk"), programme__in=links.values("programme")
    )
    return ~Q(Exists(links)) | Q(Exists(shared))
