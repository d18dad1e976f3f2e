"""One student in full: the header, and a card per attempted case study (contract §8).

Two queries beside the student's own row, however many cards there are; all in one trip.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from typing import Annotated

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone
from django_stubs_ext import Annotations

from config.db.precompiled import Param, PrecompiledQuery
from config.db.together import Statement, read_together
from config.errors import NotFound
from programmes.models import CaseStudy
from students.models import AttemptTransaction, Session, Student
from students.models.sessions import Score
from students.queries.entitlements import (
    DEFAULT_BASE_ATTEMPTS,
    Entitlement,
    with_counts,
    with_entitlement,
    with_past_entitlement,
)
from students.queries.students import StudentLine, asking_for, line_of
from tenants.queries.configuration import ai_setting_at


@dataclass(frozen=True)
class Attempt:
    """A started session in the list of a card."""

    session: Session
    number: int
    used_for_final_score: bool

    @property
    def label(self) -> str:
        return f"Attempt {self.number}"


@dataclass(frozen=True)
class Sessions:
    """A student's started sessions with one case study, newest first."""

    sessions: list[Annotated[Session, Annotations[Score]]]

    @cached_property
    def best_session(self) -> Annotated[Session, Annotations[Score]] | None:
        """The counted, graded session with the highest score; the latest one on a tie (§12.2)."""
        # The sessions come newest first, and max keeps the first of equals.
        graded = [s for s in self.sessions if s.counted_as_attempt and s.score is not None]
        return max(graded, key=lambda session: session.score or 0, default=None)

    @property
    def best_score(self) -> float | None:
        return self.best_session.score if self.best_session else None

    @property
    def attempts(self) -> list[Attempt]:
        return [
            Attempt(session, len(self.sessions) - index, session is self.best_session)
            for index, session in enumerate(self.sessions)
        ]


@dataclass(frozen=True)
class CaseStudyCard(Sessions):
    """A case study that the student has started at least once, with the attempts that are left."""

    case_study: CaseStudy
    entitlement: Entitlement


@dataclass(frozen=True)
class StudentProfile:
    """A student with a card for each case study they attempted."""

    student: StudentLine
    cards: list[CaseStudyCard]

    @property
    def total_attempts(self) -> int:
        return sum(card.entitlement.attempts_used for card in self.cards)

    @property
    def total_sessions(self) -> int:
        return sum(len(card.sessions) for card in self.cards)


def find_profile(tenant_id: str, student_id: str) -> StudentProfile | None:
    """Return a student with their cards, in one trip; None when the tenant has no such student."""
    lines, *rest = read_together(
        asking_for(tenant_id, student_id), *_asking_for_cards(tenant_id, student_id)
    )
    student = line_of(lines)
    return StudentProfile(student, _cards(*rest)) if student else None


def profile_of(student: StudentLine) -> StudentProfile:
    """Return a student with their cards, most recent activity first."""
    return StudentProfile(
        student, _cards(*read_together(*_asking_for_cards(student.tenant_id, student.pk)))
    )


def _asking_for_cards(tenant_id: str, student_id: str) -> tuple[Statement, Statement]:
    whose = {"tenant": tenant_id, "student": student_id}
    return _CASE_STUDIES.kept(**whose, now=timezone.now()), _SESSIONS.kept(**whose)


def _cards(case_studies: list[tuple], sessions: list[tuple]) -> list[CaseStudyCard]:
    """Return the cards from the answers to both statements."""
    by_case_study: dict[str, list[Annotated[Session, Annotations[Score]]]] = defaultdict(list)
    for session in _SESSIONS.made_of(sessions):
        by_case_study[session.case_study_id].append(session)
    cards = [
        CaseStudyCard(by_case_study[case_study.pk], case_study, Entitlement.of_counts(case_study))
        for case_study in _CASE_STUDIES.made_of(case_studies)
        if case_study.pk in by_case_study
    ]
    cards.sort(key=lambda card: (max(s.seen_at for s in card.sessions), card.case_study.pk))
    return cards[::-1]


_SESSIONS = PrecompiledQuery(lambda: _listed(tenant=Param("tenant"), student=Param("student")))
_CASE_STUDIES = PrecompiledQuery(
    lambda: (
        with_counts(
            CaseStudy.objects.for_tenant(Param("tenant")).with_programmes(),
            student=Param("student"),
            case_study=OuterRef("pk"),
            at=Param("now"),
        )
        .filter(
            Exists(
                Session.objects.started_of(
                    tenant=Param("tenant"), user=Param("student"), case_study=OuterRef("pk")
                )
            )
        )
        .only("title", "is_active")
    )
)


@dataclass(frozen=True)
class History:
    """A student's attempts at one case study, and the ledger lines about them, newest first."""

    student: Student
    card: CaseStudyCard
    transactions: list[AttemptTransaction]


def history_of(student: Student, case_study_id: str, as_of: datetime | None = None) -> History:
    """Return a history as it is, or the part of it up to a past moment.

    Its sessions are then those that had begun by that moment, in their present state. Raises
    NotFound when the tenant has no such case study.
    """
    case_study = _entitled(student, as_of).filter(pk=case_study_id).first()
    if case_study is None:
        raise NotFound
    sessions = _listed_sessions(student).filter(case_study=case_study)
    transactions = ledger_of(student, as_of).filter(case_study=case_study)
    if as_of:
        sessions = sessions.filter(start_time__lte=as_of)
    card = CaseStudyCard(list(sessions), case_study, Entitlement.of(case_study))
    return History(student, card, list(transactions))


def _entitled(student: Student, as_of: datetime | None) -> QuerySet[CaseStudy]:
    """Return the case studies with the student's entitlement at each, now or at a past moment."""
    case_studies = CaseStudy.objects.for_tenant(student.tenant_id)
    if as_of is None:
        return with_entitlement(
            case_studies, student=student.pk, case_study=OuterRef("pk"), at=None
        )
    base = ai_setting_at(tenant=student.tenant, field="max_sessions_per_student", moment=as_of)
    return with_past_entitlement(
        case_studies,
        student=student.pk,
        case_study=OuterRef("pk"),
        at=as_of,
        base=base or DEFAULT_BASE_ATTEMPTS,
    )


def ledger_of(student: Student, as_of: datetime | None = None) -> QuerySet[AttemptTransaction]:
    """Return a student's grants and revocations, newest first; up to ``as_of`` when it is given."""
    lines = AttemptTransaction.objects.filter(tenant=student.tenant_id, user=student)
    if as_of:
        lines = lines.filter(created_at__lte=as_of)
    return lines.with_expired(at=as_of or timezone.now()).order_by("-created_at", "-pk")


@dataclass(frozen=True)
class PlacedAttempt:
    """One attempt of a student, with its place among those at the same case study."""

    student: Student
    case_study: CaseStudy
    attempt: Attempt


def attempt_of(session: Session) -> PlacedAttempt:
    """Return a started session with its place.

    Raises ``Student.DoesNotExist`` when its user is not a student any more.
    """
    student = Student.objects.for_tenant(session.tenant_id).get(pk=session.user_id)
    sessions = _listed_sessions(student).filter(case_study=session.case_study_id)
    attempts = Sessions(list(sessions)).attempts
    attempt = next(attempt for attempt in attempts if attempt.session.pk == session.pk)
    return PlacedAttempt(student, session.case_study, attempt)


def _listed_sessions(student: Student) -> QuerySet[Annotated[Session, Annotations[Score]]]:
    return _listed(tenant=student.tenant_id, student=student.pk)


def _listed(
    *, tenant: str | Param, student: str | Param
) -> QuerySet[Annotated[Session, Annotations[Score]]]:
    return Session.objects.started_of(tenant=tenant, user=student).newest_first().with_score()
