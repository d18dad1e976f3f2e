"""The pages of the attempts ledger and the bulk jobs, which are read-only (contract §9)."""

from django.contrib import admin
from django.db.models import Q
from django.utils import timezone
from unfold.contrib.filters.admin import (
    BooleanRadioFilter,
    ChoicesDropdownFilter,
    DropdownFilter,
)
from unfold.decorators import display

from config.admin.filters import DateRangeFilter
from config.admin.menu import Menu
from config.admin.object_views import ReadOnlyPageMixin
from config.permissions import Action, Module, flag
from students.admin.attempts.bulk import outcomes_of
from students.admin.student_related import StudentFilter, StudentRelatedMixin, at
from students.models import AttemptTransaction, BulkJob
from students.models.attempts import TransactionType
from tenants.admin.base import TenantModelAdmin, TenantRelatedFilter


class ExpiryFilter(DropdownFilter):
    """A filter of grants: in force without an end, in force until an end, or lapsed."""

    title = "grants"
    parameter_name = "grants"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [
            ("unlimited", "In force, without an end"),
            ("lapsing", "In force, will lapse"),
            ("lapsed", "Lapsed"),
        ]

    def queryset(self, request, queryset):
        now = timezone.now()
        conditions = {
            "unlimited": Q(expires_at__isnull=True),
            "lapsing": Q(expires_at__gt=now),
            "lapsed": Q(expires_at__lte=now),
        }
        if self.value() not in conditions:
            return queryset
        return queryset.filter(conditions[self.value()], type=TransactionType.GRANT)


@admin.register(AttemptTransaction)
class LedgerAdmin(StudentRelatedMixin, ReadOnlyPageMixin, TenantModelAdmin):
    """The lines of grants, revocations and expiries; none is ever changed or deleted."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    audit_target = "attempt"
    menu = Menu.ATTEMPTS
    menu_position = 1
    icon = "receipt_long"
    empty_text = "Grant attempts on a student's page, or to many in the list of students."

    list_display = (
        "student",
        "case_study_title",
        "kind",
        "amount",
        "recorded",
        "lapses",
        "recorded_by",
        "reason",
    )
    list_filter = (
        ("type", ChoicesDropdownFilter),
        ExpiryFilter,
        ("case_study", TenantRelatedFilter),
        ("created_at", DateRangeFilter),
        StudentFilter,
    )
    list_select_related = ("user", "case_study")
    ordering = ("-created_at", "-id")
    row_template = "admin/students/ledger_line.html"

    recorded = at("created_at", "Recorded")
    lapses = at("expires_at", "Lapses")

    @display(
        description="Type", label={"Grant": "success", "Revoke": "warning", "Expiry": "default"}
    )
    def kind(self, line: AttemptTransaction) -> str:
        return line.get_type_display()

    @display(description="By")
    def recorded_by(self, line: AttemptTransaction) -> str:
        return line.actor_name or "The system"

    def row_context(self, request, line: AttemptTransaction) -> dict:
        return {
            "title": "Ledger line",
            "line": line,
            "lapsed": line.expires_at is not None and line.expires_at <= timezone.now(),
            "may_see_students": request.user.has_flag(flag(Module.USER_MANAGEMENT, Action.VIEW)),
        }


@admin.register(BulkJob)
class BulkJobAdmin(ReadOnlyPageMixin, TenantModelAdmin):
    """Grants and revocations for many students at once, with the outcome of each."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    audit_target = "bulk_job"
    menu = Menu.ATTEMPTS
    menu_position = 3
    icon = "playlist_add_check"
    empty_text = "Tick students in their list, and choose what they get."

    list_display = ("kind", "case_study", "amount", "reached", "is_preview", "recorded", "reason")
    list_filter = (
        ("job_type", ChoicesDropdownFilter),
        ("dry_run", BooleanRadioFilter),
        ("case_study", TenantRelatedFilter),
    )
    list_filter_submit = True
    list_select_related = ("case_study",)
    sortable_by = ()
    ordering = ("-created_at", "-id")
    row_template = "admin/students/job.html"

    recorded = at("created_at", "Recorded")

    @display(description="Job")
    def kind(self, job: BulkJob) -> str:
        return job.get_job_type_display()

    @display(description="Students")
    def reached(self, job: BulkJob) -> str:
        return f"{job.succeeded_rows} of {job.total_rows}"

    @display(description="Preview only", boolean=True)
    def is_preview(self, job: BulkJob) -> bool:
        return job.dry_run

    def row_context(self, request, job: BulkJob) -> dict:
        return {
            "title": f"{job.get_job_type_display()} for {job.total_rows} students",
            "job": job,
            "outcomes": outcomes_of(job),
        }
