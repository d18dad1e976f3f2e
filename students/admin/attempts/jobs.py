"""The page of the bulk jobs, which are read-only; previews stand apart (contract §9.4)."""

from django.contrib import admin
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from unfold.contrib.filters.admin import DropdownFilter
from unfold.decorators import display

from config.admin.changelist import ConsoleChangeList
from config.admin.menu import Menu
from config.admin.object_views import ReadOnlyPageMixin, object_view
from config.admin.parameters import takes
from config.permissions import Action, Module, flag
from students.admin.attempts.forms import GRANT
from students.admin.student_related import at
from students.admin.tabs import Tab
from students.models import BulkJob, Student
from students.models.attempts import JobType
from students.queries.jobs import left_out_of, outcomes_of, with_actors
from tenants.admin.base import TenantModelAdmin, TenantRelatedFilter

_PREVIEWS = "previews"

_KINDS = {
    JobType.ATTEMPT_GRANT: gettext_lazy("Grant"),
    JobType.ATTEMPT_REVOKE: gettext_lazy("Revocation"),
}


class KindFilter(DropdownFilter):
    """A filter by what a job does."""

    title = gettext_lazy("kind")
    parameter_name = "job_type"

    def lookups(self, request, model_admin):
        return list(_KINDS.items())

    def queryset(self, request, queryset):
        return queryset.filter(job_type=self.value()) if self.value() else queryset


class PreviewFilter(DropdownFilter):
    """What was done, or what was only looked at; the links above the list choose."""

    title = gettext_lazy("state")
    parameter_name = "show"
    all_option = ("", gettext_lazy("Done"))

    def lookups(self, request, model_admin):
        return [(_PREVIEWS, _("Previews"))]

    def queryset(self, request, queryset):
        return queryset.filter(dry_run=self.value() == _PREVIEWS)


class JobChangeList(ConsoleChangeList):
    """A page of jobs, with those who started them."""

    def get_results(self, request) -> None:
        super().get_results(request)
        self.result_list = with_actors(list(self.result_list))


@admin.register(BulkJob)
class BulkJobAdmin(ReadOnlyPageMixin, TenantModelAdmin):
    """Grants and revocations for many students at once, with the outcome of each."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    audit_target = "bulk_job"
    menu = Menu.ATTEMPTS
    menu_position = 3
    icon = "playlist_add_check"
    empty_text = gettext_lazy("Tick students in their list, and choose what they get.")

    list_display = (
        *("kind", "state", "case_study", "amount", "reached", "started_by", "recorded", "reason"),
    )
    list_filter = (PreviewFilter, KindFilter, ("case_study", TenantRelatedFilter))
    list_filter_submit = True
    list_select_related = ("case_study",)
    list_before_template = "admin/students/job/tabs.html"
    sortable_by = ()
    ordering = ("-created_at", "-id")
    row_template = "admin/students/job/job.html"
    actions_detail = ("grant_left_out",)

    recorded = at("created_at", gettext_lazy("Recorded"))

    def get_changelist(self, request, **kwargs) -> type[ConsoleChangeList]:
        return JobChangeList

    @takes(those_of="list_parameters")
    def changelist_view(self, request, extra_context=None):
        previews = request.GET.get(PreviewFilter.parameter_name) == _PREVIEWS
        url = reverse("admin:students_bulkjob_changelist")
        tabs = [
            Tab(_("Done"), url, not previews),
            Tab(_("Previews"), f"{url}?{PreviewFilter.parameter_name}={_PREVIEWS}", previews),
        ]
        return super().changelist_view(request, {"tabs": tabs} | (extra_context or {}))

    @display(description=gettext_lazy("Kind"))
    def kind(self, job: BulkJob) -> str:
        return _KINDS[job.job_type]

    @display(description=gettext_lazy("State"), label={"done": "success", "preview": "info"})
    def state(self, job: BulkJob) -> tuple[str, str]:
        return ("preview", _("Preview")) if job.dry_run else ("done", _("Done"))

    @display(description=gettext_lazy("Attempts for each"))
    def amount(self, job: BulkJob) -> int:
        return job.amount

    @display(description=gettext_lazy("Students"))
    def reached(self, job: BulkJob) -> str:
        if not job.failed_rows:
            return str(job.succeeded_rows)
        return _("%(n)d, %(left_out)d left out") % {
            "n": job.succeeded_rows,
            "left_out": job.failed_rows,
        }

    @display(description=gettext_lazy("By"))
    def started_by(self, job: BulkJob) -> str:
        return job.actor_name or _("Somebody of another university")

    def row_context(self, request, job: BulkJob) -> dict:
        with_actors([job])
        title = (
            ngettext("Grant to %d student", "Grant to %d students", job.total_rows)
            if job.job_type == JobType.ATTEMPT_GRANT
            else ngettext(
                "Revocation from %d student", "Revocation from %d students", job.total_rows
            )
        )
        # The head of the page shows it, as it shows people's names.
        job.display_name = title % job.total_rows
        return {
            "title": job.display_name,
            "job": job,
            "kind": self.kind(job),
            "started_by": self.started_by(job),
            "outcomes": outcomes_of(job),
            "may_see_students": request.user.has_flag(flag(Module.USER_MANAGEMENT, Action.VIEW)),
        }

    @object_view(
        description=gettext_lazy("Grant to those left out"),
        requires=GRANT.requires,
        module=GRANT.module,
        icon="add",
        visible_if=lambda job: bool(left_out_of(job)),
    )
    def grant_left_out(self, request, job: BulkJob):
        """Show the form of a grant for those whom the job left out; their list's page takes it."""
        students = self.admin_site.get_model_admin(Student)
        begin_with = {"case_study": job.case_study_id, "amount": job.amount}
        if job.job_type == JobType.ATTEMPT_GRANT:
            begin_with["reason"] = job.reason
        form = students.form_of(request, GRANT, request.POST or None, **begin_with)
        answer = students.form_page_of(request, GRANT, left_out_of(job), form)
        answer.context_data["back"] = self.row_url(job)
        return answer
