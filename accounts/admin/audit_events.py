"""The audit trail as a file, beside its list in the admin (contract §18)."""

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.urls import path, reverse

from accounts import throttling
from config.admin.parameters import takes
from config.errors import DomainError
from config.lines import MEDIA_TYPES
from tenants.admin.audit_events import AuditEventAdmin
from tenants.current_tenant import PAGE_TENANT
from tenants.models import AuditEvent
from tenants.services.exports import export_events

_NOT_OF_THE_LIST = ("format", PAGE_TENANT)


@admin.register(AuditEvent)
class ExportedAuditEventAdmin(AuditEventAdmin):
    """The audit trail, with links to a file of what the list shows: this app counts those."""

    change_list_template = "admin/console/audit_events.html"

    def get_urls(self) -> list:
        export = self.admin_site.admin_view(self.export)
        return [path("export/", export, name="tenants_auditevent_export"), *super().get_urls()]

    @takes(*_NOT_OF_THE_LIST, those_of="list_parameters")
    def export(self, request):
        """Return the events of the list as a file, by the list's own parameters."""
        if not (self.has_view_permission(request) and request.user.is_super_admin):
            raise PermissionDenied
        kind = request.GET.get("format")
        listed = request.GET.copy()
        for name in _NOT_OF_THE_LIST:
            listed.pop(name, None)
        request.GET = listed
        shown = self.get_changelist_instance(request)
        try:
            throttling.consume(export=request.user.pk)
        except DomainError as refusal:
            messages.error(request, refusal.message)
            url = reverse("admin:tenants_auditevent_changelist")
            return HttpResponseRedirect(f"{url}?{listed.urlencode()}")
        return export_events(
            actor=request.user,
            tenant=request.tenant,
            events=shown.get_queryset(request),
            filters={name: listed[name] for name in sorted(listed)},
            kind=kind if kind in MEDIA_TYPES else "csv",
        )
