"""The return from a tenant's CAS server, and the server's logout requests (contract §2)."""

import logging
import re

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse, QueryDict, UnreadablePostError
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django_cas_ng import views as cas

from accounts import throttling
from accounts.models import User
from accounts.services import sso
from accounts.services.sso import SSORefused
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig
from accounts.sso.faults import CASFault
from accounts.sso.pending_login import PendingLogin, cookie_name
from accounts.views import devices
from accounts.views.sso.page import TenantPage, drop_cookie, is_secure
from config.errors import DomainError, RateLimited, Unavailable

logger = logging.getLogger(__name__)

_STATE = re.compile(r"[A-Za-z0-9_-]{43}")
_TICKET = re.compile(r"ST-[A-Za-z0-9._-]{1,253}")

# Bytes of the longest logout request; they have less than one thousand.
_LONGEST_LOGOUT = 16 * 1024


@method_decorator(csrf_exempt, name="dispatch")
class SSOCallbackView(TenantPage, cas.LoginView):
    """Where the CAS server sends browsers back to, and its logout requests.

    The former are guarded by the state, the latter by the ticket, which only the server knows.
    """

    # No HEAD: it would use the ticket up.
    http_method_names = ("get", "post")

    def get(self, request) -> HttpResponse:
        """Let the user in whom the CAS server vouches for."""
        name = cookie_name(_only(request.GET, "state", _STATE), secure=is_secure())
        try:
            response = self._arrive(request.COOKIES.get(name, ""))
        except Unavailable as refusal:
            # Nothing is used up: the page comes again by itself.
            response = self.refusal(refusal)
            response.headers["Refresh"] = response.headers["Retry-After"]
            return response
        except DomainError as refusal:
            response = self.refusal(refusal)
        drop_cookie(response, name)
        return response

    def _arrive(self, cookie: str) -> HttpResponse:
        config = SSOConfig.of(self.tenant)
        # A campus signs in from one address: what ends well is not counted there.
        with throttling.attempt(
            "sso-callback", self.caller, settings.SSO_LIMIT_PER_ADDRESS, innocent=(Unavailable,)
        ):
            pending, user = self._vouched_for(config, cookie)
        throttling.refund("sso-login", self.caller)
        if pending.challenge:
            code = sso.issue_code(login=user.sso_login, challenge=pending.challenge)
            target = config.landing_url(code)
        else:
            self._open_session(user)
            target = pending.next
        response = self.successful_login(self.request, target)
        return devices.remember(response, devices.of(self.request), user)

    def _vouched_for(self, config: SSOConfig, cookie: str) -> tuple[PendingLogin, User]:
        """Return the login begun in this browser and the server's user; or raise SSORefused."""
        state = _only(self.request.GET, "state", _STATE)
        ticket = _only(self.request.GET, "ticket", _TICKET)
        pending = PendingLogin.resume(tenant=self.tenant, state=state, cookie=cookie)
        if pending is None or not ticket:
            logger.warning("SSO sign-in at %s refused: not begun here", self.tenant.slug)
            raise SSORefused("It was not begun in this browser, or too long ago.")
        # The browser forgets the cookie after the first; programs that invent tickets do not.
        ticket_limit = settings.SSO_TICKETS_PER_JOURNEY
        try:
            with throttling.attempt(
                "sso-journey", state, ticket_limit, on_success=None, innocent=(Unavailable,)
            ):
                user = authenticate(self.request, sso=config, ticket=ticket, state=state)
        except RateLimited:
            logger.warning("SSO sign-in at %s refused: too many tickets", self.tenant.slug)
            raise SSORefused("It has come back too often.") from None
        if user is None:
            raise SSORefused("The CAS server or we do not know the user.")
        return pending, user

    def _open_session(self, user: User) -> None:
        # First the former session ends, and with it any session key that somebody planted.
        logout(self.request)
        login(self.request, user)
        key = self.request.session.session_key
        if not sso.bind_session(login=user.sso_login, session_key=key):
            logout(self.request)
            raise SSORefused("It was signed out at the CAS server meanwhile.")

    def post(self, request) -> HttpResponse:
        """Single logout: end what a ticket opened. Beyond what an address may ask of anything, it
        has no limit: to be refused would leave people signed in."""
        try:
            ticket = TenantCASClient.ticket_of(_logout_request(request))
        except CASFault as fault:
            logger.warning("SSO logout at %s refused: %s", self.tenant.slug, fault.reason)
            return HttpResponse("No logout request.\n", status=400, content_type="text/plain")
        sso.end_by_ticket(tenant=self.tenant, ticket=ticket)
        return HttpResponse("Done.\n", content_type="text/plain")


def _only(parameters: QueryDict, name: str, pattern: re.Pattern[str]) -> str:
    """Return a parameter that occurs once and matches; nothing otherwise."""
    values = parameters.getlist(name)
    return values[0] if len(values) == 1 and pattern.fullmatch(values[0]) else ""


def _logout_request(request) -> bytes:
    """Return the document of a logout request; raises CASFault when there is none, or too long."""
    length = request.META.get("CONTENT_LENGTH") or ""
    is_form = request.content_type == "application/x-www-form-urlencoded"
    if not is_form or not length.isdecimal() or int(length) > _LONGEST_LOGOUT:
        raise CASFault("It is no short form.")
    try:
        return request.POST.get("logoutRequest", "").encode()
    except UnreadablePostError:
        raise CASFault("It broke off.") from None
