"""The attempts list: students of a case study, with the attempts left to each (contract §9.2).

A hundred thousand students may see a case study that most of them never began. The query treats
these apart from students with some progress: they all have the same numbers, so none are computed.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, ClassVar, Self

from django.db.models import (
    DateTimeField,
    DecimalField,
    Exists,
    F,
    OrderBy,
    OuterRef,
    Q,
    QuerySet,
    Value,
)
from django_stubs_ext import Annotations

from config.db.likely import fills_soon, likely
from config.db.sort_keys import SortKey
from config.exports import Rows
from programmes.models import CaseStudy
from students.models import CaseStudyProgress, Student, matching
from students.models.progress import ProgressQuerySet, best_score_between
from students.queries import attempts_export
from students.queries.attempt_pages import parts_of_page
from students.queries.attempt_rows import AttemptRow, load_rows
from students.queries.entitlements import (
    AttemptNumbers,
    BaseAttempts,
    may_see_by_set,
    with_entitlement_of_progress,
)


class EntitlementStatus(StrEnum):
    """The statuses that the attempts list can be filtered by."""

    HAS_REMAINING = "has_remaining"
    EXHAUSTED = "exhausted"
    HAS_EXTRA = "has_extra"


@dataclass(frozen=True)
class AttemptList:
    """The students who may see a case study, or have a session or a ledger line for it (G11).

    It is filtered, sorted, counted and sliced like a queryset. A list costs five statements at
    most: two for its total, two for the sort keys of the page, one for the page's students.
    """

    sort_keys: ClassVar[dict[str, SortKey]] = {
        "student_name": SortKey("sort_name"),
        "attempts_used": SortKey("attempts_used"),
        "attempts_remaining": SortKey("attempts_remaining"),
        "best_score": SortKey("best_score", nullable=True),
        "latest_attempt_at": SortKey("latest_attempt_at", nullable=True),
    }

    export_header: ClassVar[tuple[str, ...]] = attempts_export.HEADER

    case_study: Annotated[CaseStudy, Annotations[BaseAttempts]]
    """With its tenant's ``base_attempts``, as ``find_case_study_with_base`` returns it."""
    search: str = ""
    status: str | None = None
    graded: bool | None = None
    start_date: datetime | None = None
    end_date: datetime | None = None
    min_score: Decimal | None = None
    max_score: Decimal | None = None
    sort_by: str = "student_name"
    descending: bool = False
    known_total: int | None = None
    """How many there are, where that was found out already; and of these without progress."""
    known_untried: int | None = None

    def filter(self, **values: Any) -> Self:
        """Narrow by fields of this class; an absent value narrows by nothing.

        The dates bound the latest attempt, the scores the best one, all inclusive.
        """
        return replace(self, **values)

    def order_by(self, key: str, *, descending: bool = False) -> Self:
        """Sort by one of ``sort_keys``, then by name and id."""
        return replace(self, sort_by=key, descending=descending)

    @property
    def asked(self) -> dict[str, Any]:
        """The filters by their names in the API."""
        names = ("search", "status", "graded", "start_date", "end_date", "min_score", "max_score")
        return {"case_study_id": self.case_study.pk} | {name: getattr(self, name) for name in names}

    def count(self) -> int:
        """Return the number of students; it is counted once and kept."""
        return self._total

    def __getitem__(self, window: slice) -> list[AttemptRow]:
        """Return the rows of a slice, which must have an end."""
        if (window.start or 0) >= self.count():
            return []
        return load_rows(self.case_study, self._page(window))

    def _page(self, window: slice) -> QuerySet[Any, dict[str, Any]]:
        """Return the sort keys of the rows of a slice, as dictionaries."""
        sort_key = self.sort_keys[self.sort_by]
        order = (sort_key.ordering(descending=self.descending), "sort_name", "user_id")
        parts = parts_of_page(
            _columns(self._known_of_page(window.stop)),
            self.sort_by,
            sort_key,
            base=self.case_study.base_attempts,
            descending=self.descending,
            reach=window.stop,
        )
        if self._has_untried and self.count_untried():
            # Students without progress are always in the order of their names among themselves.
            names = self.descending and self.sort_by == "student_name"
            untried = self._untried.order_by(OrderBy(F("sort_name"), descending=names), "pk")
            parts.append(_columns(untried))
        if len(parts) == 1:
            return parts[0][window]
        # Each part is read no further than the page goes: an index has its order.
        first, *others = (part[: window.stop] for part in parts)
        return first.union(*others, all=True).order_by(*order)[window]

    def export_rows(self) -> Rows:
        """Return the cells of a file with all rows."""
        lines = self._known.values(*_IN_FILES, latest_attempt_at=F("latest_counted_at"))
        if self._has_untried:
            base = Value(self.case_study.base_attempts)
            untried = self._untried.annotate(
                base_attempts=base,
                extra_attempts=Value(0),
                revoked_attempts=Value(0),
                total_allowed=base,
            )
            more = untried.values(*_IN_FILES, latest_attempt_at=F("latest_counted_at"))
            lines = lines.union(more, all=True)
        return attempts_export.cells(
            lines,
            case_study=self.case_study,
            sort_key=self.sort_keys[self.sort_by],
            descending=self.descending,
        )

    @cached_property
    def _total(self) -> int:
        if self.known_total is not None:
            return self.known_total
        return self._known.count() + self._count_untried()

    @cached_property
    def _progress(self) -> ProgressQuerySet:
        progress = CaseStudyProgress.objects.for_tenant(self.case_study.tenant_id)
        return progress.filter(case_study=self.case_study)

    @cached_property
    def _known(self) -> QuerySet[Annotated[CaseStudyProgress, Annotations[AttemptNumbers]]]:
        return self._in_status(self.known_in_any_status)

    def _in_status(self, known: QuerySet[Any]) -> QuerySet[Any]:
        match self.status:
            case EntitlementStatus.HAS_EXTRA:
                return known.filter(extra_attempts__gt=0)
            case EntitlementStatus.EXHAUSTED:
                return known.filter(attempts_remaining=0)
            case EntitlementStatus.HAS_REMAINING:
                return known.filter(attempts_remaining__gt=0)
        return known

    def _known_of_page(self, stop: int) -> QuerySet[Any]:
        """Return the students with some progress, where a page ends after so many rows."""
        if not self._scores or not fills_soon(stop, self.count()):
            return self._known
        found = self._unscored.filter(likely(self._scores))
        return self._in_status(
            with_entitlement_of_progress(found, base=self.case_study.base_attempts)
        )

    @cached_property
    def known_in_any_status(
        self,
    ) -> QuerySet[Annotated[CaseStudyProgress, Annotations[AttemptNumbers]]]:
        """The students with some progress, by all filters but the status."""
        return with_entitlement_of_progress(
            self.progress_in_any_status, base=self.case_study.base_attempts
        )

    @cached_property
    def progress_in_any_status(self) -> ProgressQuerySet:
        """The rows of progress that all filters but the status find, without the six numbers."""
        return self._unscored.filter(self._scores)

    @property
    def _scores(self) -> Q:
        return best_score_between(self.min_score, self.max_score)

    @property
    def _unscored(self) -> ProgressQuerySet:
        """The rows that all filters but status and score find."""
        progress = self._progress
        if self.search:
            progress = progress.search(self.search, tenant=self.case_study.tenant_id)
        if self.graded is not None:
            progress = (
                progress.filter(graded_sessions__gt=0)
                if self.graded
                else progress.filter(graded_sessions=0)
            )
        bounds = {
            "latest_counted_at__gte": self.start_date,
            "latest_counted_at__lte": self.end_date,
        }
        return progress.filter(**{name: at for name, at in bounds.items() if at is not None})

    @property
    def _has_untried(self) -> bool:
        """Return whether students without progress can match; they have the whole base left."""
        return self.status in {None, EntitlementStatus.HAS_REMAINING} and self.takes_untried

    @property
    def takes_untried(self) -> bool:
        """Whether students without progress match all filters but the status."""
        of_attempts = (self.start_date, self.end_date, self.min_score, self.max_score)
        return not self.graded and all(bound is None for bound in of_attempts)

    @cached_property
    def _visible_to(self) -> Q:
        return may_see_by_set(self.case_study)

    @property
    def _visible(self) -> QuerySet[Student]:
        return Student.objects.for_tenant(self.case_study.tenant_id).filter(self._visible_to)

    @property
    def _untried(self) -> QuerySet[Any]:
        """Return students without progress who may see the case study, or their search entries."""
        if self.search:
            entries = matching(self.search, tenant=self.case_study.tenant_id)
            visible: QuerySet[Any] = entries.filter(self._visible_to)
        else:
            visible = self._visible.annotate(user_id=F("pk"))
        theirs = self._progress.filter(user=OuterRef("pk"))
        # As a join, each student would be compared with all of the progress: PostgreSQL takes it to
        # be as little as a case study of an average university has.
        return visible.filter(likely(~Q(Exists(theirs)))).annotate(
            attempts_used=Value(0),
            attempts_remaining=Value(self.case_study.base_attempts),
            best_score=Value(None, DecimalField()),
            latest_counted_at=Value(None, DateTimeField()),
        )

    def _count_untried(self) -> int:
        return self.count_untried() if self._has_untried else 0

    def count_untried(self) -> int:
        """Return the number of students without progress, if the filters take them."""
        return self._untried_total if self.known_untried is None else self.known_untried

    @cached_property
    def _untried_total(self) -> int:
        if not self.takes_untried:
            return 0
        if self.search:
            return self._untried.count()
        # Two ranges of an index: cheaper than a comparison of the two.
        return self._visible.count() - self._progress.filter(self._visible_to).count()


_IN_FILES = attempts_export.COLUMNS[:-1]


def _columns(rows: QuerySet[Any]) -> QuerySet[Any, dict[str, Any]]:
    return rows.values(
        "user_id",
        "sort_name",
        "attempts_used",
        "attempts_remaining",
        "best_score",
        latest_attempt_at=F("latest_counted_at"),
    )
