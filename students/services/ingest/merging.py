"""The rules that merge a report into the stored session.

Reports arrive late, twice and in any order: a live service retries, and its queue reorders. So a
report never replaces the session as a whole; each of its facts is merged with the stored one, and
the more advanced of the two is kept. A report that is older in one field may still be the only one
with another (the start of a session whose end came first), which would be lost if the report were
taken or dropped as a whole.

Each rule gives the same result in any order and any number of times (a maximum, or a minimum).
Therefore the reports of a session always lead to the same row, nothing moves backwards, and a
report that changes nothing now cannot change anything later either.
"""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import ValidationError

from config.errors import InvalidInput
from students.models import Session
from students.models.states import EndReason, SessionStatus
from students.validators import validate_span

# Of two different statuses or reasons, the one further down its list is kept. A session ends once,
# so that two reasons are the live service's own contradiction: any fixed order is good enough.
_STATUS_ORDER = {status: place for place, status in enumerate(SessionStatus.values)}
_REASON_ORDER = {reason: place for place, reason in enumerate(EndReason.values)}


def joined(session: Session, facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the new values of a session's reported fields; the session itself is not changed.

    Raises InvalidInput when the two together would end before they start.
    """
    values = {
        "status": max(session.status, _status(facts), key=_STATUS_ORDER.__getitem__),
        "start_time": _of_known(min, session.start_time, facts.get("start_time")),
        "end_time": _of_known(max, session.end_time, facts.get("end_time")),
        "last_activity": _of_known(max, session.last_activity, facts.get("last_activity")),
        "elapsed_active_time": max(
            session.elapsed_active_time, facts.get("elapsed_active_time", 0.0)
        ),
        "reconnect_count": max(session.reconnect_count, facts.get("reconnect_count", 0)),
        "end_reason": _of_known(
            max, session.end_reason, facts.get("end_reason"), key=_REASON_ORDER.__getitem__
        ),
    }
    try:
        validate_span(values["start_time"], values["end_time"])
    except ValidationError as error:
        raise InvalidInput([("end_time", str(error.message))]) from error
    return values


def _status(facts: Mapping[str, Any]) -> str:
    """Return the status that a report implies: with an end, or a reason for it, it is ended."""
    if facts.get("end_time") or facts.get("end_reason"):
        return SessionStatus.ENDED
    return facts.get("status", SessionStatus.PENDING)


def _of_known(choose: Any, stored: Any, reported: Any, **how: Any) -> Any:
    if stored is None or reported is None:
        return stored if reported is None else reported
    return choose(stored, reported, **how)
