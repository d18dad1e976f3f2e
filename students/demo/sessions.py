"""The sessions of the demo: conversations with their outcomes, transcripts and grades."""

from datetime import datetime, timedelta
from random import Random
from typing import NamedTuple

from students.demo.grades import Scores, grade_row
from students.demo.rows import Batch, SessionRow, TranscriptRow, demo_id
from students.demo.transcripts import transcript_json
from students.models.states import EndReason, GradingStatus, SessionStatus, TranscriptStatus

DURATION_LIMIT = 600  # seconds
RECONNECT_WINDOW = timedelta(hours=1)

# Plain strings: half a million rows would pay for the enums' conversion.
AVAILABLE = TranscriptStatus.AVAILABLE.value
PARTIAL = TranscriptStatus.PARTIAL.value
PROCESSING = TranscriptStatus.PROCESSING.value
MISSING = TranscriptStatus.MISSING.value
FAILED = TranscriptStatus.FAILED.value
UNGRADED = GradingStatus.PENDING.value
COMPLETE = GradingStatus.COMPLETE.value
GAVE_UP = GradingStatus.FAILED.value
PENDING = SessionStatus.PENDING.value
ACTIVE = SessionStatus.ACTIVE.value
ENDED = SessionStatus.ENDED.value
END_REASONS = tuple(reason.value for reason in EndReason)
USER_ENDED, TIMER_EXPIRED, WINDOW_EXPIRED, RECONNECT_LIMIT = END_REASONS


class SessionOutcome(NamedTuple):
    """The outcome of a session: seconds of live conversation (a range), and its states."""

    seconds: tuple[float, float]
    transcript: str
    grading: str
    status: str = ENDED


_LONG = (150.0, 640.0)  # cut at the limit: some conversations run into the timer
_BRIEF = (4.0, 59.0)

GRADED = SessionOutcome(_LONG, AVAILABLE, COMPLETE)
GRADED_WITH_GAPS = SessionOutcome(_LONG, PARTIAL, COMPLETE)
AWAITING_GRADE = SessionOutcome(_LONG, AVAILABLE, UNGRADED)
AWAITING_TRANSCRIPT = SessionOutcome(_LONG, PROCESSING, UNGRADED)
GRADER_GAVE_UP = SessionOutcome(_LONG, AVAILABLE, GAVE_UP)
TRANSCRIPT_LOST = SessionOutcome(_LONG, FAILED, GAVE_UP)
NOTHING_RECORDED = SessionOutcome(_LONG, MISSING, GAVE_UP)
BROKEN_OFF = SessionOutcome(_BRIEF, MISSING, UNGRADED)
BROKEN_OFF_RECORDED = SessionOutcome((15.0, 59.0), AVAILABLE, UNGRADED)
JUST_NOT_COUNTED = SessionOutcome((59.9, 59.9), PARTIAL, UNGRADED)
JUST_COUNTED = SessionOutcome((60.0, 60.0), AVAILABLE, UNGRADED)
TIMED_OUT = SessionOutcome((600.0, 600.0), AVAILABLE, COMPLETE)
IN_CONVERSATION = SessionOutcome((75.0, 420.0), PROCESSING, UNGRADED, ACTIVE)
JUST_BEGUN = SessionOutcome((2.0, 40.0), PROCESSING, UNGRADED, ACTIVE)
NOT_STARTED = SessionOutcome((0.0, 0.0), PROCESSING, UNGRADED, PENDING)

# Every state of the transcript with every state of the grade that it can come with: all but
# "the grader gave up on a transcript that is still being stored".
EVERY_STATE = tuple(
    SessionOutcome(_LONG, transcript, grading)
    for transcript in (AVAILABLE, PARTIAL, PROCESSING, MISSING, FAILED)
    for grading in (UNGRADED, COMPLETE, GAVE_UP)
    if (transcript, grading) != (PROCESSING, GAVE_UP)
)


class Place(NamedTuple):
    """The student and the case study of a session."""

    tenant_id: str
    user_id: str
    case_study_id: str


def add_session(
    batch: Batch,
    place: Place,
    outcome: SessionOutcome,
    *,
    seen: datetime,
    serial: int,
    scores: Scores | None,
    rng: Random,
) -> datetime:
    """Add a session last active at ``seen``, with its records; return the time of its creation."""
    status = outcome.status
    low, high = outcome.seconds
    elapsed = min(round(low + (high - low) * rng.random(), 1), float(DURATION_LIMIT))
    chance = rng.random()
    # Pauses do not count as conversation: a brief one can have taken minutes by the clock.
    pauses = int(300 * chance) if chance < 0.3 else 2
    start = seen - timedelta(seconds=int(elapsed) + 1 + pauses)
    begun = status != PENDING
    end = last_activity = reason = None
    reconnects = 0
    if status == ACTIVE:
        last_activity = seen
    elif status == ENDED:
        # One in ten reports no activity of its own: its end says when it was last seen.
        last_activity = seen if chance > 0.1 else None
        end = seen
        if elapsed >= DURATION_LIMIT:
            reason = TIMER_EXPIRED
        elif chance > 0.96:
            reason, reconnects = RECONNECT_LIMIT, 2
        elif chance > 0.92:
            reason, end = WINDOW_EXPIRED, seen + RECONNECT_WINDOW
        else:
            reason = USER_ENDED
            reconnects = 1 if 0.25 < chance < 0.3 else 0
    created = start - timedelta(seconds=8)
    session_id = demo_id(created, serial)
    session = SessionRow(
        id=session_id,
        tenant_id=place.tenant_id,
        user_id=place.user_id,
        case_study_id=place.case_study_id,
        created_at=created,
        conversation_id=f"conv-{session_id}" if begun else None,
        status=status,
        start_time=start if begun else None,
        end_time=end,
        last_activity=last_activity,
        elapsed_active_time=elapsed,
        reconnect_count=reconnects,
        end_reason=reason,
        duration_limit=DURATION_LIMIT,
        transcript_status=outcome.transcript,
        grading_status=outcome.grading,
    )
    batch.sessions.append(session)
    if outcome.transcript in (AVAILABLE, PARTIAL):
        gaps = outcome.transcript == PARTIAL
        messages = transcript_json(start, elapsed, gaps=gaps, rng=rng)
        batch.transcripts.append(
            TranscriptRow(place.tenant_id, session_id, outcome.transcript, messages)
        )
    if scores:
        minutes = 2 + int(12 * chance)
        batch.grades.append(grade_row(session, scores, minutes=minutes, serial=serial))
    return created
