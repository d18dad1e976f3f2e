"""Timestamps as the contract reads and writes them (§1.6)."""

import re
from datetime import UTC, datetime, time

from django.utils.dateparse import parse_date, parse_datetime

# A plus sign that nobody encoded reaches us as a blank: 09:00:00 01:00 means 09:00:00+01:00.
_lost_plus = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")


def parse_timestamp(text: str, *, upper: bool = False) -> datetime | None:
    """Return an ISO 8601 text as a timestamp in UTC; None when it is none.

    Without an offset it is in UTC already. A bare date is the day's start, or its end where it is
    an ``upper`` bound. Answers show whole seconds; an upper bound in whole seconds therefore
    includes all of its second.
    """
    text = text.strip()
    timestamp: datetime | None
    try:
        if day := parse_date(text):
            timestamp = datetime.combine(day, time.max if upper else time.min)
        else:
            timestamp = parse_datetime(_lost_plus.sub(r"\1+\2", text))
        if timestamp is None:
            return None
        if upper and not timestamp.microsecond:
            timestamp = timestamp.replace(microsecond=999_999)
        return (timestamp if timestamp.tzinfo else timestamp.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def format_timestamp(timestamp: datetime) -> str:
    """Write a timestamp in UTC, whole seconds and a Z; one without an offset is in UTC already."""
    utc = timestamp.astimezone(UTC) if timestamp.tzinfo else timestamp
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
