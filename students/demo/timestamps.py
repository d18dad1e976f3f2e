"""The demo's calendar: fixed, so that the data is the same whenever it is loaded."""

from datetime import UTC, datetime

# The moment of the last report.
PRESENT = datetime(2026, 6, 30, 18, tzinfo=UTC)


def utc(*parts: int) -> datetime:
    """Return a moment in UTC: ``utc(2026, 6, 4, 9)``."""
    return datetime(*parts, tzinfo=UTC)
