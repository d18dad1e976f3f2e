"""Moments as the contract reads them (§1.6)."""

import re
from datetime import UTC, datetime, time

from django.utils.dateparse import parse_date, parse_datetime

# A plus sign that nobody encoded reaches us as a blank: 09:00:00 01:00 means 09:00:00+01:00.
_lost_plus = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")


def parse_instant(text: str, *, upper: bool = False) -> datetime | None:
    """Return an ISO 8601 moment in UTC, which it is in without an offset; None when it is none.

    A bare date is the day's first moment, or its last one where it is an ``upper`` bound. Answers
    show whole seconds; an upper bound in whole seconds therefore includes all of its second.
    """
    text = text.strip()
    try:
        if day := parse_date(text):
            moment = datetime.combine(day, time.max if upper else time.min)
        else:
            moment = parse_datetime(_lost_plus.sub(r"\1+\2", text))
        if moment is None:
            return None
        if upper and not moment.microsecond:
            moment = moment.replace(microsecond=999_999)
        return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def format_instant(moment: datetime) -> str:
    """Write a moment in UTC, whole seconds and a Z; one without an offset is in UTC already."""
    utc = moment.astimezone(UTC) if moment.tzinfo else moment
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
