"""A test of a tenant's single sign-on, beside its settings in the admin."""

from django.contrib import admin
from django.template.response import TemplateResponse

from accounts.services.sso_check import check_sso, is_usable
from config.admin.menu import with_item
from config.admin.object_views import object_view
from config.permissions import Action
from tenants.admin.tenants import TenantAdmin
from tenants.models import Tenant

# The page of tenants belongs to the app ``tenants``; only this app knows how people sign in.
admin.site.unregister(Tenant)


@admin.register(Tenant)
class TestedTenantAdmin(TenantAdmin):
    """All tenants, with a test of their people's sign-in."""

    actions_detail = with_item(TenantAdmin.actions_detail, "Settings", "test_single_sign_on")

    @object_view(description="Test single sign-on", requires=Action.EDIT, icon="network_check")
    def test_single_sign_on(self, request, tenant: Tenant):
        """Test the CAS server after a press of the button: it may take some seconds."""
        findings = check_sso(tenant) if request.method == "POST" else None
        context = {
            **self.page_context(request, tenant, "Test single sign-on"),
            "findings": findings,
            "is_usable": findings is not None and is_usable(findings),
        }
        return TemplateResponse(request, "admin/console/sso_check.html", context)
