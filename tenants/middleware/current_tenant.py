"""The tenant of an operator's request."""

from django.conf import settings
from django.contrib import admin
from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from config.api.exceptions import unavailable_page
from config.context import show_rows_of
from config.errors import BeingMoved
from tenants.addresses import home_of, slug_in, table_of
from tenants.current_tenant import current_tenant, misplaced
from tenants.models import Tenant
from tenants.time_zones import in_zone_of


class CurrentTenantMiddleware:
    """Set the ``tenant`` of requests of the admin, by their addresses.

    Requests from a page of another tenant, or of none, are refused before any view acts.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(settings.ADMIN_PATH):
            slug = slug_in(request.path)
            if request.user.is_authenticated:
                try:
                    _enter(request, slug)
                except BeingMoved as refusal:
                    return unavailable_page(request, refusal)
            elif slug is not None:
                # Whoever is not signed in must not see which universities there are.
                return redirect_to_login(request.get_full_path(), reverse("admin:login"))
            if slug and request.path == home_of(slug).rstrip("/"):
                return HttpResponseRedirect(home_of(slug))
        with in_zone_of(getattr(request, "tenant", None)):
            return self.get_response(request)

    def process_view(self, request, view, args, kwargs):
        if not hasattr(request, "tenant") or getattr(view, "is_of_no_tenant", False):
            return None
        if deleted := getattr(request, "deleted_tenant", None):
            return _page(request, "deleted", _("A deleted university"), status=410, tenant=deleted)
        found = misplaced(request)
        if found is None:
            return None
        return _page(
            request,
            "misplaced",
            _("Nothing was saved"),
            status=409,
            refusal=found.refusal,
            meant=found.tenant,
        )


def _enter(request, slug: str | None) -> None:
    tenant = current_tenant(request.user, request.path)
    if tenant is None:
        raise Http404
    tenant.require_here()
    if not tenant.is_active:
        request.deleted_tenant, tenant = tenant, request.user.tenant
    elif slug is not None:
        request.urlconf = table_of(slug)
    request.tenant = tenant
    show_rows_of(tenant.pk)


def _page(request, name: str, title: str, *, status: int, **context: str | Tenant | None):
    context |= admin.site.each_context(request) | {"title": title}
    return render(request, f"admin/console/{name}.html", context, status=status)
