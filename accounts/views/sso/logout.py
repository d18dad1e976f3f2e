"""The sign-out of a browser, here and at the CAS server (contract §2)."""

from django.conf import settings
from django.contrib.auth import logout
from django.http import HttpResponse, HttpResponseRedirect
from django_cas_ng import views as cas

from accounts.models import User
from accounts.services import sso
from accounts.services.sign_in_events import record_sign_out
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig, SSONotOffered


class SSOLogoutView(cas.LogoutView):
    """Where a browser signs out, here and at the CAS server. A form's POST with its CSRF token."""

    http_method_names = ("post",)
    # Where it ends; the CAS server sends browsers back there.
    back = "/"

    def post(self, request) -> HttpResponse:
        target = _after_logout(request, self.back)
        logout(request)
        response = HttpResponseRedirect(target)
        response.headers["Cache-Control"] = "no-store"
        return response


def _after_logout(request, back: str) -> str:
    """End the sign-in behind a browser session; return the address to go to next.

    It is its CAS server's logout, if it had one, which leads ``back``.
    """
    user, key = request.user, request.session.session_key
    if not isinstance(user, User):
        return back
    if key and sso.end_by_session(user=user, session_key=key):
        try:
            config = SSOConfig.of(user.tenant)
        except SSONotOffered:
            return back
        return TenantCASClient(config, "").get_logout_url(f"{settings.PUBLIC_URL}{back}")
    record_sign_out(actor=user, user=user, browser=1)
    return back
