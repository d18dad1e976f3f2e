"""What is common to lists of what belongs to all students of a tenant."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any, Self

from django.db.models import QuerySet

from students.queries.found import students_meant
from tenants.models import Tenant


@dataclass(frozen=True)
class ListOfAll:
    """Rows with a student and a case study, which are filtered and sorted like a queryset.

    The dates bound the moment that they are sorted by, both inclusive; blank or None means any.
    """

    tenant: Tenant
    search: str = ""
    user_id: str = ""
    case_study_id: str = ""
    start_date: datetime | None = None
    end_date: datetime | None = None
    descending: bool = True

    def filter(self, **values: Any) -> Self:
        """Narrow by fields of this class: ``filter(search="ada")``."""
        return replace(self, **values)

    def order_by(self, key: str, *, descending: bool = False) -> Self:
        """Sort by the one key that there is, then by id: an index has both directions."""
        return replace(self, descending=descending)

    def narrowed[Rows: QuerySet[Any]](self, rows: Rows, moment: str, **exact: str) -> Rows:
        """Keep the rows that the filters of this class find, and those with exact values.

        ``moment`` is the field that the dates bound. A search that means more than a hundred
        students raises TooManyStudents.
        """
        wanted = {
            "user": self.user_id,
            "case_study": self.case_study_id,
            f"{moment}__gte": self.start_date,
            f"{moment}__lte": self.end_date,
            **exact,
        }
        rows = rows.filter(**{name: value for name, value in wanted.items() if value})
        if self.search:
            rows = rows.filter(user__in=students_meant(self.tenant.pk, self.search))
        return rows
