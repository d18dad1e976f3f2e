"""The ways on: to a tenant's CAS server, or past it, to where the sign-in was to lead."""

from django.http import HttpResponse, HttpResponseRedirect

from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig
from accounts.sso.pending_login import PendingLogin, cookie_name, cookie_prefix
from accounts.sso.state import LIFETIME
from accounts.views import cookies
from accounts.views.sso.page import is_secure

# What a front end is told when nobody has signed in (OpenID Connect's word for that).
_NOBODY = "login_required"


def set_out(request, config: SSOConfig, pending: PendingLogin) -> HttpResponse:
    """Return the redirect to the CAS server, with the cookie to come back with."""
    client = TenantCASClient(config, pending.state, gateway=pending.gateway)
    response = HttpResponseRedirect(client.get_login_url())
    secure = is_secure()
    cookies.keep(
        request,
        response,
        cookie_name(pending.state, secure=secure),
        pending.sealed(),
        prefix=cookie_prefix(secure=secure),
        seconds=LIFETIME,
        secure=secure,
    )
    return response


def nobody(config: SSOConfig, pending: PendingLogin) -> HttpResponse:
    """Return the way on for who only asked whether somebody is signed in, when nobody is."""
    if pending.challenge:
        return back_to_front_end(config)
    return HttpResponseRedirect(pending.next or "/")


def back_to_front_end(config: SSOConfig, trouble: str = "") -> HttpResponse:
    """Return the way to the tenant's front end without a code; it may begin anew itself."""
    said = {"error": _NOBODY} | ({"error_description": trouble} if trouble else {})
    return HttpResponseRedirect(config.landing_url(**said))
