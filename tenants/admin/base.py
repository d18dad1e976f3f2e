"""The base of pages about a tenant's rows."""

from django.contrib.admin.utils import unquote
from django.core.exceptions import PermissionDenied
from django.http import Http404
from django.template.response import TemplateResponse
from django.utils.functional import SimpleLazyObject
from unfold.contrib.filters.admin import RelatedDropdownFilter

from config.admin.forms import ConsoleModelForm
from config.admin.model_admin import ConsoleModelAdmin
from config.admin.parameters import PRESERVED, takes
from tenants.models import AuditEvent, Tenant
from tenants.services.audit import Actor

# The most events of a history; the audit trail has the rest.
_LATEST = 100


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

    @takes(PRESERVED)
    def history_view(self, request, object_id, extra_context=None):
        """Show the events of a row in the audit trail."""
        row = self.get_object(request, unquote(object_id))
        if row is None:
            raise Http404
        if not self.has_view_permission(request, row):
            raise PermissionDenied
        events = AuditEvent.objects.for_tenant(self.trail_of(request, row)).filter(
            target_type=self.audit_target, target_id=self.address_of(row)
        )
        context = {
            **self.page_context(request, row, f"History of {row}"),
            "object": row,
            "events": events.order_by("-event_time", "-pk")[:_LATEST],
            **(extra_context or {}),
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


def _choices(field, request):
    return field.remote_field.model.objects.for_tenant(request.tenant)
