"""The audit trail of the tenant that a Super Admin works in (contract §11)."""

from django.contrib import admin
from unfold.contrib.filters.admin import DropdownFilter

from config.admin.filters import DateRangeFilter
from config.admin.menu import Menu
from config.permissions import Module
from tenants.admin.base import TenantModelAdmin
from tenants.models import AuditEvent, EventType


class EventTypeFilter(DropdownFilter):
    title = "what happened"
    parameter_name = "event_type"

    def lookups(self, request, model_admin) -> list[tuple[str, str]]:
        return [(event.value, event.value) for event in EventType]

    def queryset(self, request, queryset):
        return queryset.filter(event_type=self.value()) if self.value() else queryset


@admin.register(AuditEvent)
class AuditEventAdmin(TenantModelAdmin):
    """The audit events, which nobody can change."""

    permission_module = Module.TENANT_MANAGEMENT
    menu = Menu.ORGANISATION
    menu_position = 90
    icon = "history"
    audit_target = "audit_event"

    list_display = ("event_time", "actor", "event_type", "target_type", "target_id", "address")
    list_filter = (EventTypeFilter, ("event_time", DateRangeFilter))
    list_filter_submit = True
    search_fields = ("target_id__exact", "actor_user_id__exact")
    search_help_text = "Id of who did it, or of what it was done to"
    sortable_by = ()
    fields = (*list_display, "user_agent", "actor_email", "request_id", "metadata")

    @admin.display(description="Who", empty_value="The system")
    def actor(self, event: AuditEvent) -> str | None:
        return event.actor_name
