"""The rows of planned students."""

from datetime import timedelta
from random import Random

from accounts.models import LegacyRole
from students.demo.foundation import NO_PASSWORD
from students.demo.grades import Scores, any_scores
from students.demo.ledger import add_entries
from students.demo.population import ACTIVE, Plan
from students.demo.rows import Batch, MembershipRow, UserRow, demo_id
from students.demo.sessions import COMPLETE, Place, add_session
from students.demo.timestamps import PRESENT
from students.demo.universities import University

_DAY = 86_400
_A_DAY = timedelta(days=1)
# The least pause of a student between two sessions, in seconds.
_BREATH = 2 * 3600


def add_student(batch: Batch, university: University, plan: Plan, rng: Random) -> None:
    """Add a student's row and all rows that belong to it."""
    user_id = demo_id(plan.created_at, university.student_serial(plan.number))
    first, middle, last = plan.name
    present = PRESENT + university.moved_by
    batch.users.append(
        UserRow(
            id=user_id,
            tenant_id=university.id,
            created_at=plan.created_at,
            updated_at=None if plan.status == ACTIVE else min(plan.latest + _A_DAY, present),
            password=NO_PASSWORD,
            email=plan.email,
            role_id=university.role_ids[LegacyRole.STUDENT],
            status=plan.status,
            first_name=first.shown,
            middle_name=middle.shown if middle else None,
            last_name=last.shown,
            unlimited_sessions=plan.unlimited,
            sis_id=university.sis_id(plan.number, plan.created_at),
            cohort=str(plan.created_at.year),
        )
    )
    for code in plan.codes:
        batch.memberships.append(
            MembershipRow(university.id, user_id, university.programme_ids[code])
        )
    _add_sessions(batch, university, plan, user_id, rng)
    part = 0
    for card in plan.cards:
        if card.entries:
            add_entries(
                batch,
                Place(university.id, user_id, card.case_study_id),
                card.entries,
                actor=university.actor,
                serial=university.part_serial(plan.number, part),
            )
            part += len(card.entries)


def _add_sessions(
    batch: Batch, university: University, plan: Plan, user_id: str, rng: Random
) -> None:
    """Add the sessions from the newest back to the oldest, so that the newest ends when planned."""
    timeline = [(card, outcome) for card in plan.cards for outcome in card.outcomes]
    floor = plan.created_at + timedelta(hours=1)
    seen = plan.latest
    tied: dict[str, Scores] = {}
    for part in reversed(range(len(timeline))):
        card, outcome = timeline[part]
        scores = any_scores(rng) if outcome.grading == COMPLETE else None
        if scores and card.tie:
            # The last two criteria weigh the same: exchanged, they make the same final score.
            other = tied.setdefault(card.case_study_id, scores)
            scores = Scores(other.thinking, other.communication, other.comprehension)
        created = add_session(
            batch,
            Place(university.id, user_id, card.case_study_id),
            outcome,
            seen=seen,
            serial=university.part_serial(plan.number, part),
            scores=scores,
            rng=rng,
        )
        # The remaining ones share the time since enrolment.
        room = (created - floor).total_seconds() / (part + 1)
        seen = created - timedelta(seconds=int(min(_BREATH + 12 * _DAY * rng.random() ** 2, room)))
