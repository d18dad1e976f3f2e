"""The filters of the students' lists."""

from collections.abc import Iterator, Mapping
from typing import Any

from accounts.filtersets import SEARCHED
from accounts.models.user import LONGEST_COHORT
from config.api.filters import (
    BooleanFilter,
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    ScoreFilter,
    SearchFilter,
    TextFilter,
    TimestampFilter,
)
from students.models.attempts import JobType, TransactionType
from students.models.imports import ImportState
from students.models.states import GradingStatus, SessionStatus, TranscriptStatus
from students.models.student import STUDENT_STATUSES
from students.queries.attempts import EntitlementStatus
from students.queries.attention import Attention
from students.queries.students.exhausted import ANYWHERE
from students.queries.transactions import GrantState


class StudentFilterSet(ConsoleFilterSet):
    """The filters of ``StudentList.filter``, for list and export alike (contract §8)."""

    search = SearchFilter(help_text=SEARCHED)
    programme = TextFilter(max_length=255, help_text="Programme code.")
    cohort = TextFilter(max_length=LONGEST_COHORT, help_text="The whole cohort, as it is written.")
    status = EnumFilter(values=STUDENT_STATUSES)
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")
    started = BooleanFilter(help_text="False: students who never started a session; true: others.")
    exhausted_at = IdFilter(
        words=[ANYWHERE],
        help_text="Students with no attempt left at this case study, or at `any` (§9.2).",
    )
    unlimited_sessions = BooleanFilter(help_text="Students to whom the limit does not apply.")


class RosterImportFilterSet(ConsoleFilterSet):
    """The filters of the uploaded rosters (contract §17)."""

    status = EnumFilter(field_name="state", values=ImportState.values)


class ScoredFilterSet(ConsoleFilterSet):
    """The filters of lists that have the best score and the latest attempt of a student."""

    ranges = (
        *ConsoleFilterSet.ranges,
        ("min_score", "max_score", "The lowest score lies above the highest."),
    )

    search = SearchFilter(help_text=SEARCHED)
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")
    min_score = ScoreFilter(lookup_expr="gte")
    max_score = ScoreFilter(lookup_expr="lte")


class AttemptFilterSet(ScoredFilterSet):
    """The filters of ``AttemptList.filter``, for list, file and figures alike (contract §9.2)."""

    status = EnumFilter(values=list(EntitlementStatus))
    graded = BooleanFilter(help_text="Whether an attempt that counted is graded.")


class JobFilterSet(ConsoleFilterSet):
    """The filters of the bulk jobs (contract §9.4)."""

    job_type = EnumFilter(values=JobType.values)
    dry_run = BooleanFilter(help_text="Whether it only looked what would come of it.")
    case_study_id = IdFilter()


class OfStudentsFilterSet(ConsoleFilterSet):
    """The filters of lists whose rows belong to students at case studies."""

    search = SearchFilter(help_text=f"{SEARCHED} At most 100 students may match.")
    user_id = IdFilter(help_text="One student.")
    case_study_id = IdFilter()
    start_date = TimestampFilter(lookup_expr="gte")
    end_date = TimestampFilter(lookup_expr="lte")


class TransactionFilterSet(OfStudentsFilterSet):
    """The filters of ``TransactionList.filter`` (contract §9.2)."""

    type = EnumFilter(values=TransactionType.values)
    grants = EnumFilter(
        values=list(GrantState),
        help_text="Grants alone: in force without an end, until one, or not any more.",
    )


class SessionFilterSet(OfStudentsFilterSet):
    """The filters of ``SessionList.filter`` (contract §10)."""

    status = EnumFilter(values=SessionStatus.values)
    grading_status = EnumFilter(values=GradingStatus.values)
    attention = EnumFilter(
        values=list(Attention),
        help_text="Sessions that somebody should look into, by the reason.",
    )


class PerformanceFilterSet(ScoredFilterSet):
    """The filters of ``PerformanceList.filter``, for list and export alike (contract §10)."""

    case_study_id = IdFilter()
    transcript_status = EnumFilter(values=TranscriptStatus.values)

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield also a score without a case study: one tenant's scores at all of them are many."""
        yield from super().faults(data)
        for name in ("min_score", "max_score"):
            if data.get(name) is not None and not data.get("case_study_id"):
                yield name, "Scores are compared at one case study: give case_study_id as well."
