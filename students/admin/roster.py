"""The pages on which rosters are uploaded, checked, reviewed, confirmed and imported."""

from django import forms
from django.conf import settings
from django.contrib import admin
from django.http import HttpResponseRedirect
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.widgets import UnfoldAdminFileFieldWidget, UnfoldAdminSelectWidget

from config.admin.confirm_action import confirm_action
from config.admin.menu import Menu
from config.permissions import Action, Module
from programmes.models import Programme
from students.models import ImportState, RosterImport
from students.services.roster import uploads
from students.services.roster.formats.encodings import NAMED
from students.services.roster.report import TITLES
from tenants.admin.base import TenantModelAdmin, TenantModelForm


class RosterForm(TenantModelForm):
    """A roster, and the options of its import."""

    people = forms.FileField(
        label="Roster",
        widget=UnfoldAdminFileFieldWidget,
        help_text=(
            "CSV, XLSX, or a ZIP file: our own students export, or the users of Canvas, OneRoster, "
            "Moodle or Blackboard."
        ),
    )
    companion = forms.FileField(
        label="Second file",
        required=False,
        widget=UnfoldAdminFileFieldWidget,
        help_text="Canvas' enrollments.csv or OneRoster's roles.csv: tells who is a student.",
    )
    encoding = forms.ChoiceField(
        label="Encoding",
        required=False,
        choices=[
            ("", "UTF-8, or UTF-16 with its mark"),
            *((name, f"{name} ({where})") for name, where in NAMED.items()),
        ],
        widget=UnfoldAdminSelectWidget,
        help_text="Only for CSV files of old programs: one that needs it is refused with examples.",
    )
    programme = forms.ModelChoiceField(
        Programme.objects.none(),
        label="Programme that everybody joins",
        required=False,
        to_field_name="code",
        widget=UnfoldAdminSelectWidget,
    )

    class Meta:
        model = RosterImport
        fields = ()
        labels = {
            "max_change": "Largest change",
            "deactivate_missing": "Deactivate who is missing",
            "skip_bad_rows": "Leave bad rows out",
        }
        help_texts = {
            "max_change": (
                "Refuse the roster if it changes more students than this: 25, or 10% of the active "
                "ones."
            ),
            "deactivate_missing": "Active students who are not in the roster become inactive.",
            "skip_bad_rows": "Import the others. Otherwise one bad row refuses the whole roster.",
        }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        active = Programme.objects.for_tenant(self.tenant).filter(is_active=True)
        if "programme" in self.fields:
            self.fields["programme"].queryset = active

    def clean_programme(self) -> str:
        programme = self.cleaned_data["programme"]
        return programme.code if programme else ""


@admin.register(RosterImport)
class RosterImportAdmin(TenantModelAdmin):
    """The tenant's imports; their reports stay, their files do not."""

    permission_module = Module.USER_MANAGEMENT
    # Two files, and the rest of the form.
    upload_bytes = 2 * uploads.MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    allowed_actions = frozenset({Action.CREATE})
    audit_target = "roster_import"
    menu = Menu.PEOPLE
    menu_position = 50
    icon = "upload_file"

    form = RosterForm
    fields = (
        "people",
        "companion",
        "encoding",
        "programme",
        "max_change",
        "deactivate_missing",
        "skip_bad_rows",
    )
    list_display = ("file_name", "status", "created_by_name", "created_at", "finished_at")
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    sortable_by = ()
    change_form_template = "admin/console/roster_import.html"
    actions_detail = ("confirm", "try_again", "discard")

    @admin.display(description="State")
    def status(self, row: RosterImport) -> str:
        return "the worker stopped" if row.is_stuck else row.get_state_display()

    def get_queryset(self, request):
        return super().get_queryset(request).defer("people_content", "companion_content")

    def get_fields(self, request, obj=None) -> tuple[str, ...]:
        # The files of an import that is there are not shown again.
        return self.fields[2:] if obj else self.fields

    def create_row(self, *, actor, tenant, **values) -> RosterImport:
        return uploads.upload_roster(actor=actor, tenant=tenant, **values)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        counts = obj.report.get("counts", {}) if obj else {}
        context["figures"] = [(TITLES[name], count) for name, count in counts.items()]
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def response_add(self, request, obj, post_url_continue=None):
        """Redirect to the page of the import, where the result of its check will appear."""
        return HttpResponseRedirect(self.row_url(obj))

    @confirm_action(
        description="Import",
        requires=Action.EDIT,
        icon="check",
        question="Import {row} as it was checked? It is done as a whole or not at all.",
        visible_if=lambda row: row.state == ImportState.CHECKED,
    )
    def confirm(self, request, row: RosterImport) -> str:
        uploads.confirm_import(actor=request.user, row=row)
        return f"{row} is being imported."

    @confirm_action(
        description="Try again",
        requires=Action.EDIT,
        icon="restart_alt",
        question="Try {row} again? Nothing was heard of the worker that was at it.",
        visible_if=lambda row: row.is_stuck,
    )
    def try_again(self, request, row: RosterImport) -> str:
        uploads.retry_import(actor=request.user, row=row)
        return f"{row} is tried again."

    @confirm_action(
        description="Discard",
        requires=Action.CREATE,
        icon="delete",
        question="Discard {row}? Its file is forgotten; nobody's data changes.",
        visible_if=lambda row: row.state == ImportState.CHECKED or row.is_stuck,
    )
    def discard(self, request, row: RosterImport) -> str:
        uploads.discard_import(actor=request.user, row=row)
        return f"{row} is discarded."
