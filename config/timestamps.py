"""Timestamps as the contract reads and writes them (§1.6)."""

import re
from datetime import UTC, datetime, tzinfo

from django.utils.dateparse import parse_date, parse_datetime

from config.local_time import end_of, moment_of, start_of

# A plus sign that nobody encoded reaches us as a blank: 09:00:00 01:00 means 09:00:00+01:00.
_lost_plus = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")


def parse_timestamp(text: str, *, upper: bool = False, zone: tzinfo = UTC) -> datetime | None:
    """Return an ISO 8601 text as a timestamp in UTC; None when it is none.

    Without an offset it is in the ``zone``, for the API in UTC. A bare date is the day's start, or
    its end where it is an ``upper`` bound. Answers show whole seconds; an upper bound in whole
    seconds therefore includes all of its second.
    """
    text = text.strip()
    try:
        if day := parse_date(text):
            return end_of(day, zone) if upper else start_of(day, zone)
        timestamp = parse_datetime(_lost_plus.sub(r"\1+\2", text))
        if timestamp is None:
            return None
        if upper and not timestamp.microsecond:
            timestamp = timestamp.replace(microsecond=999_999)
        if timestamp.tzinfo:
            return timestamp.astimezone(UTC)
        return moment_of(timestamp, zone, later=upper)
    except (ValueError, OverflowError):
        return None


def as_utc(text: str, *, upper: bool, zone: tzinfo) -> str:
    """Return what somebody wrote in local time for the API; as it is where it is no time."""
    timestamp = parse_timestamp(text, upper=upper, zone=zone)
    return format_timestamp(timestamp) if timestamp else text


def as_day(text: str, *, upper: bool, zone: tzinfo) -> str:
    """Return the local day that ``as_utc`` made this of; as it is where it was no day."""
    timestamp = parse_timestamp(text)
    day = timestamp.astimezone(zone).date().isoformat() if timestamp else text
    return day if as_utc(day, upper=upper, zone=zone) == text else text


def format_timestamp(timestamp: datetime) -> str:
    """Write a timestamp in UTC, whole seconds and a Z; one without an offset is in UTC already."""
    utc = timestamp.astimezone(UTC) if timestamp.tzinfo else timestamp
    return f"{utc.replace(tzinfo=None).isoformat(timespec='seconds')}Z"
