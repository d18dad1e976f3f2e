"""The demo's calendar: written for one day, and moved by whole days to that of its loading.

What the documents' examples tell keeps its dates. All else is the same on every machine for the
same day.
"""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

# The moment of the last report, in the calendar as it is written here.
PRESENT = datetime(2026, 6, 30, 18, tzinfo=UTC)

# What follows the last conversations needs as long: they are given up, or graded.
_AFTERMATH = timedelta(hours=2)


def days_since() -> timedelta:
    """Return the whole days from the calendar's present until now; none before it."""
    return timedelta(days=max(0, (timezone.now() - _AFTERMATH - PRESENT).days))


def utc(*parts: int) -> datetime:
    """Return a moment in UTC: ``utc(2026, 6, 4, 9)``."""
    return datetime(*parts, tzinfo=UTC)
