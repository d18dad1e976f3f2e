"""Cards that every demo needs: each shows one case that real data has sooner or later."""

from datetime import datetime, timedelta
from typing import NamedTuple

from students.demo import sessions as s
from students.demo.ledger import EXPIRY, GRANT, REVOKE, Entry
from students.demo.sessions import SessionOutcome
from students.demo.timestamps import PRESENT, utc

# The kinds of case studies for a student: assigned, open to all, retired, or another programme's.
ASSIGNED, OPEN, RETIRED, FOREIGN = "assigned", "open", "retired", "foreign"


class Show(NamedTuple):
    outcomes: tuple[SessionOutcome, ...]
    entries: tuple[Entry, ...] = ()
    latest: datetime | None = None  # the last activity
    where: str = ASSIGNED
    tie: bool = False  # all graded sessions got the same score
    unlimited: bool = False


_GRANTED = utc(2026, 2, 10, 9, 30)
_SOON_AFTER = _GRANTED + timedelta(days=21)
_LAPSED = utc(2026, 3, 31, 23, 59, 59)
_SWEPT = utc(2026, 4, 1, 0, 15)
_FAR = utc(2030, 12, 31, 23, 59, 59)

_DROPPED = "Audio dropped during the last attempt"
_MISTAKE = "Granted by mistake"
_ILLNESS = "Medical certificate"
_MISCONDUCT = "Somebody else took part in the conversation"

SHOWS: tuple[Show, ...] = (
    # One counted session in every state of transcript and grade.
    *(Show((outcome,)) for outcome in s.EVERY_STATE),
    # Equal best scores: the later session is the one that is used.
    Show((s.GRADED, s.GRADED), tie=True),
    Show((s.GRADED, s.BROKEN_OFF, s.GRADED_WITH_GAPS), tie=True),
    # On both sides of the minute that makes an attempt; and until the timer ran out.
    Show((s.JUST_NOT_COUNTED, s.JUST_COUNTED)),
    Show((s.BROKEN_OFF, s.TIMED_OUT)),
    # Open sessions: counted already, just begun, not started after one, never started at all.
    Show((s.GRADED, s.IN_CONVERSATION), latest=PRESENT - timedelta(seconds=20)),
    Show((s.JUST_BEGUN,), latest=PRESENT),
    Show((s.GRADED, s.NOT_STARTED), latest=PRESENT - timedelta(hours=2)),
    Show((s.NOT_STARTED,)),
    Show((s.BROKEN_OFF, s.BROKEN_OFF, s.BROKEN_OFF_RECORDED, s.BROKEN_OFF)),
    # Attempts at case studies that are not assigned (any more).
    Show((s.GRADED, s.AWAITING_GRADE), where=OPEN),
    Show((s.GRADED,), where=RETIRED),
    Show((s.BROKEN_OFF, s.GRADED), where=FOREIGN),
    # Nothing left, and more than anybody else.
    Show((s.GRADED, s.GRADED)),
    Show((s.GRADED, s.AWAITING_GRADE, s.GRADED, s.GRADED), unlimited=True),
    # Grants without and with expiry, in force and lapsed, with and without its line of history.
    Show(
        (s.GRADED, s.GRADED, s.GRADED),
        (Entry(GRANT, 2, _GRANTED, _DROPPED),),
        latest=_SOON_AFTER,
    ),
    Show((s.GRADED, s.GRADED), (Entry(GRANT, 1, _GRANTED, _ILLNESS, expires_at=_FAR),)),
    Show(
        (s.GRADED, s.GRADED, s.GRADED),
        (
            Entry(GRANT, 1, _GRANTED, _ILLNESS, expires_at=_LAPSED),
            Entry(EXPIRY, 1, _SWEPT, charged_to=0),
        ),
        latest=_SOON_AFTER,
    ),
    Show((s.BROKEN_OFF,), (Entry(GRANT, 3, _GRANTED, _DROPPED, expires_at=_LAPSED),)),
    Show(
        (s.GRADED,),
        (
            Entry(GRANT, 1, _GRANTED, _DROPPED),
            Entry(GRANT, 2, _GRANTED + timedelta(days=3), _ILLNESS, expires_at=_FAR),
            Entry(GRANT, 1, _GRANTED + timedelta(days=5), _ILLNESS, expires_at=_LAPSED),
            Entry(EXPIRY, 1, _SWEPT, charged_to=2),
        ),
    ),
    # Revocations: from a grant, from the base, from both at once, and lapsed with their grant.
    Show(
        (s.GRADED,),
        (
            Entry(GRANT, 2, _GRANTED, _ILLNESS, expires_at=_FAR),
            Entry(REVOKE, 1, _SOON_AFTER, _MISTAKE, charged_to=0),
        ),
    ),
    Show((s.GRADED,), (Entry(REVOKE, 1, _SOON_AFTER, _MISCONDUCT),), latest=_GRANTED),
    Show((s.BROKEN_OFF,), (Entry(REVOKE, 2, _SOON_AFTER, _MISCONDUCT),), latest=_GRANTED),
    Show(
        (s.BROKEN_OFF,),
        (
            Entry(GRANT, 1, _GRANTED, _DROPPED, expires_at=_FAR),
            Entry(REVOKE, 1, _SOON_AFTER, _MISCONDUCT, charged_to=0),
            Entry(REVOKE, 1, _SOON_AFTER, _MISCONDUCT),
        ),
        latest=_GRANTED,
    ),
    Show(
        (s.GRADED,),
        (
            Entry(GRANT, 2, _GRANTED, _ILLNESS, expires_at=_LAPSED),
            Entry(REVOKE, 1, _SOON_AFTER, _MISTAKE, charged_to=0),
            Entry(EXPIRY, 2, _SWEPT, charged_to=0),
        ),
    ),
    # Granted before anything was tried.
    Show((), (Entry(GRANT, 1, _GRANTED, "Resits agreed with the dean"),)),
)
