"""Sessions, each with its transcript and grade report (contract §10, §12)."""

from django.contrib import admin
from django.template.response import TemplateResponse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, DropdownFilter
from unfold.decorators import display

from config.admin.filters import DateRangeFilter
from config.admin.menu import Menu
from config.admin.object_views import ReadOnlyPageMixin, object_view
from config.permissions import Action, Module, flag
from config.timestamps import parse_timestamp
from students.admin.student_related import StudentFilter, StudentRelatedMixin, at
from students.models import Grade, Session, Student
from students.models.states import GradingStatus
from students.queries.attention import Attention, wanting
from students.queries.profiles import attempt_of
from students.services.transcripts import read_transcript
from tenants.admin.base import TenantModelAdmin, TenantRelatedFilter

_SEES_STUDENTS = flag(Module.USER_MANAGEMENT, Action.VIEW)
STATES = {
    "pending": "default",
    "active": "info",
    "ended": "default",
    "available": "success",
    "partial": "warning",
    "processing": "info",
    "missing": "danger",
    "complete": "success",
    "failed": "danger",
}


class AttentionFilter(DropdownFilter):
    """A filter for the sessions that the dashboard counts: each kind has an index."""

    title = _("needs a look")
    parameter_name = "attention"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [
            (Attention.NO_TRANSCRIPT, _("Ended without transcript")),
            (Attention.GRADING_FAILED, _("Grading failed")),
            (Attention.STUCK, _("Stuck: open, silent for an hour")),
        ]

    def queryset(self, request, queryset):
        if not self.value():
            return queryset
        return wanting(queryset, Attention(self.value()), now=timezone.now())


@admin.register(Session)
class SessionAdmin(StudentRelatedMixin, ReadOnlyPageMixin, TenantModelAdmin):
    """Conversations that have begun, of people who are still students."""

    permission_module = Module.STUDENT_PERFORMANCE
    # The audit trail of a session records who read its transcript.
    audit_target = "transcript"
    menu = Menu.ATTEMPTS
    menu_position = 2
    icon = "forum"
    empty_text = _("They appear here as soon as the live service reports them.")

    list_display = (
        "student",
        "case_study_title",
        "started",
        "duration",
        "state",
        "transcript_state",
        "grading_state",
        "score",
    )
    list_filter = (
        AttentionFilter,
        ("status", ChoicesDropdownFilter),
        ("grading_status", ChoicesDropdownFilter),
        ("case_study", TenantRelatedFilter),
        ("start_time", DateRangeFilter),
        StudentFilter,
    )
    list_select_related = ("user", "case_study", "grade")
    ordering = ("-start_time", "-id")
    row_template = "admin/students/session/session.html"
    actions_detail = ("transcript", "grade")

    started = at("start_time", _("Started"))

    def get_queryset(self, request):
        students = Student.objects.for_tenant(request.tenant)
        return super().get_queryset(request).started().filter(user__in=students.values("pk"))

    @display(description=_("Duration"))
    def duration(self, session: Session) -> str:
        minutes, seconds = divmod(session.duration_seconds, 60)
        return _("%(minutes)s min") % {"minutes": f"{minutes}:{seconds:02}"}

    @display(description=_("Session"), label=STATES)
    def state(self, session: Session) -> tuple[str, str]:
        return session.status, session.get_status_display()

    @display(description=_("Transcript"), label=STATES)
    def transcript_state(self, session: Session) -> tuple[str, str]:
        return session.transcript_status, session.get_transcript_status_display()

    @display(description=_("Grading"), label=STATES)
    def grading_state(self, session: Session) -> tuple[str, str]:
        return session.grading_status, session.get_grading_status_display()

    @display(description=_("Score"))
    def score(self, session: Session) -> str:
        grade = _grade_of(session)
        return f"{grade.final_score:.1f}" if grade else "–"

    def row_context(self, request, session: Session) -> dict:
        placed = attempt_of(session)
        return {
            "title": _("%(label)s of %(display_name)s")
            % {"label": placed.attempt.label, "display_name": placed.student.display_name},
            "placed": placed,
            "session": placed.attempt.session,
            "may_see_students": request.user.has_flag(_SEES_STUDENTS),
        }

    @object_view(description=_("Transcript"), requires=Action.VIEW, icon="description")
    def transcript(self, request, session: Session):
        said = read_transcript(actor=request.user, tenant=request.tenant, session=session)
        lines = [line | {"at": parse_timestamp(line.get("timestamp") or "")} for line in said]
        return self._document(request, session, "transcript", _("Transcript"), {"lines": lines})

    @object_view(description=_("Grade report"), requires=Action.VIEW, icon="grading")
    def grade(self, request, session: Session):
        shown = {"grade": _grade_of(session)}
        return self._document(request, session, "grade", _("Grade report"), shown)

    def _document(self, request, session: Session, name: str, title: str, shown: dict):
        placed = attempt_of(session)
        context = self.page_context(request, session, title) | shown
        context |= {"placed": placed, "may_see_students": request.user.has_flag(_SEES_STUDENTS)}
        return TemplateResponse(request, f"admin/students/session/{name}.html", context)


def _grade_of(session: Session) -> Grade | None:
    """Return the grade; None before grading is complete (§12.2)."""
    if session.grading_status != GradingStatus.COMPLETE:
        return None
    return getattr(session, "grade", None)
