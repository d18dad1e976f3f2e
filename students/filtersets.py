"""What the students' lists can be narrowed by."""

from typing import Any

from accounts.models import UserStatus
from config.api.filters import (
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    TextFilter,
    TimestampFilter,
)
from students.models import CaseStudyProgress
from students.models.sessions import TranscriptStatus
from students.models.student import STUDENT_STATUSES
from students.queries import students as panel
from students.queries.performance import count_graded


class SearchFilter(TextFilter):
    """What is looked for in names and e-mail addresses."""

    def __init__(self, **kwargs) -> None:
        super().__init__(max_length=500, help_text="Part of a name or e-mail address.", **kwargs)


class StudentFilterSet(ConsoleFilterSet):
    """Filters of the students panel, for list and export alike (contract §8).

    ``students.queries.students`` filters by hand; this reads and describes the parameters.
    """

    search = SearchFilter()
    programme = TextFilter(max_length=255, help_text="Programme code.")
    status = EnumFilter(values=STUDENT_STATUSES)
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")

    @staticmethod
    def selection(
        values: dict[str, Any], *, tenant, sort_by: str, descending: bool
    ) -> panel.Selection:
        """Return what valid values of these filters select of a tenant's students."""
        return panel.Selection(
            tenant.pk,
            search=values["search"],
            programme=values["programme"],
            status=values["status"] and UserStatus(values["status"].upper()),
            start=values["start_date"],
            end=values["end_date"],
            sort_by=sort_by,
            descending=descending,
        )


class PerformanceFilterSet(ConsoleFilterSet):
    """Filters of student performance, for list and export alike (contract §10)."""

    search = SearchFilter(method="filter_search")
    case_study_id = IdFilter(field_name="case_study")
    transcript_status = EnumFilter(values=TranscriptStatus.values)
    start_date = TimestampFilter(field_name="latest_graded_at", lookup_expr="gte")
    end_date = TimestampFilter(field_name="latest_graded_at", lookup_expr="lte")

    class Meta:
        model = CaseStudyProgress
        fields = ()

    def filter_search(self, queryset, name, value):
        return queryset.search(value, tenant=self.request.user.tenant)

    def total(self, tenant) -> int:
        """Return how many rows match; where these are counted already, without counting them."""
        rows, asked = self.qs, self.form.cleaned_data
        if asked["search"] or asked["case_study_id"]:
            return rows.count()
        return count_graded(
            tenant,
            transcript_status=asked["transcript_status"],
            start=asked["start_date"],
            end=asked["end_date"],
        )
