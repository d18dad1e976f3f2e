"""The common parts of the pages on which people come from and go to a CAS server."""

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import render

from accounts import throttling
from accounts.sso.config import SSONotOffered
from accounts.sso.faults import Trouble
from accounts.views import devices, pages
from config.context import current_request
from config.errors import DomainError
from tenants.branding import Theme
from tenants.language import in_language_of
from tenants.models import Tenant
from tenants.queries.configuration import entered


class TenantPage:
    """What the pages under a tenant's slug share: the tenant, refusals for people, the headers.

    ``django_cas_ng``'s views come after it and have their ``get`` and ``post`` replaced: they know
    one server for all, and redirect to wherever they are told.
    """

    def dispatch(self, request, *args, tenant_slug: str, **kwargs) -> HttpResponse:
        self.tenant = entered(Tenant.objects.filter(slug=tenant_slug))
        try:
            if self.tenant is None:
                raise SSONotOffered
            response = super().dispatch(request, *args, **kwargs)
        except DomainError as refusal:
            response = self.refusal(refusal)
        # The address contains ticket and state; no logo's server or next page must get it.
        return pages.protect(response, referrer="no-referrer", forms="'none'")

    def refusal(self, refusal: DomainError) -> HttpResponse:
        """Return a page with the trouble in one sentence, and the next step."""
        # A page with its name would reveal that an organisation exists.
        is_known = not isinstance(refusal, SSONotOffered)
        tenant = self.tenant if is_known else None
        trouble: Trouble | None = getattr(refusal, "trouble", None)
        with in_language_of(tenant, self.request):
            context = {
                "status": refusal.status,
                "wait": getattr(refusal, "wait", None),
                "trouble": trouble and trouble.in_words,
                "addresses": getattr(refusal, "addresses", ()),
                "reference": current_request().id,
                "tenant": tenant,
                "theme": tenant and Theme.of(tenant),
            }
            response = render(self.request, "sso/refused.html", context, status=refusal.status)
        if "retry_after" in refusal.details:
            response.headers["Retry-After"] = str(refusal.details["retry_after"])
        return response

    @property
    def caller(self) -> str:
        """The caller whose attempts are counted: a device that signed in before, or the network."""
        device = devices.of(self.request)
        if device.is_known:
            return device.id
        return throttling.network_of(self.request)


def is_secure() -> bool:
    """Return whether browsers reach us by TLS, so that cookies can insist on it."""
    return settings.PUBLIC_URL.startswith("https://")
