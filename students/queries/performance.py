"""Counting the rows of student performance without looking at each (contract §10)."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from students.models import CaseStudyProgress, ProgressCount

type Span = tuple[datetime, datetime]


def count_graded(
    tenant, *, transcript_status: str | None, start: datetime | None, end: datetime | None
) -> int:
    """Return how many rows of graded progress a tenant has, narrowed by status and latest attempt.

    The days in between are counted already; what is left is counted row by row.
    """
    start, end = start and start.astimezone(UTC), end and end.astimezone(UTC)
    counts = ProgressCount.objects.for_tenant(tenant)
    rows = CaseStudyProgress.objects.for_tenant(tenant).graded()
    if transcript_status:
        counts = counts.filter(transcript_status=transcript_status)
        rows = rows.filter(transcript_status=transcript_status)
    total = sum(rows.filter(latest_graded_at__range=span).count() for span in _edges(start, end))
    if start and end and start.date() == end.date():
        return total
    return total + counts.between(start and start.date(), end and end.date()).total()


def _edges(start: datetime | None, end: datetime | None) -> Iterator[Span]:
    """Yield what two moments leave of their days: one span, where it is the same day."""
    if start and end and start.date() == end.date():
        yield start, end
        return
    if start:
        yield start, datetime.combine(start, time.max, UTC)
    if end:
        yield datetime.combine(end, time.min, UTC), end
