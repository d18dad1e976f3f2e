"""The page of the attempts ledger, which is read-only (contract §9)."""

from django.contrib import admin
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _
from unfold.contrib.filters.admin import ChoicesDropdownFilter, DropdownFilter
from unfold.decorators import display

from config.admin.display import timestamp
from config.admin.filters import DateRangeFilter
from config.admin.menu import Menu
from config.admin.object_views import ReadOnlyPageMixin
from config.permissions import Action, Module, flag
from students.admin.student_related import StudentFilter, StudentRelatedMixin, at
from students.models import AttemptTransaction
from students.queries.histories import events_of_line
from students.queries.transactions import GrantState, granted
from tenants.admin.base import TenantModelAdmin, TenantRelatedFilter
from tenants.models import AuditEvent


class ExpiryFilter(DropdownFilter):
    """A filter of grants: in force without an end, in force until an end, or lapsed."""

    title = _("grants")
    parameter_name = "grants"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [
            (GrantState.LASTING, _("In force, without an end")),
            (GrantState.EXPIRING, _("In force, will expire")),
            (GrantState.EXPIRED, _("Expired")),
        ]

    def queryset(self, request, queryset):
        if self.value() not in list(GrantState):
            return queryset
        return granted(queryset, GrantState(self.value()), now=timezone.now())


@admin.register(AttemptTransaction)
class LedgerAdmin(StudentRelatedMixin, ReadOnlyPageMixin, TenantModelAdmin):
    """The lines of grants, revocations and expiries; none is ever changed or deleted."""

    permission_module = Module.ATTEMPT_MANAGEMENT
    audit_target = "attempt"
    menu = Menu.ATTEMPTS
    menu_position = 1
    icon = "receipt_long"
    empty_text = _("Grant attempts on a student's page, or to many in the list of students.")

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
    ordering = ("-created_at", "-id")
    row_template = "admin/students/ledger_line.html"

    recorded = at("created_at", _("Recorded"))
    lapses = at("expires_at", _("Expires"))

    @display(
        description=_("Type"), label={"grant": "success", "revoke": "warning", "expiry": "default"}
    )
    def kind(self, line: AttemptTransaction) -> tuple[str, str]:
        return line.type, line.get_type_display()

    @display(description=_("By"))
    def recorded_by(self, line: AttemptTransaction) -> str:
        return line.actor_name or _("The system")

    def get_queryset(self, request):
        # Django leaves list_select_related out where a manager joins already.
        return super().get_queryset(request).select_related("user", "case_study")

    def events_of(self, request, row: AttemptTransaction) -> QuerySet[AuditEvent]:
        return events_of_line(row)

    def origin_of(self, row: AttemptTransaction, events: list[AuditEvent]) -> str:
        if any(event.event_time >= row.created_at for event in events):
            return ""
        return _("Recorded on %(moment)s by %(who)s.") % {
            "moment": timestamp(row.created_at),
            "who": row.actor_name or _("the system"),
        }

    def row_context(self, request, line: AttemptTransaction) -> dict:
        return {
            "title": _("Transaction"),
            "line": line,
            "lapsed": line.expires_at is not None and line.expires_at <= timezone.now(),
            "may_see_students": request.user.has_flag(flag(Module.USER_MANAGEMENT, Action.VIEW)),
        }
