"""One student in full: the header, and a card per attempted case study (contract §8).

Two queries beside the student's own row, however many cards there are.
"""

from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from django.db.models import OuterRef

from programmes.models import CaseStudy
from students.entitlements import Entitlement, with_entitlement
from students.models import Session, Student


@dataclass(frozen=True)
class Attempt:
    """A started session as a card lists it."""

    session: Session
    number: int
    used_for_final_score: bool

    @property
    def label(self) -> str:
        return f"Attempt {self.number}"


@dataclass(frozen=True)
class Card:
    """A case study that the student has started at least once; its sessions come newest first."""

    case_study: CaseStudy
    entitlement: Entitlement
    sessions: list[Session]

    @cached_property
    def best_session(self) -> Session | None:
        """The counted, graded session with the highest score; the latest one on a tie (§12.2)."""
        # The sessions come newest first, and max keeps the first of equals.
        graded = [s for s in self.sessions if s.counted_as_attempt and s.score is not None]
        return max(graded, key=lambda session: session.score, default=None)

    @property
    def best_score(self) -> float | None:
        return self.best_session and self.best_session.score

    @property
    def attempts(self) -> list[Attempt]:
        return [
            Attempt(session, len(self.sessions) - index, session is self.best_session)
            for index, session in enumerate(self.sessions)
        ]


@dataclass(frozen=True)
class Profile:
    """A student with everything attempted."""

    student: Student
    cards: list[Card]

    @property
    def total_attempts(self) -> int:
        return sum(card.entitlement.attempts_used for card in self.cards)

    @property
    def total_sessions(self) -> int:
        return sum(len(card.sessions) for card in self.cards)


def profile_of(student: Student) -> Profile:
    """Read the cards of a student whom ``panel.student`` returned, most recent activity first."""
    sessions: dict[str, list[Session]] = defaultdict(list)
    for session in Session.objects.started().newest_first().of_student(student).with_score():
        sessions[session.case_study_id].append(session)
    case_studies = with_entitlement(
        CaseStudy.objects.for_tenant(student.tenant_id).with_programmes(),
        student=student.pk,
        case_study=OuterRef("pk"),
        at=None,
    )
    cards = [
        Card(case_study, Entitlement.of(case_study), sessions[case_study.pk])
        for case_study in case_studies.filter(pk__in=sessions)
    ]
    cards.sort(key=lambda card: (max(s.seen_at for s in card.sessions), card.case_study.pk))
    return Profile(student, cards[::-1])
