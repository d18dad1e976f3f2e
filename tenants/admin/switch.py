"""The switch at the top left, by which Super Admins come into any university (contract §19)."""

from django.core.exceptions import PermissionDenied
from django.http import HttpResponseRedirect
from django.template.response import TemplateResponse
from django.urls import path
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.admin.object_views import object_view
from config.admin.parameters import takes
from config.api.filters import LONGEST_SEARCH
from config.models import Fold
from config.permissions import Action
from tenants.addresses import home_of
from tenants.models import Tenant

# Universities that the switch shows at once; beyond them one searches.
SHOWN = 20


class SwitchMixin:
    """The list that leads into a university, beside the pages about universities."""

    def get_urls(self) -> list:
        switch = self.admin_site.admin_view(self.switch)
        return [path("switch/", switch, name="tenants_tenant_switch"), *super().get_urls()]

    @takes("q")
    def switch(self, request):
        """List universities, by a part of name, slug or domain; their own comes first."""
        if not (self.has_view_permission(request) and request.user.is_super_admin):
            raise PermissionDenied
        text = request.GET.get("q", "").replace("\0", "").strip()[:LONGEST_SEARCH]
        others = Tenant.objects.active().exclude(pk=request.user.tenant_id)
        if text:
            others = others.search(text)
        found = list(others.order_by(Fold("name"), "pk")[: SHOWN + 1])
        context = self.admin_site.each_context(request) | {
            "title": _("Switch university"),
            "text": text,
            "longest": LONGEST_SEARCH,
            "universities": found[:SHOWN],
            "more": len(found) > SHOWN,
            "shown": SHOWN,
        }
        return TemplateResponse(request, "admin/console/switch.html", context)

    @object_view(
        description=gettext_lazy("Work in this university"),
        requires=Action.VIEW,
        icon="login",
        visible_if=lambda tenant: tenant.is_active,
    )
    def work_here(self, request, tenant: Tenant) -> HttpResponseRedirect:
        """Lead to the university's own dashboard."""
        return HttpResponseRedirect(home_of(tenant.slug))
