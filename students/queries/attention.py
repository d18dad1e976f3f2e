"""Sessions that somebody should look into: one rule for the dashboard, the list and the API."""

from datetime import datetime, timedelta
from enum import StrEnum
from typing import assert_never

from students.models.sessions import SessionQuerySet
from students.models.states import (
    WITHOUT_TRANSCRIPT,
    GradingStatus,
    SessionStatus,
    TranscriptStatus,
)

# An open session that was not heard of for so long will not go on: it may last ten minutes.
SILENCE = timedelta(hours=1)
# The transcript of an ended session arrives within minutes, or not at all.
_DELIVERY = timedelta(hours=1)


class Attention(StrEnum):
    """Why a session wants attention."""

    NO_TRANSCRIPT = "no_transcript"
    GRADING_FAILED = "grading_failed"
    STUCK = "stuck"


def wanting(rows: SessionQuerySet, attention: Attention, *, now: datetime) -> SessionQuerySet:
    """Keep the started sessions that want this attention; each kind has an index of its own."""
    rows = rows.started()
    match attention:
        case Attention.NO_TRANSCRIPT:
            return rows.filter(WITHOUT_TRANSCRIPT).exclude(
                transcript_status=TranscriptStatus.PROCESSING, seen_at__gt=now - _DELIVERY
            )
        case Attention.GRADING_FAILED:
            return rows.filter(grading_status=GradingStatus.FAILED)
        case Attention.STUCK:
            return rows.exclude(status=SessionStatus.ENDED).filter(seen_at__lt=now - SILENCE)
        case _:
            assert_never(attention)
