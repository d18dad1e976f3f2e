"""The entitlement of a student at a case study: whether and how often (contract §6, §9.1).

This is the one place where attempts are computed: in SQL, so that one student's card, a page of a
thousand students and the gate for new sessions cannot come to different numbers.
"""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Self, TypedDict

from django.db.models import (
    Case,
    Count,
    Exists,
    F,
    IntegerField,
    Model,
    OuterRef,
    Q,
    QuerySet,
    Subquery,
    Sum,
    Value,
    When,
)
from django.db.models.expressions import Combinable
from django.db.models.functions import Coalesce, Greatest
from django.utils import timezone
from django.utils.translation import gettext as _
from django_stubs_ext import Annotations

from accounts.models import ProgrammeMembership, ProgrammeSet, User
from config.db.precompiled import Param
from config.errors import NotFound
from programmes.models import CaseStudy, CaseStudyProgramme
from students.models import AttemptTransaction, CaseStudyProgress, Session
from students.models.attempts import AttemptTransactionQuerySet
from students.models.sessions import SessionQuerySet
from tenants.models import Tenant

# Attempts per student and case study where the tenant has set nothing else (G1).
DEFAULT_BASE_ATTEMPTS = 3

# The same for a row's tenant, by its present setting.
BASE_ATTEMPTS = Coalesce("tenant__ai_config__max_sessions_per_student", DEFAULT_BASE_ATTEMPTS)


type Reference = str | Combinable
"""An id, or what a query around calls it."""


class BaseAttempts(TypedDict):
    """What a case study's row is given along: the attempts that its tenant has as the base."""

    base_attempts: int


class AttemptNumbers(BaseAttempts):
    """The six numbers of §9.1, as columns of a row."""

    extra_attempts: int
    revoked_attempts: int
    attempts_used: int
    total_allowed: int
    attempts_remaining: int


@dataclass(frozen=True)
class Entitlement:
    """The attempts of one student at one case study at one moment.

    An open session does not count yet: an attempt is used from the 60th second.
    """

    base_attempts: int
    extra_attempts: int
    revoked_attempts: int
    attempts_used: int
    total_allowed: int
    attempts_remaining: int

    @classmethod
    def of(cls, row: Model) -> Self:
        """Return the entitlement in a row that ``with_entitlement`` made."""
        return cls(**{name: getattr(row, name) for name in cls.__dataclass_fields__})

    @classmethod
    def of_counts(cls, row: Model) -> Self:
        """Return the entitlement in a row that ``with_counts`` made: by the rule of ``_reckoned``.

        In SQL, two of the numbers cost as much as the other four again, twice.
        """
        base, extra, revoked, used = (getattr(row, name) for name in COUNTS)
        allowed = max(base + extra - revoked, 0)
        return cls(base, extra, revoked, used, allowed, max(allowed - used, 0))


# The numbers of which the other two follow.
COUNTS = ("base_attempts", "extra_attempts", "revoked_attempts", "attempts_used")


def with_entitlement[R: QuerySet[Any, Any]](
    rows: R, *, student: Reference, case_study: Reference, at: datetime | Param | None
) -> R:
    """Add the six numbers of §9.1 to rows that have a tenant.

    ``student`` and ``case_study`` are each an id or a reference to the row: for students at one
    case study, ``OuterRef("pk")`` and its id; for case studies of one student, the other way round.
    Grants expire as of ``at``, or as of now without it.
    """
    return _reckoned(rows, _counts(student, case_study, at or timezone.now()))


def with_counts[R: QuerySet[Any, Any]](
    rows: R, *, student: Reference, case_study: Reference, at: datetime | Param
) -> R:
    """Add only the four numbers that are counted; ``Entitlement.of_counts`` reckons the others.

    It is for rows that are neither found nor sorted by those.
    """
    return rows.annotate(**_counts(student, case_study, at))


def _counts(
    student: Reference, case_study: Reference, at: datetime | Param
) -> dict[str, Combinable]:
    ledger, sessions = _of_pair(student, case_study)
    extra = _total(ledger.grants_in_force(at), Sum("amount"))
    revoked = _total(ledger.revocations_in_force(at), Sum("amount"))
    used = _total(sessions, Count("pk"))
    return dict(zip(COUNTS, (BASE_ATTEMPTS, extra, revoked, used), strict=True))


def with_past_entitlement[R: QuerySet[Any, Any]](
    rows: R, *, student: Reference, case_study: Reference, at: datetime, base: int
) -> R:
    """Add the six numbers as they were at a past moment, with the base of that time.

    The ledger has the grants and revocations up to then, and shows which were in force. The time at
    which a session's conversation reached the 60th second is not recorded; it counts as used from
    the earliest possible moment, a minute after its start.
    """
    ledger, sessions = _of_pair(student, case_study)
    ledger = ledger.filter(created_at__lte=at)
    return _reckoned(
        rows,
        {
            "base_attempts": Value(base),
            "extra_attempts": _total(ledger.grants_in_force(at), Sum("amount")),
            "revoked_attempts": _total(ledger.revocations_in_force(at), Sum("amount")),
            "attempts_used": _total(sessions.counted_by(at), Count("pk")),
        },
    )


def with_entitlement_of_progress(
    progress: QuerySet[CaseStudyProgress], *, base: int | Combinable, at: Param | None = None
) -> QuerySet[Annotated[CaseStudyProgress, Annotations[AttemptNumbers]]]:
    """Add the six numbers to a tenant's rows of progress, which have the counted sessions.

    ``base`` is the tenant's. Grants expire as of ``at``, or as of now without it. The ledger is
    read only for rows that are in it: most students never got anything extra.
    """
    moment = at or timezone.now()
    ledger, _ = _of_pair(OuterRef("user"), OuterRef("case_study"))

    def of_ledger(lines: QuerySet[Any]) -> Case:
        return Case(When(in_ledger=True, then=_total(lines, Sum("amount"))), default=0)

    reckoned: QuerySet[Any] = _reckoned(
        progress,
        {
            "base_attempts": Value(base) if isinstance(base, int) else base,
            "extra_attempts": of_ledger(ledger.grants_in_force(moment)),
            "revoked_attempts": of_ledger(ledger.revocations_in_force(moment)),
            "attempts_used": F("counted_sessions"),
        },
    )
    return reckoned


def _of_pair(
    student: Reference, case_study: Reference
) -> tuple[AttemptTransactionQuerySet, SessionQuerySet]:
    """Return the ledger lines and the counted sessions of a pair."""
    pair = {"tenant": OuterRef("tenant"), "user": student, "case_study": case_study}
    sessions = Session.objects.started_of(**pair).filter(counted_as_attempt=True)
    return AttemptTransaction.objects.filter(**pair), sessions


def _reckoned[R: QuerySet[Any, Any]](rows: R, counts: dict[str, Combinable]) -> R:
    """Add the six numbers of §9.1; two of them follow from the others."""
    return rows.annotate(**counts).annotate(
        total_allowed=Greatest(F("base_attempts") + F("extra_attempts") - F("revoked_attempts"), 0),
        attempts_remaining=Greatest(F("total_allowed") - F("attempts_used"), 0),
    )


def _total(rows: QuerySet[Any], aggregate: Count | Sum) -> Coalesce:
    """Return an aggregate over rows that all belong to one pair; 0 without any."""
    one = rows.order_by().values("tenant").annotate(total=aggregate).values("total")
    return Coalesce(Subquery(one, output_field=IntegerField()), 0)


def entitlement_of(
    *, tenant: Tenant | str, user_id: str, case_study_id: str, at: datetime | None = None
) -> Entitlement:
    """Return the entitlement of one pair at a moment, now without one; one query.

    Raises ``User.DoesNotExist`` for a user whom the tenant does not have.
    """
    users = User.objects.for_tenant(tenant).filter(pk=user_id)
    row = with_entitlement(users, student=OuterRef("pk"), case_study=case_study_id, at=at).get()
    return Entitlement.of(row)


def find_case_study(tenant: Tenant, case_study_id: str) -> CaseStudy:
    """Return a case study of the tenant, active or not; raises NotFound."""
    case_study = CaseStudy.objects.for_tenant(tenant).filter(pk=case_study_id).first()
    if case_study is None:
        raise NotFound(_("There is no such case study."))
    case_study.tenant = tenant
    return case_study


def find_case_study_with_base(
    tenant: Tenant, case_study_id: str
) -> Annotated[CaseStudy, Annotations[BaseAttempts]]:
    """Return a case study with the tenant's ``base_attempts``.

    Raises NotFound when the tenant has no such case study.
    """
    of_tenant = CaseStudy.objects.for_tenant(tenant)
    case_studies: QuerySet[Any] = of_tenant.annotate(base_attempts=BASE_ATTEMPTS)
    case_study = case_studies.filter(pk=case_study_id).first()
    if case_study is None:
        raise NotFound
    return case_study


def entitlements_of(
    case_study: CaseStudy, user_ids: Collection[str], at: datetime | None = None
) -> dict[str, Entitlement]:
    """Return the entitlement of each student at a case study, now or at a moment."""
    users = User.objects.for_tenant(case_study.tenant_id).filter(pk__in=user_ids)
    rows = with_entitlement(
        users.only("tenant"), student=OuterRef("pk"), case_study=case_study.pk, at=at
    )
    return {row.pk: Entitlement.of(row) for row in rows}


def may_see(case_study_id: Reference) -> Q:
    """Return a condition for users who may see a case study: a shared programme, or it has none."""
    links = CaseStudyProgramme.objects.filter(case_study=case_study_id)
    shared = ProgrammeMembership.objects.filter(
        user=OuterRef("pk"), programme__in=links.values("programme")
    )
    return ~Q(Exists(links)) | Q(Exists(shared))


def may_see_by_set(case_study: CaseStudy) -> Q:
    """Return a condition for the students, or rows of progress, who may see a case study.

    It is the rule of ``may_see``, applied to the sets of programmes that students have: these are
    few, and an index leads from each to its students.
    """
    links = CaseStudyProgramme.objects.filter(case_study=case_study)
    programmes = list(links.values_list("programme", flat=True))
    if not programmes:
        return Q()
    sets = ProgrammeSet.objects.for_tenant(case_study.tenant_id)
    enrolled = sets.filter(programmes__overlap=programmes).values_list("pk", flat=True)
    return Q(programme_set__in=list(enrolled))
