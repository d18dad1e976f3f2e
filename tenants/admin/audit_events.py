"""The audit trail of the tenant that a Super Admin works in, in words (contract §11, §18)."""

from django.contrib import admin, messages
from django.http import QueryDict
from django.template.loader import render_to_string
from django.utils.translation import gettext_lazy as _

from config.admin.changelist import ConsoleChangeList
from config.admin.display import day_and_time, moment
from config.admin.filters import DateRangeFilter
from config.admin.menu import Menu
from config.lines import MEDIA_TYPES
from config.permissions import Module
from tenants.admin.base import TenantModelAdmin
from tenants.admin.sentences import KINDS
from tenants.admin.trail_filters import (
    DoneByFilter,
    DoneToFilter,
    EventTypeFilter,
    JobFilter,
    PlaceFilter,
)
from tenants.admin.words import Words
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent, Tenant
from tenants.queries import trail


class AuditEventChangeList(ConsoleChangeList):
    """A page of events, each with its sentence.

    The event of a job stands for its lines, which are shown when they are asked for: those of the
    job, or those about somebody.
    """

    tenant: Tenant

    def get_queryset(self, request, exclude_parameters=None):
        events = super().get_queryset(request, exclude_parameters)
        asked = (JobFilter.parameter_name, DoneToFilter.parameter_name)
        if self.query.strip() or any(map(self.filter_params.get, asked)):
            return events
        return trail.shown(events)

    def get_results(self, request) -> None:
        super().get_results(request)
        self.tenant = request.tenant
        words = Words(request, request.tenant, self.result_list)
        for event in self.result_list:
            words.tell(event)

    @property
    def export_queries(self) -> dict[str, str]:
        """The query of a file of the list as shown, for each kind; it names the tenant."""
        asked = QueryDict(mutable=True)
        asked.update({name: texts[-1] for name, texts in self.filter_params.items()})
        if self.query:
            asked["q"] = self.query
        asked[PAGE_TENANT] = self.tenant.pk
        queries = {}
        for kind in MEDIA_TYPES:
            asked["format"] = kind
            queries[kind] = asked.urlencode()
        return queries


class AuditEventAdmin(TenantModelAdmin):
    """The audit events, which nobody can change; ``accounts`` registers them, with files."""

    permission_module = Module.TENANT_MANAGEMENT
    menu = Menu.ORGANISATION
    menu_position = 90
    icon = "history"
    audit_target = "audit_event"

    list_display = ("when", "what", "address")
    list_filter = (
        *(EventTypeFilter, DoneByFilter, DoneToFilter, PlaceFilter),
        *(("event_time", DateRangeFilter), JobFilter),
    )
    list_filter_submit = True
    search_fields = ("target_id",)  # there is a box; see get_search_results
    search_help_text = _("Name, e-mail or id of anybody concerned")
    sortable_by = ()
    fields = (
        *("at", "what", "changes", "facts", "kind", "actor", "actor_email"),
        *("address", "user_agent", "request_id", "actor_user_id", "target_type", "target_id"),
    )

    def get_changelist(self, request, **kwargs) -> type[ConsoleChangeList]:
        return AuditEventChangeList

    def get_object(self, request, object_id, from_field=None):
        event = super().get_object(request, object_id, from_field)
        if event is not None:
            event.words = Words(request, request.tenant, [event])
            event.words.tell(event)
        return event

    def get_search_results(self, request, queryset, search_term):
        """Keep the events of an id, or of the people whom a search finds, if it finds few."""
        text = search_term.strip()
        if not text:
            return queryset, False
        is_of_job = bool(request.GET.get(JobFilter.parameter_name))
        try:
            found = trail.concerning(queryset, request.tenant.pk, text, lines=is_of_job)
        except trail.TooManyPeople as refusal:
            messages.warning(request, refusal.message)
            return queryset.none(), False
        return found, False

    # Columns and fields ----------------------------------------------------------------------

    @admin.display(description=_("When"))
    def when(self, event: AuditEvent) -> str:
        return day_and_time(event.event_time)

    @admin.display(description=_("When"))
    def at(self, event: AuditEvent) -> str:
        return moment(event.event_time)

    @admin.display(description=_("What happened"))
    def what(self, event: AuditEvent) -> str:
        return render_to_string("admin/console/told.html", {"event": event})

    @admin.display(description=_("Address"), empty_value="–")
    @admin.display(description=_("Changes"), empty_value=_("None"))
    def changes(self, event: AuditEvent) -> str | None:
        return event.words.changes(event) or None

    @admin.display(description=_("What else is known"), empty_value=_("Nothing"))
    def facts(self, event: AuditEvent) -> str | None:
        return event.words.facts(event) or None

    @admin.display(description=_("Kind"))
    def kind(self, event: AuditEvent) -> str:
        return str(KINDS.get(event.event_type, event.event_type))

    @admin.display(description=_("Who"))
    def actor(self, event: AuditEvent) -> str:
        return event.actor_name or event.words.actor(event)
