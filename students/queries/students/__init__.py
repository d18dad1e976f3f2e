"""The list of students at any size: exact totals, and pages whose cost depends on their size (§8).

The SQL is written by hand, over tables that the database maintains for it
(``students.models.search``, ``ProgrammeSet``): the number of students of each kind, and indexes in
each order. It is three times as fast as a query of the ORM.
"""

from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, ClassVar, Self

from accounts.models import UserStatus
from config.exports import Rows
from config.text import folded
from students.queries.students import export
from students.queries.students.criteria import Criteria
from students.queries.students.ordering import SORT_KEYS
from students.queries.students.pages import (
    StudentLine,
    asking_for,
    line_of,
    read_early_page,
    read_page,
    student_line,
)
from students.queries.students.totals import Total, count_exhausted, count_students

__all__ = ["StudentLine", "StudentList", "asking_for", "line_of", "student_line"]


@dataclass(frozen=True)
class StudentList:
    """A tenant's students, which are filtered, sorted, counted and sliced like a queryset.

    A list costs one trip for its total and its page, mostly as one statement. Students without a
    value come last in either direction; ties are broken by name, then id.
    """

    sort_keys: ClassVar[tuple[str, ...]] = SORT_KEYS
    export_header: ClassVar[tuple[str, ...]] = export.HEADER

    criteria: Criteria
    _known: list[Total] = field(default_factory=list, init=False, repr=False)

    @classmethod
    def of(cls, tenant_id: str) -> Self:
        """Return all students of a tenant, the last seen first."""
        return cls(Criteria(tenant_id))

    def filter(
        self,
        *,
        search: str = "",
        programme: str = "",
        cohort: str = "",
        status: str = "",
        start_date: datetime | None = None,
        end_date: datetime | None = None,
        started: bool | None = None,
        exhausted_at: str = "",
        unlimited_sessions: bool | None = None,
    ) -> Self:
        """Keep students by the contract's filters; both dates are inclusive."""
        criteria = replace(
            self.criteria,
            search=search,
            programme=programme,
            cohort=folded(cohort),
            status=UserStatus(status.upper()) if status else None,
            start=start_date,
            end=end_date,
            started=started,
            exhausted_at=exhausted_at,
            unlimited=unlimited_sessions,
        )
        return type(self)(criteria)

    def order_by(self, key: str, *, descending: bool = False) -> Self:
        """Sort by one of ``sort_keys``."""
        return type(self)(replace(self.criteria, sort_by=key, descending=descending))

    @property
    def asked(self) -> dict[str, Any]:
        """The filters by their names in the API."""
        of = self.criteria
        return {
            "search": of.search,
            "programme": of.programme,
            "cohort": of.cohort,
            "status": of.status and of.status.lower(),
            "start_date": of.start,
            "end_date": of.end,
            "started": of.started,
            "exhausted_at": of.exhausted_at,
            "unlimited_sessions": of.unlimited,
        }

    def count(self) -> int:
        """Return the number of students; it is counted once and kept."""
        return self._total().rows

    def count_up_to(self, most: int) -> int:
        """Return the number of students, or ``most`` + 1 where more are out of attempts.

        All others are counted exactly, since that costs little.
        """
        if self.criteria.exhausted_at:
            self._known[:] = [count_exhausted(self.criteria, most)]
        return self.count()

    def __getitem__(self, window: slice) -> list[StudentLine]:
        """Return the lines of a slice, which must have an end."""
        skip = window.start or 0
        limit = window.stop - skip
        if not self._known and (early := read_early_page(self.criteria, skip=skip, limit=limit)):
            total, lines = early
            self._known.append(total)
            return lines
        return read_page(self.criteria, self._total(), skip=skip, limit=limit)

    def export_rows(self) -> Rows:
        """Return the cells of a file with all students."""
        return export.cells(self.criteria, self._total())

    def _total(self) -> Total:
        if not self._known:
            self._known.append(count_students(self.criteria))
        return self._known[0]
