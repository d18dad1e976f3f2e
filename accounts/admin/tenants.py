"""The settings of a university's single sign-on in the admin, and a test of them."""

from django.contrib import admin, messages
from django.template.response import TemplateResponse
from django.utils.translation import gettext_lazy as _

from accounts import throttling
from accounts.admin import single_sign_on
from accounts.services.sso_check import check_sso, is_usable
from config.admin.menu import with_item
from config.admin.object_views import object_view
from config.errors import RateLimited
from config.permissions import Action
from tenants.admin.tenants import TenantAdmin
from tenants.models import Tenant

# The page of tenants belongs to the app ``tenants``; only this app knows how people sign in.
admin.site.unregister(Tenant)


@admin.register(Tenant)
class TestedTenantAdmin(TenantAdmin):
    """All tenants, with their people's single sign-on."""

    actions_detail = with_item(
        with_item(TenantAdmin.actions_detail, _("Settings"), "single_sign_on"),
        _("Settings"),
        "test_single_sign_on",
    )

    @object_view(description=_("Single sign-on"), requires=Action.EDIT, icon="key")
    def single_sign_on(self, request, tenant: Tenant):
        """Show and save the settings; what would keep people out is tested first."""
        return single_sign_on.answer(self, request, tenant)

    @object_view(description=_("Test single sign-on"), requires=Action.EDIT, icon="network_check")
    def test_single_sign_on(self, request, tenant: Tenant):
        """Test the CAS server after a press of the button: it may take some seconds."""
        findings = None
        if request.method == "POST":
            try:
                throttling.consume(check=request.user.pk)
                findings = check_sso(tenant)
            except RateLimited as refusal:
                messages.error(request, refusal.message)
        context = {
            **self.page_context(request, tenant, _("Test single sign-on")),
            "findings": findings and single_sign_on.told(findings),
            "is_usable": findings is not None and is_usable(findings),
        }
        return TemplateResponse(request, "admin/console/sso_check.html", context)
