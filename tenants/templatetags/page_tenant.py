"""The mark of the tenant in forms of the admin, and its address; built in all templates."""

from django.template import Context, Library
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from config.admin.versions import mark_of
from tenants.addresses import home_of
from tenants.current_tenant import PAGE_TENANT
from tenants.models import Tenant

register = Library()


class _MarkedCsrfTokenNode(CsrfTokenNode):
    def render(self, context: Context) -> str:
        token = super().render(context)
        tenant = getattr(getattr(context, "request", None), "tenant", None)
        if tenant is None:
            return token
        return format_html(
            '{}<input type="hidden" name="{}" value="{}">{}',
            token,
            PAGE_TENANT,
            tenant.pk,
            mark_of(context),
        )


@register.tag
def csrf_token(parser, token) -> _MarkedCsrfTokenNode:
    """Return a node that writes Django's own token, whose the page is, and what its form showed.

    Every form that is posted has the token: those of Django and unfold as well as ours.
    """
    return _MarkedCsrfTokenNode()


@register.filter
def home(tenant: Tenant) -> str:
    """Return the address of a tenant's first page in the admin."""
    return home_of(tenant.slug)
