"""The mark of the tenant in forms of the admin; built in, so that no template has to load it."""

from django.template import Context, Library
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from tenants.current_tenant import PAGE_TENANT

register = Library()


class _MarkedCsrfTokenNode(CsrfTokenNode):
    def render(self, context: Context) -> str:
        token = super().render(context)
        tenant = getattr(getattr(context, "request", None), "tenant", None)
        if tenant is None:
            return token
        return format_html(
            '{}<input type="hidden" name="{}" value="{}">', token, PAGE_TENANT, tenant.pk
        )


@register.tag
def csrf_token(parser, token) -> _MarkedCsrfTokenNode:
    """Return a node that writes Django's own token, and the tenant that the page is made for.

    Every form that is posted has the token: those of Django and unfold as well as ours.
    """
    return _MarkedCsrfTokenNode()
