"""The base of pages about a tenant's rows."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.db.models import QuerySet
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from unfold.contrib.filters.admin import RelatedDropdownFilter

from config.admin.forms import ConsoleModelForm
from config.admin.model_admin import ConsoleModelAdmin
from config.admin.parameters import PRESERVED, takes
from config.admin.versions import LatestChange
from config.context import within
from tenants.admin import history
from tenants.models import AuditEvent, Tenant
from tenants.queries.histories import events_about
from tenants.services.audit import Actor

# The most events of a history; the audit trail has the rest.
_LATEST = 100

# The fields of forms that are called otherwise in the trail.
_FIELDS = {"role_id": "role", "allowed_origins": "origins"}


class TenantModelForm(ConsoleModelForm):
    """A row's fields, for a form that knows its tenant and its operator."""

    tenant: Tenant
    actor: Actor
    is_new: bool


class AuditedModelAdmin(ConsoleModelAdmin):
    """Rows whose history is in the audit trail, under the type ``audit_target``."""

    audit_target: str

    def trail_of(self, request, row) -> Tenant:
        """Return the tenant whose audit trail contains a row's history."""
        return request.tenant

    def latest_changes(self, request, row) -> dict[str, LatestChange]:
        """Return who changed each field of the row last, by its audit trail."""
        # Somebody's own profile is in the trail of their tenant, wherever they work.
        trail = getattr(row, "tenant_id", None) or self.trail_of(request, row).pk
        with within(trail):
            # Of any type: a role's permissions have one of their own.
            events = AuditEvent.objects.for_tenant(trail).filter(target_id=self.address_of(row))
            found: dict[str, LatestChange] = {}
            for event in events.order_by("-event_time", "-pk")[:_LATEST]:
                change = LatestChange(event.actor_name or _("The system"), event.event_time)
                for name in event.metadata.get("changes", {}):
                    found.setdefault(_FIELDS.get(name, name), change)
        return found

    def events_of(self, request, row) -> QuerySet[AuditEvent]:
        """Return the events that make up a row's history."""
        return events_about(
            self.trail_of(request, row).pk,
            self.audit_target,
            self.address_of(row),
            viewer=request.user,
        )

    def origin_of(self, row, events: list[AuditEvent]) -> str:
        """Return how a row came to be, where none of its events says so."""
        return history.origin(row, events)

    def ways_to_the_trail(self, request, row) -> dict[str, str]:
        """Return the queries of the trail's list about a row, for those who may see it."""
        trail = self.admin_site.get_model_admin(AuditEvent)
        if self.trail_of(request, row) != request.tenant or not trail.has_view_permission(request):
            return {}
        ways = {"all_about": urlencode({"q": self.address_of(row)})}
        if self.audit_target == "user":
            ways |= {"name": row.display_name, "all_by": urlencode({"done_by": row.email})}
        return ways

    def history_parameters(self, request) -> frozenset[str]:
        """Return the parameters that a History page takes besides."""
        return frozenset()

    @takes(PRESERVED, those_of="history_parameters")
    def history_view(self, request, object_id, extra_context=None):
        """Show the history of a row to those who may see the row."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        return self.history_page(request, row, extra_context or {})

    def history_page(self, request, row, extra_context: dict) -> TemplateResponse:
        """Return the page with the events of a row in the audit trail."""
        events = history.told(request, self.trail_of(request, row), self.events_of(request, row))
        context = {
            **self.page_context(request, row, _("History of %(row)s") % {"row": row}),
            "object": row,
            "events": events,
            "origin": self.origin_of(row, events),
            "is_cut": len(events) == history.LATEST,
            **self.ways_to_the_trail(request, row),
            **extra_context,
        }
        return TemplateResponse(request, "admin/console/history.html", context)


class TenantModelAdmin(AuditedModelAdmin):
    """Rows, choices and history of the operator's current tenant; those of others do not exist."""

    form = TenantModelForm

    def get_form(self, request, obj=None, change=False, **kwargs):
        form_class = super().get_form(request, obj, change=change, **kwargs)
        form_class.tenant, form_class.actor = request.tenant, request.user
        form_class.is_new = not change
        return form_class

    def get_queryset(self, request):
        ordering = self.get_ordering(request)
        rows = self.model.objects.for_tenant(request.tenant)
        return rows.order_by(*ordering) if ordering else rows

    def formfield_for_foreignkey(self, db_field, request, **kwargs):
        kwargs.setdefault("queryset", _choices(db_field, request))
        return super().formfield_for_foreignkey(db_field, request, **kwargs)

    def formfield_for_manytomany(self, db_field, request, **kwargs):
        kwargs.setdefault("queryset", _choices(db_field, request))
        return super().formfield_for_manytomany(db_field, request, **kwargs)


class TenantRelatedFilter(RelatedDropdownFilter):
    """A filter whose choices are the tenant's rows."""

    def field_choices(self, field, request, model_admin):
        # The query runs when the choices are shown, and not for the filter's name alone.
        return SimpleLazyObject(lambda: [(row.pk, str(row)) for row in _choices(field, request)])

    def has_output(self) -> bool:
        """Return whether there is something to choose, or something chosen to be taken back."""
        return bool(self.lookup_val) or super().has_output()


def _choices(field, request):
    return field.remote_field.model.objects.for_tenant(request.tenant)
