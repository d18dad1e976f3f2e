"""The tab with the results of a case study's students (contract §10)."""

from dataclasses import replace
from typing import Any

from django.contrib.admin.views.main import PAGE_VAR
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import display

from config.admin.display import day_and_time, two_lines
from config.permissions import Module
from students.admin.case_studies.filters import BestScore, LatestAttempt, TranscriptFilter
from students.admin.case_studies.tab import CaseStudyTab, ListAtCaseStudy
from students.admin.case_studies.tabs import RESULTS
from students.admin.charts import chart_of_scores
from students.admin.sessions import STATES
from students.filtersets import PerformanceFilterSet
from students.models import CaseStudyProgress, Student
from students.models.states import TranscriptStatus
from students.queries.kept_figures import kept_score_figures
from students.queries.performance import PerformanceList
from students.services.exports import export_performance


class ResultChangeList(ListAtCaseStudy):
    """A page of student performance at one case study."""

    filterset_class = PerformanceFilterSet
    default_sort = ("latest_attempt_at", "desc")

    @classmethod
    def whole(cls, request) -> PerformanceList:
        return PerformanceList(request.tenant)

    @classmethod
    def always(cls, request) -> dict[str, str]:
        return {"case_study_id": request.case_study.pk}

    @staticmethod
    def user_id(row: CaseStudyProgress) -> str:
        return row.user_id

    def count_rows(self) -> int:
        """Return what the figures say, which are read for the page anyway."""
        self.kept = kept_score_figures(self.rows)
        total = self.kept.figures.results
        self.rows = replace(self.rows, known_total=total)
        return total

    def as_results(self, page: list[CaseStudyProgress]) -> list[Student]:
        return [_as_student(row) for row in page]


def _as_student(row: CaseStudyProgress) -> Student:
    """Return a row as its student, which keeps the row."""
    student = Student(pk=row.user_id, email=row.user.email)
    student.row = row  # type: ignore[attr-defined]  # for the columns
    return student


class ResultsTab(CaseStudyTab):
    """Who reached which score."""

    permission_module = Module.STUDENT_PERFORMANCE
    name = RESULTS
    title = gettext_lazy("Results")
    list_class = ResultChangeList
    empty_text = gettext_lazy("They appear here as soon as an attempt is graded.")

    list_display = ("student", "final_score", "attempt_count", "latest_attempt", "transcript")
    list_filter = (TranscriptFilter, LatestAttempt, BestScore)

    def figures(self, request, shown: ListAtCaseStudy) -> dict[str, Any]:
        """Return average, median and distribution of the results that the list finds."""
        found = shown.kept.figures
        figures = [{"title": _("Students with a result"), "value": found.results}]
        if found.results:
            figures += [
                {"title": _("Average"), "value": found.average},
                {"title": _("Median"), "value": found.median},
            ]
        if found.passed is not None and found.results:
            passed = {
                "title": _("Passed, from %(mark)d") % {"mark": found.pass_mark},
                "value": found.passed,
                "of": f"{found.passed / found.results:.0%}",
                "url": shown.get_query_string({"min_score": str(found.pass_mark)}, [PAGE_VAR]),
            }
            figures.append(passed)
        chart = chart_of_scores(found.distribution) if found.results else None
        return {"figures": figures, "chart": chart, "figures_since": shown.kept.since}

    def file_of(self, request, rows: PerformanceList, kind: str):
        return export_performance(
            actor=request.user, tenant=request.tenant, results=rows, kind=kind
        )

    # Columns ---------------------------------------------------------------------------------

    @display(description=gettext_lazy("Student"), ordering="student_name")
    def student(self, student: Student):
        return two_lines(student.row.user.display_name, student.email)

    @display(description=gettext_lazy("Final score"), ordering="final_score")
    def final_score(self, student: Student):
        url = reverse("admin:students_session_change", args=[student.row.best_session_id])
        return format_html(
            '<a class="text-link underline" href="{}">{}<span class="sr-only"> {}</span></a>',
            url,
            f"{student.row.best_score:.1f}",
            _("in the best attempt of %(name)s") % {"name": student.row.user.display_name},
        )

    @display(description=gettext_lazy("Graded attempts"), ordering="attempt_count")
    def attempt_count(self, student: Student) -> int:
        return student.row.graded_sessions

    @display(description=gettext_lazy("Latest attempt"), ordering="latest_attempt_at")
    def latest_attempt(self, student: Student) -> str:
        return day_and_time(student.row.latest_graded_at)

    @display(description=gettext_lazy("Transcript"), label=STATES)
    def transcript(self, student: Student) -> tuple[str, str]:
        status = student.row.transcript_status
        return status, TranscriptStatus(status).label
