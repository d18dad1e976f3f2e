"""The beginning of a sign-in at a tenant's CAS server (contract §2)."""

from django.conf import settings
from django.http import HttpResponse, HttpResponseRedirect
from django_cas_ng import views as cas

from accounts import throttling
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig
from accounts.sso.pending_login import LIFETIME, PendingLogin, cookie_name, cookie_prefix
from accounts.views.sso.page import TenantPage, drop_cookie, is_secure
from config.errors import RuleViolation

# The most cookies of pending logins in one browser.
_MOST_PENDING = 8


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
        )
        throttling.count("sso-login", self.caller, settings.SSO_LIMIT_PER_ADDRESS)
        return set_out(request, config, pending)


def set_out(request, config: SSOConfig, pending: PendingLogin) -> HttpResponse:
    """Return the redirect to the CAS server, with the cookie to come back with."""
    response = HttpResponseRedirect(TenantCASClient(config, pending.state).get_login_url())
    _forget_others(request, response)
    secure = is_secure()
    # Lax: the CAS server's redirect is a navigation from another site, which has to bring it.
    response.set_cookie(
        cookie_name(pending.state, secure=secure),
        pending.sealed(),
        max_age=LIFETIME,
        secure=secure,
        httponly=True,
        samesite="Lax",
    )
    return response


def _forget_others(request, response: HttpResponse) -> None:
    """Delete the cookies of pending logins that were begun and never finished."""
    prefix = cookie_prefix(secure=is_secure())
    others = [name for name in request.COOKIES if name.startswith(prefix)]
    if len(others) >= _MOST_PENDING:
        for name in others:
            drop_cookie(response, name)
