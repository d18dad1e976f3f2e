"""The tab with the attempts that students have left at a case study (contract §9.2)."""

from dataclasses import replace
from typing import Any

from django.contrib.admin.views.main import PAGE_VAR
from django.utils.html import format_html
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from unfold.decorators import display

from config.admin.display import day_and_time, two_lines
from config.permissions import Module
from students.admin.case_studies.filters import BestScore, GradedFilter, LatestAttempt, Remaining
from students.admin.case_studies.tab import CaseStudyTab, ListAtCaseStudy
from students.admin.case_studies.tabs import ATTEMPTS
from students.filtersets import AttemptFilterSet
from students.models import Student
from students.queries.attempt_rows import AttemptRow
from students.queries.attempts import AttemptList, EntitlementStatus
from students.queries.kept_figures import kept_attempt_figures, total_of
from students.services.exports import export_attempts


class AttemptChangeList(ListAtCaseStudy):
    """A page of the attempts list."""

    filterset_class = AttemptFilterSet
    default_sort = ("student_name", "asc")

    @classmethod
    def whole(cls, request) -> AttemptList:
        return AttemptList(request.case_study)

    @staticmethod
    def user_id(row: AttemptRow) -> str:
        return row.student.pk

    def count_rows(self) -> int:
        """Return what the figures say, which are read for the page anyway."""
        self.kept = kept_attempt_figures(self.rows)
        total = total_of(self.kept.figures, self.rows.status)
        untried = self.kept.figures.untried
        self.rows = replace(self.rows, known_total=total, known_untried=untried)
        return total

    def as_results(self, page: list[AttemptRow]) -> list[Student]:
        for row in page:
            row.student.row = row  # type: ignore[attr-defined]  # for the columns
        return [row.student for row in page]


class AttemptsTab(CaseStudyTab):
    """Who has how many attempts left."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    name = ATTEMPTS
    title = gettext_lazy("Attempts")
    list_class = AttemptChangeList
    empty_text = gettext_lazy("Nobody may see this case study yet, and nobody has tried it.")

    list_display = (
        *("student", "used", "allowed", "remaining", "base", "granted", "revoked"),
        *("best_score", "latest_attempt"),
    )
    list_filter = (Remaining, GradedFilter, LatestAttempt, BestScore)

    def figures(self, request, shown: ListAtCaseStudy) -> dict[str, Any]:
        """Return how many students are where; each number leads to those students."""
        found = shown.kept.figures
        status = shown.asked["status"]

        def figure(title: str, number: int, leads_to: str | None = None) -> dict[str, Any]:
            if leads_to is None:
                return {"title": title, "value": number}
            url = shown.get_query_string({"status": leads_to}, [PAGE_VAR])
            return {"title": title, "value": number, "url": url, "is_shown": status == leads_to}

        return {
            "figures": [
                {**figure(_("Students"), found.students, ""), "is_shown": not status},
                figure(
                    _("No attempt remaining"), found.exhausted, str(EntitlementStatus.EXHAUSTED)
                ),
                figure(
                    _("Attempts remaining"),
                    found.has_remaining,
                    str(EntitlementStatus.HAS_REMAINING),
                ),
                figure(
                    _("With granted attempts"), found.has_extra, str(EntitlementStatus.HAS_EXTRA)
                ),
                figure(_("Never started"), found.never_started),
                figure(_("Attempts used"), found.attempts_used),
            ],
            "figures_since": shown.kept.since,
        }

    def file_of(self, request, rows: AttemptList, kind: str):
        return export_attempts(actor=request.user, tenant=request.tenant, attempts=rows, kind=kind)

    # Columns ---------------------------------------------------------------------------------

    @display(description=gettext_lazy("Student"), ordering="student_name")
    def student(self, student: Student):
        return two_lines(student.display_name, student.email)

    @display(description=gettext_lazy("Used"), ordering="attempts_used")
    def used(self, student: Student) -> int:
        return student.row.entitlement.attempts_used

    @display(description=gettext_lazy("Allowed"))
    def allowed(self, student: Student) -> int:
        return student.row.entitlement.total_allowed

    @display(description=gettext_lazy("Remaining"), ordering="attempts_remaining")
    def remaining(self, student: Student):
        number = student.row.entitlement.attempts_remaining
        if not student.unlimited_sessions:
            return number
        return format_html('{} <span class="text-subtle">({})</span>', number, _("unlimited"))

    @display(description=gettext_lazy("Base"))
    def base(self, student: Student) -> int:
        return student.row.entitlement.base_attempts

    @display(description=gettext_lazy("Granted"))
    def granted(self, student: Student) -> int:
        return student.row.entitlement.extra_attempts

    @display(description=gettext_lazy("Revoked"))
    def revoked(self, student: Student) -> int:
        return student.row.entitlement.revoked_attempts

    @display(description=gettext_lazy("Best score"), ordering="best_score")
    def best_score(self, student: Student) -> str:
        score = student.row.best_score
        return "–" if score is None else f"{score:.1f}"

    @display(description=gettext_lazy("Latest attempt"), ordering="latest_attempt_at")
    def latest_attempt(self, student: Student) -> str:
        return day_and_time(student.row.latest_attempt_at, _("Never"))
