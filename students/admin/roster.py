"""The pages on which rosters are uploaded, checked, reviewed, confirmed and imported."""

from django.conf import settings
from django.contrib import admin, messages
from django.db.models import QuerySet
from django.http import HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from unfold.contrib.filters.admin import ChoicesDropdownFilter
from unfold.enums import ActionVariant

from accounts.admin.limits import LimitedAddMixin
from config.admin.confirm_action import confirm_action
from config.admin.display import timestamp
from config.admin.menu import Menu
from config.admin.parameters import PRESERVED, takes
from config.permissions import Action, Module
from students.admin.roster_forms import ConfirmForm, LimitForm, RosterForm
from students.admin.roster_tables import tables_of
from students.admin.student_related import at
from students.models import ImportState, RosterImport
from students.models.imports import FILES
from students.queries.histories import events_of_import
from students.services.roster import uploads
from students.services.roster.importing import MAX_CHANGE, SKIP_BAD_ROWS
from students.services.roster.report import TITLES
from tenants.admin.base import TenantModelAdmin
from tenants.models import AuditEvent

# The parameter that names the import whose corrected file is uploaded.
REPLACES = "replaces"

# What is taken over from it.
_OPTIONS = (
    *("encoding", "programme", "max_change", "deactivate_missing", "skip_bad_rows"),
    "allow_erased",
)

# Files to begin with, in each format that is understood.
SAMPLES = (
    (_("Our own students export"), ("students.csv",)),
    (_("Canvas"), ("canvas-users.csv", "canvas-enrollments.csv")),
    (_("OneRoster"), ("oneroster-users.csv", "oneroster-roles.csv")),
    (_("Moodle"), ("moodle-users.csv",)),
    (_("Blackboard"), ("blackboard-people.txt",)),
)


@admin.register(RosterImport)
class RosterImportAdmin(LimitedAddMixin, TenantModelAdmin):
    """The tenant's imports; their reports stay, their files do not."""

    permission_module = Module.USER_MANAGEMENT
    # Two files, and the rest of the form.
    upload_bytes = 2 * uploads.MAX_BYTES + settings.DATA_UPLOAD_MAX_MEMORY_SIZE
    allowed_actions = frozenset({Action.CREATE})
    add_limit = "upload"
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
        "allow_erased",
        "replaces",
    )
    list_display = ("file_name", "status", "created_by_name", "uploaded", "finished")
    uploaded = at("created_at", _("Created at"))
    finished = at("finished_at", _("Finished at"))
    list_filter = (("state", ChoicesDropdownFilter),)
    list_filter_submit = True
    sortable_by = ()
    change_form_template = "admin/console/roster_import.html"
    actions_detail = ("confirm", "leave_out", "raise_limit", "try_again", "discard")

    def has_add_permission(self, request) -> bool:
        """Return whether the operator may add people and change others, as an import does both."""
        return super().has_add_permission(request) and self.has_flag(request, Action.EDIT)

    def may_use(self, request, method, row) -> bool:
        writes = (Action.CREATE, Action.EDIT)
        return super().may_use(request, method, row) and (
            method.requires == Action.VIEW or all(self.has_flag(request, one) for one in writes)
        )

    @admin.display(description=_("State"))
    def status(self, row: RosterImport) -> str:
        return _("the worker stopped") if row.is_stuck else row.get_state_display()

    def get_queryset(self, request):
        return super().get_queryset(request).defer(*FILES)

    def get_fields(self, request, obj=None) -> tuple[str, ...]:
        # The files of an import that is there are not shown again.
        return self.fields[2:-1] if obj else self.fields

    @takes(PRESERVED, REPLACES)
    def add_view(self, request, form_url="", extra_context=None):
        return super().add_view(request, form_url, {"samples": SAMPLES} | (extra_context or {}))

    def get_changeform_initial_data(self, request) -> dict:
        """Return the options of the import whose corrected file is about to be uploaded."""
        former = self.get_object(request, request.GET.get(REPLACES, ""))
        if former is None:
            return {}
        return {name: getattr(former, name) for name in _OPTIONS} | {"replaces": former.pk}

    def create_row(self, *, actor, tenant, **values) -> RosterImport:
        return uploads.upload_roster(actor=actor, tenant=tenant, **values)

    def render_change_form(self, request, context, *args, obj=None, **kwargs):
        if obj:
            context |= {"figures": _figures(obj), "steps": self._steps(request, obj)}
            context["tables"] = list(tables_of(obj))
            context["actions_detail"] = []  # they stand beside the figures
        return super().render_change_form(request, context, *args, obj=obj, **kwargs)

    def _steps(self, request, row: RosterImport) -> list[tuple[str, str]]:
        """Return what the operator may do next with an import, the main thing first."""
        bad = row.report.get("counts", {}).get("bad_rows", 0)
        words = {
            "confirm": _("Import"),
            "leave_out": ngettext(
                "Leave the %(n)s bad row out", "Leave the %(n)s bad rows out", bad
            )
            % {"n": f"{bad:,}"},
            "raise_limit": _("Raise the limit"),
            "try_again": _("Try again"),
            "discard": _("Discard"),
        }
        offered = [action.action_name for action in self.get_actions_detail(request, row.pk)]
        prefix = f"{self.opts.app_label}_{self.opts.model_name}_"
        steps = [
            (words[name], reverse(f"admin:{prefix}{name}", args=[row.pk]))
            for name in (full.removeprefix(prefix) for full in offered)
        ]
        if row.state == ImportState.REFUSED and self.has_add_permission(request):
            add = reverse("admin:students_rosterimport_add")
            corrected = (_("Upload the corrected file"), f"{add}?{REPLACES}={row.pk}")
            steps.insert(0 if not steps or "leave_out" not in "".join(offered) else 1, corrected)
        return steps

    def page_context(self, request, row, title) -> dict:
        return super().page_context(request, row, title) | {"figures": _figures(row)}

    def events_of(self, request, row: RosterImport) -> QuerySet[AuditEvent]:
        return events_of_import(row)

    def origin_of(self, row: RosterImport, events: list[AuditEvent]) -> str:
        return _("Uploaded on %(moment)s by %(who)s.") % {
            "moment": timestamp(row.created_at),
            "who": row.created_by_name or _("somebody"),
        }

    def response_add(self, request, obj, post_url_continue=None):
        """Redirect to the page of the import, where the result of its check will appear."""
        return HttpResponseRedirect(self.row_url(obj))

    def plan_of(self, request, row: RosterImport, data) -> ConfirmForm:
        return ConfirmForm(data, initial={"plan_hash": row.plan_hash})

    @confirm_action(
        description=_("Import"),
        requires=Action.EDIT,
        icon="check",
        question=_("Import {row} as it was checked? It is done as a whole or not at all."),
        form_for=plan_of,
        visible_if=lambda row: row.state == ImportState.CHECKED,
        template="admin/console/roster_confirm.html",
    )
    def confirm(self, request, row: RosterImport, plan_hash: str) -> str | None:
        """Import the plan; where it is another one by now, lead to the page that shows it."""
        try:
            uploads.confirm_import(actor=request.user, row=row, plan_hash=plan_hash)
        except uploads.ImportChanged as changed:
            messages.warning(request, changed.message)
            return None
        return _("%(row)s is being imported.") % {"row": row}

    @confirm_action(
        description=_("Leave the bad rows out"),
        requires=Action.EDIT,
        icon="playlist_remove",
        question=_(
            "Check {row} again without its bad rows? Nothing is imported yet: you see first what "
            "the others would do."
        ),
        visible_if=lambda row: row.waits_for_remedy and row.report.get("remedy") == SKIP_BAD_ROWS,
        template="admin/console/roster_confirm.html",
    )
    def leave_out(self, request, row: RosterImport) -> str:
        uploads.recheck_import(actor=request.user, row=row, skip_bad_rows=True)
        return _("%(file)s is checked again, without its bad rows.") % {"file": row}

    @confirm_action(
        description=_("Raise the limit"),
        requires=Action.EDIT,
        icon="moving",
        question=_(
            "Check {row} again with another limit? Be sure that it is the right file. Nothing is "
            "imported yet."
        ),
        form_class=LimitForm,
        visible_if=lambda row: row.waits_for_remedy and row.report.get("remedy") == MAX_CHANGE,
        template="admin/console/roster_confirm.html",
    )
    def raise_limit(self, request, row: RosterImport, max_change: str) -> str:
        uploads.recheck_import(actor=request.user, row=row, max_change=max_change)
        return _("%(file)s is checked again, with the other limit.") % {"file": row}

    @confirm_action(
        description=_("Try again"),
        requires=Action.EDIT,
        icon="restart_alt",
        question=_("Try {row} again? Nothing was heard of the worker that was at it."),
        visible_if=lambda row: row.is_stuck,
    )
    def try_again(self, request, row: RosterImport) -> str:
        uploads.retry_import(actor=request.user, row=row)
        return _("%(row)s is tried again.") % {"row": row}

    @confirm_action(
        description=_("Discard"),
        requires=Action.CREATE,
        icon="delete",
        question=_("Discard {row}? Its file is forgotten; nobody's data changes."),
        visible_if=uploads.is_open,
        variant=ActionVariant.DANGER,
    )
    def discard(self, request, row: RosterImport) -> str:
        uploads.discard_import(actor=request.user, row=row)
        return _("%(row)s is discarded.") % {"row": row}


def _figures(row: RosterImport) -> list[tuple[str, int]]:
    """Return what the plan does, as titles and numbers, in the order in which people read them."""
    counts = row.report.get("counts", {})
    return [(title, counts[name]) for name, title in TITLES.items() if name in counts]
