"""The filters of the students' lists."""

from config.api.filters import (
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    SearchFilter,
    TextFilter,
    TimestampFilter,
)
from students.models.sessions import TranscriptStatus
from students.models.student import STUDENT_STATUSES


class StudentFilterSet(ConsoleFilterSet):
    """The filters of ``StudentList.filter``, for list and export alike (contract §8)."""

    search = SearchFilter()
    programme = TextFilter(max_length=255, help_text="Programme code.")
    status = EnumFilter(values=STUDENT_STATUSES)
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")


class PerformanceFilterSet(ConsoleFilterSet):
    """The filters of ``PerformanceList.filter``, for list and export alike (contract §10)."""

    search = SearchFilter()
    case_study_id = IdFilter()
    transcript_status = EnumFilter(values=TranscriptStatus.values)
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")
