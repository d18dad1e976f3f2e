"""The tenant of an operator's request."""

from django.conf import settings
from django.contrib import admin
from django.shortcuts import render

from config.context import show_rows_of
from tenants.current_tenant import current_tenant, misplaced


class CurrentTenantMiddleware:
    """Set the ``tenant`` of requests of the admin.

    Requests from a page of another tenant, or of none, are refused before any view acts.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(settings.ADMIN_PATH) and request.user.is_authenticated:
            request.tenant = current_tenant(request)
            show_rows_of(request.tenant.pk)
        return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not hasattr(request, "tenant") or getattr(view, "is_of_no_tenant", False):
            return None
        found = misplaced(request)
        if found is None:
            return None
        context = admin.site.each_context(request) | {
            "title": "Nothing was saved",
            "refusal": found.refusal,
            "meant": found.tenant,
        }
        return render(request, "admin/console/misplaced.html", context, status=409)
