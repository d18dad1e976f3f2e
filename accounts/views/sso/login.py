"""The beginning of a sign-in at a tenant's CAS server (contract §2)."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django_cas_ng import views as cas

from accounts import throttling
from accounts.sso.config import SSOConfig
from accounts.sso.pending_login import PendingLogin
from accounts.views.sso import sessions
from accounts.views.sso.page import TenantPage
from accounts.views.sso.ways import nobody, set_out
from config.errors import RuleViolation


class SSOLoginView(TenantPage, cas.LoginView):
    """Where a sign-in begins: on to the tenant's CAS server, with a cookie to come back with."""

    http_method_names = ("get",)

    def get(self, request) -> HttpResponse:
        config = SSOConfig.of(self.tenant)
        if request.GET.get("code_challenge_method", "S256") != "S256":
            raise RuleViolation("code_challenge_method has to be S256.")
        pending = PendingLogin.begin(
            tenant=self.tenant,
            next_page=request.GET.get("next"),
            challenge=request.GET.get("code_challenge"),
            gateway=_wants_gateway(request.GET.get("gateway", "false")),
        )
        if pending.gateway and (known := self._known_already(config, pending)):
            return known
        throttling.count("sso-login", self.caller, settings.SSO_LIMIT_PER_ADDRESS)
        return set_out(request, config, pending)

    def _known_already(self, config: SSOConfig, pending: PendingLogin) -> HttpResponse | None:
        """Return where a gateway leads without asking the server; None if it has to be asked."""
        is_here = sessions.page_of(self.request, self.tenant, pending.state) is not None
        if pending.next and is_here:
            return HttpResponseRedirect(pending.next)
        # Whoever has to show each time who they are is signed in nowhere.
        return nobody(config, pending) if config.renew else None


def _wants_gateway(value: str) -> bool:
    if value not in {"true", "false"}:
        raise RuleViolation("gateway has to be true or false.")
    return value == "true"
