"""Student performance: a row for each student with graded attempts at a case study (contract §10).

The rows are ready in the table of progress, and their numbers per day in ``ProgressCount``. Row by
row, a query counts only the incomplete first and last day of a range.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time
from decimal import Decimal
from functools import cached_property
from typing import Any, ClassVar, Self

from django.db.models import Count, Q

from config.db.likely import fills_soon, likely
from config.db.sort_keys import SortKey
from config.exports import Rows
from students.models import CaseStudyProgress, ProgressCount
from students.models.progress import ProgressQuerySet, best_score_between
from tenants.models import Tenant

type Span = tuple[datetime, datetime]


@dataclass(frozen=True)
class PerformanceList:
    """A tenant's results, which are filtered, sorted, counted and sliced like a queryset.

    A list costs two statements, its total and its page. The dates bound the latest attempt,
    the scores the best one, all inclusive; blank or None means any.
    """

    sort_keys: ClassVar[dict[str, SortKey]] = {
        "latest_attempt_at": SortKey("latest_graded_at"),
        "final_score": SortKey("best_score"),
        "attempt_count": SortKey("graded_sessions"),
        "student_name": SortKey("sort_name"),
    }
    export_header: ClassVar[tuple[str, ...]] = (
        "Student Name",
        "Email",
        "Case Study",
        "Attempts",
        "Final Score",
        "Latest Attempt",
        "Transcript Status",
    )

    tenant: Tenant
    search: str = ""
    case_study_id: str = ""
    transcript_status: str = ""
    start_date: datetime | None = None
    end_date: datetime | None = None
    min_score: Decimal | None = None
    max_score: Decimal | None = None
    sort_by: str = "latest_attempt_at"
    descending: bool = True
    known_total: int | None = None
    """How many there are, where that was found out already."""

    def filter(self, **values: Any) -> Self:
        """Narrow by fields of this class: ``filter(search="ada", transcript_status="failed")``."""
        return replace(self, **values)

    def order_by(self, key: str, *, descending: bool = False) -> Self:
        """Sort by one of ``sort_keys``, then by name and ids."""
        return replace(self, sort_by=key, descending=descending)

    @property
    def asked(self) -> dict[str, Any]:
        """The filters by their names in the API."""
        return {
            "search": self.search,
            "case_study_id": self.case_study_id,
            "transcript_status": self.transcript_status,
            "start_date": self.start_date,
            "end_date": self.end_date,
            "min_score": self.min_score,
            "max_score": self.max_score,
        }

    def count(self) -> int:
        """Return the number of rows; it is counted once and kept."""
        return self._total

    def __getitem__(self, window: slice) -> list[CaseStudyProgress]:
        """Return the rows of a window, with their students and case studies."""
        if (window.start or 0) >= self.count():
            return []
        rows = self._sorted
        if self._scores and fills_soon(window.stop, self.count()):
            rows = rows.filter(likely(self._scores))
        else:
            rows = rows.filter(self._scores)
        return list(rows[window].prefetch_related("user", "case_study"))

    def scores(self) -> dict[Decimal, int]:
        """Return how often each final score occurs: there are a thousand at most."""
        counted = self._found.order_by().values("best_score").annotate(n=Count("*"))
        return {row["best_score"]: row["n"] for row in counted if row["best_score"] is not None}

    def export_rows(self) -> Rows:
        """Return the cells of a file with all rows."""
        return Rows.of(self._sorted.filter(self._scores).as_export())

    @property
    def _rows(self) -> ProgressQuerySet:
        """The rows in no order, without the filters by dates and scores."""
        rows = CaseStudyProgress.objects.for_tenant(self.tenant).graded()
        if self.search:
            rows = rows.search(self.search, tenant=self.tenant)
        if self.case_study_id:
            rows = rows.filter(case_study=self.case_study_id)
        if self.transcript_status:
            rows = rows.filter(transcript_status=self.transcript_status)
        return rows

    @property
    def _scores(self) -> Q:
        return best_score_between(self.min_score, self.max_score)

    @property
    def _found(self) -> ProgressQuerySet:
        return self._dated.filter(self._scores)

    @property
    def _dated(self) -> ProgressQuerySet:
        rows = self._rows
        if self.start_date:
            rows = rows.filter(latest_graded_at__gte=self.start_date)
        if self.end_date:
            rows = rows.filter(latest_graded_at__lte=self.end_date)
        return rows

    @property
    def _sorted(self) -> ProgressQuerySet:
        """The rows in the list's order, without the filter by scores."""
        first = self.sort_keys[self.sort_by].ordering(descending=self.descending)
        return self._dated.order_by(first, "sort_name", "user_id", "case_study_id")

    @cached_property
    def _total(self) -> int:
        if self.known_total is not None:
            return self.known_total
        if self.search or self.case_study_id or self._scores:
            return self._found.count()
        return self._counted_ahead()

    def _counted_ahead(self) -> int:
        """Add up the counts of whole days, and count rows of an incomplete first and last day."""
        start = self.start_date and self.start_date.astimezone(UTC)
        end = self.end_date and self.end_date.astimezone(UTC)
        spans = _edges(start, end)
        total = sum(self._rows.filter(latest_graded_at__range=span).count() for span in spans)
        if start and end and start.date() == end.date():
            return total
        counts = ProgressCount.objects.for_tenant(self.tenant)
        if self.transcript_status:
            counts = counts.filter(transcript_status=self.transcript_status)
        return total + counts.between(start and start.date(), end and end.date()).total()


def _edges(start: datetime | None, end: datetime | None) -> Iterator[Span]:
    """Yield the incomplete days at both ends of a range: one span, where it is the same day."""
    if start and end and start.date() == end.date():
        yield start, end
        return
    if start:
        yield start, datetime.combine(start, time.max, UTC)
    if end:
        yield datetime.combine(end, time.min, UTC), end
