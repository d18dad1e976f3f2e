"""Single sign-on at tenants' own CAS servers, as browsers and front ends see it (contract §2)."""

import logging
import re

from django.conf import settings
from django.contrib.auth import authenticate, login, logout
from django.http import HttpResponse, HttpResponseRedirect, QueryDict, UnreadablePostError
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django_cas_ng import views as cas
from drf_spectacular.utils import extend_schema

from accounts import throttling
from accounts.models import User
from accounts.serializers.auth import SSOTokenSerializer, TokenPairSerializer
from accounts.services import sso
from accounts.services.sign_in_events import record_sign_out
from accounts.services.sso import SSORefused
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.faults import CASFault
from accounts.sso.pending_login import LIFETIME, PendingLogin, cookie_name, cookie_prefix
from accounts.views import devices, pages
from accounts.views.auth import PublicView
from config.api.schema import errors
from config.errors import DomainError, RateLimited, RuleViolation, Unavailable
from config.http.requests import client_address
from tenants.branding import Theme
from tenants.models import Tenant
from tenants.queries.configuration import entered

logger = logging.getLogger(__name__)

_STATE = re.compile(r"[A-Za-z0-9_-]{43}")
_TICKET = re.compile(r"ST-[A-Za-z0-9._-]{1,253}")

# The most cookies of pending logins in one browser.
_MOST_PENDING = 8

# Bytes of the longest logout request; they have less than one thousand.
_LONGEST_LOGOUT = 16 * 1024


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
        """Return a page with advice for the next step, and nothing about the reason."""
        # A page with its name would reveal that an organisation exists.
        is_known = not isinstance(refusal, SSONotOffered)
        context = {
            "status": refusal.status,
            "wait": getattr(refusal, "wait", None),
            "tenant": self.tenant if is_known else None,
            "theme": Theme.of(self.tenant) if is_known else None,
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
        return throttling.client_network(client_address(self.request))


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
        response = HttpResponseRedirect(TenantCASClient(config, pending.state).get_login_url())
        self._forget_others(response)
        secure = _is_secure()
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

    def _forget_others(self, response: HttpResponse) -> None:
        """Delete the cookies of pending logins that were begun and never finished."""
        prefix = cookie_prefix(secure=_is_secure())
        others = [name for name in self.request.COOKIES if name.startswith(prefix)]
        if len(others) >= _MOST_PENDING:
            for name in others:
                _drop(response, name)


@method_decorator(csrf_exempt, name="dispatch")
class SSOCallbackView(TenantPage, cas.LoginView):
    """Where the CAS server sends browsers back to, and its logout requests.

    The former are guarded by the state, the latter by the ticket, which only the server knows.
    """

    # No HEAD: it would use the ticket up.
    http_method_names = ("get", "post")

    def get(self, request) -> HttpResponse:
        """Let the user in whom the CAS server vouches for."""
        name = cookie_name(_only(request.GET, "state", _STATE), secure=_is_secure())
        try:
            response = self._arrive(request.COOKIES.get(name, ""))
        except Unavailable as refusal:
            # Nothing is used up: the page comes again by itself.
            response = self.refusal(refusal)
            response.headers["Refresh"] = response.headers["Retry-After"]
            return response
        except DomainError as refusal:
            response = self.refusal(refusal)
        _drop(response, name)
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


class SSOTokenView(PublicView):
    serializer_class = SSOTokenSerializer

    @errors("400", "429")
    @extend_schema(responses=TokenPairSerializer, operation_id="auth_sso_token")
    def post(self, request):
        """Exchange the code that single sign-on ended with for tokens, once and within a minute.
        `code_verifier` is what the `code_challenge` was made of (PKCE, S256)."""
        body = self.validated_body()
        # Not counted: nobody guesses 256 bits in a minute.
        pair = sso.redeem_code(code=body["code"], verifier=body["code_verifier"])
        return self.respond(TokenPairSerializer(pair).data, "Login successful")


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


def _is_secure() -> bool:
    return settings.PUBLIC_URL.startswith("https://")


def _drop(response: HttpResponse, name: str) -> None:
    # As it was set, or browsers keep what has the prefix.
    response.set_cookie(name, "", max_age=0, secure=_is_secure(), httponly=True, samesite="Lax")
