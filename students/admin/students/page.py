"""The students panel: the list, its file, and one student in full (contract §8)."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse
from django.utils.translation import gettext_lazy as _
from unfold.decorators import display
from unfold.enums import ActionVariant

from accounts import throttling
from accounts.admin.addresses import AddressPageMixin
from accounts.models import UserStatus
from accounts.services import users
from config.admin.confirm_action import confirm_action
from config.admin.display import day_and_time, two_lines
from config.admin.menu import Menu
from config.admin.object_views import ReadOnlyPageMixin
from config.admin.parameters import takes
from config.errors import DomainError
from config.exports import asked_kind
from config.permissions import Action, Module, flag
from students.admin.attempts.bulk import BulkPagesMixin
from students.admin.attempts.single import AttemptPagesMixin
from students.admin.students.adding import AddPageMixin
from students.admin.students.changelist import (
    EXPORT_PARAMETERS,
    StudentChangeList,
    list_query,
)
from students.admin.students.details import DetailsPageMixin
from students.admin.students.erasure import ErasePageMixin
from students.admin.students.filters import (
    CohortFilter,
    ExhaustedFilter,
    LastSeenFilter,
    ProgrammeFilter,
    StartedFilter,
    StudentStatusFilter,
    UnlimitedFilter,
)
from students.admin.students.found import FoundStudentsMixin
from students.admin.students.personal_data import PersonalDataMixin
from students.admin.students.staff import StaffPageMixin
from students.admin.students.timeline import TimelinePageMixin
from students.models import Student
from students.queries.assigned import expiring_attempts, not_attempted
from students.queries.profiles import profile_of
from students.queries.students import student_line
from students.services.exports import export_students
from tenants.admin.base import TenantModelAdmin


@admin.register(Student)
class StudentAdmin(
    FoundStudentsMixin,
    ReadOnlyPageMixin,
    AddPageMixin,
    AttemptPagesMixin,
    BulkPagesMixin,
    DetailsPageMixin,
    AddressPageMixin,
    StaffPageMixin,
    ErasePageMixin,
    PersonalDataMixin,
    TimelinePageMixin,
    TenantModelAdmin,
):
    """Students across programmes, with their attempts."""

    permission_module = Module.USER_MANAGEMENT
    audit_target = "user"
    menu = Menu.PEOPLE
    menu_position = 1
    icon = "school"

    empty_text = _("Import a roster: it says who your students are.")

    list_display = (
        *("student", "student_number", "programme_names", "student_cohort", "case_studies"),
        *("account_status", "last_seen"),
    )
    list_filter = (
        *(ProgrammeFilter, CohortFilter, StudentStatusFilter),
        *(ExhaustedFilter, StartedFilter, UnlimitedFilter),
        ("last_seen_at", LastSeenFilter),
    )
    list_filter_submit = True
    search_fields = ("search_text",)  # there is a box; the panel does the searching
    search_help_text = _("Name, e-mail, student number or id")
    row_template = "admin/students/student/profile.html"
    actions_detail = (
        *("grant", "revoke", "edit"),
        {
            "title": _("Account"),
            "icon": "badge",
            "items": ["change_email", "make_staff", "personal_data", "erase"],
        },
        *("activate", "deactivate"),
    )

    def get_changelist(self, request, **kwargs) -> type[StudentChangeList]:
        return StudentChangeList

    def name_of(self, row: Student) -> str:
        return f"{row.line.display_name}, {row.line.email}"

    def get_urls(self) -> list:
        export = self.admin_site.admin_view(self.export)
        return [path("export/", export, name="students_student_export"), *super().get_urls()]

    @takes(those_of="list_parameters")
    def changelist_view(self, request, extra_context=None):
        may_export = self.has_flag(request, Action.EXPORT)
        return super().changelist_view(request, {"may_export": may_export} | (extra_context or {}))

    # Columns ---------------------------------------------------------------------------------

    @display(description=_("Student"), ordering="name")
    def student(self, row: Student):
        return two_lines(row.line.display_name, row.line.email)

    @display(description=_("Student number"))
    def student_number(self, row: Student) -> str:
        return row.line.sis_id or "–"

    @display(description=_("Cohort"))
    def student_cohort(self, row: Student) -> str:
        return row.line.cohort or "–"

    @display(description=_("Programmes"), ordering="programme")
    def programme_names(self, row: Student) -> str:
        return ", ".join(entry["name"] for entry in row.line.programme_list) or _("None")

    @display(description=_("Case studies"))
    def case_studies(self, row: Student) -> int:
        return row.line.overall_case_studies

    @display(
        description=_("Status"),
        ordering="status",
        label={"ACTIVE": "success", "INACTIVE": "warning"},
    )
    def account_status(self, row: Student) -> tuple[str, str]:
        return row.line.status, UserStatus(row.line.status).label

    @display(description=_("Last seen"), ordering="last_seen")
    def last_seen(self, row: Student) -> str:
        return day_and_time(row.line.last_seen_at, _("Never"))

    # Pages -----------------------------------------------------------------------------------

    @takes(*EXPORT_PARAMETERS)
    def export(self, request):
        """Return the same file as the API's export, by the same query parameters."""
        if not self.has_flag(request, Action.EXPORT):
            raise PermissionDenied
        try:
            throttling.consume(export=request.user.pk)
            return export_students(
                actor=request.user,
                tenant=request.tenant,
                students=StudentChangeList.of_query(request, request.GET.dict()),
                kind=asked_kind(request.GET.get("format")),
            )
        except DomainError as refusal:
            messages.error(request, refusal.message)
            url = reverse("admin:students_student_changelist")
            return HttpResponseRedirect(f"{url}?{list_query(request.GET)}")

    def row_context(self, request, row: Student) -> dict:
        has_flag = request.user.has_flag
        student = student_line(row.tenant_id, row.pk)
        may_see_ledger = has_flag(flag(Module.ATTEMPT_MANAGEMENT, Action.VIEW))
        expiring = expiring_attempts(student) if may_see_ledger else {}
        profile = profile_of(student)
        attempted, waiting = (
            [(card, expiring.get(card.case_study.pk, ())) for card in cards]
            for cards in (profile.cards, not_attempted(student))
        )
        return {
            "title": student.display_name,
            "profile": profile,
            "attempted": attempted,
            "waiting": waiting,
            "unlimited_sessions": row.unlimited_sessions,
            "may_grant": has_flag(flag(Module.ATTEMPT_MANAGEMENT, Action.CREATE)),
            "may_revoke": has_flag(flag(Module.ATTEMPT_MANAGEMENT, Action.EDIT)),
            "may_see_ledger": may_see_ledger,
            "may_see_sessions": has_flag(flag(Module.STUDENT_PERFORMANCE, Action.VIEW)),
        }

    @confirm_action(
        description=_("Deactivate"),
        requires=Action.EDIT,
        icon="block",
        question=_("Deactivate {row}? Signing in ends at once; nothing that was done is lost."),
        visible_if=lambda student: student.is_active,
        variant=ActionVariant.DANGER,
    )
    def deactivate(self, request, student):
        users.deactivate_user(actor=request.user, user=student)
        return _("%(display_name)s is inactive.") % {"display_name": student.display_name}

    @confirm_action(
        description=_("Activate"),
        requires=Action.EDIT,
        icon="check",
        question=_("Activate {row}? Signing in works again."),
        visible_if=lambda student: student.status == UserStatus.INACTIVE,
    )
    def activate(self, request, student):
        users.activate_user(actor=request.user, user=student)
        return _("%(display_name)s is active.") % {"display_name": student.display_name}
