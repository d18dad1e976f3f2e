"""The return from a tenant's CAS server, and the server's logout requests (contract §2)."""

import logging
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import authenticate
from django.http import HttpResponse, HttpResponseRedirect
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django_cas_ng import views as cas

from accounts import throttling
from accounts.models import User
from accounts.services import sso
from accounts.services.sso_people import SSORefused
from accounts.sso import logout_messages
from accounts.sso.client import TenantCASClient
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.faults import CASFault, Trouble
from accounts.sso.pending_login import PendingLogin, cookie_name
from accounts.views import cookies, devices
from accounts.views.sso import sessions
from accounts.views.sso.arrival import Arrival
from accounts.views.sso.page import TenantPage, is_secure
from accounts.views.sso.ways import back_to_front_end, nobody, set_out
from config.errors import DomainError, RateLimited, Unavailable

logger = logging.getLogger(__name__)

_LONGEST_RELAY_STATE = 500


@method_decorator(csrf_exempt, name="dispatch")
class SSOCallbackView(TenantPage, cas.LoginView):
    """Where the CAS server sends browsers back to, and its logout requests.

    The former are guarded by the state, the latter by the ticket, which only the server knows.
    """

    # No HEAD: it would use the ticket up.
    http_method_names = ("get", "post")

    def get(self, request) -> HttpResponse:
        """Let the user in whom the CAS server vouches for; or sign out whom it names."""
        if logout_messages.asks(request.GET):
            return self._front_channel()
        self.arrival = Arrival.of(request)
        name = cookie_name(self.arrival.state_text, secure=is_secure())
        try:
            response = self._arrive(request.COOKIES.get(name, ""))
        except Unavailable as refusal:
            # Nothing is used up: the page comes again by itself, unless tickets will be too old.
            response = self.refusal(refusal)
            if getattr(refusal, "trouble", None) is None:
                response.headers["Refresh"] = response.headers["Retry-After"]
            return response
        except DomainError as refusal:
            response = self.refusal(refusal)
        cookies.drop(response, name, secure=is_secure())
        return response

    def _arrive(self, cookie: str) -> HttpResponse:
        config = SSOConfig.of(self.tenant)
        pending = PendingLogin.resume(
            tenant=self.tenant, state=self.arrival.state_text, cookie=cookie
        )
        if pending is None:
            return self._without_journey(config)
        if pending.gateway and not self.arrival.has_ticket:
            throttling.refund("sso-login", self.caller)
            return nobody(config, pending)
        try:
            user = self._vouched_for(config, pending)
        except SSORefused:
            if pending.gateway:
                return nobody(config, pending)
            raise
        throttling.refund("sso-login", self.caller)
        if pending.challenge:
            code = sso.issue_code(login=user.sso_login, challenge=pending.challenge)
            target = config.landing_url(code=code)
        else:
            sessions.open_session(self.request, user, pending)
            target = pending.next
        response = self.successful_login(self.request, target)
        return devices.remember(response, devices.of(self.request), user)

    def _vouched_for(self, config: SSOConfig, pending: PendingLogin) -> User:
        """Return the user whom the server vouches for; or raise SSORefused."""
        # A campus signs in from one address: what ends well is not counted there.
        with throttling.attempt(
            "sso-callback", self.caller, settings.SSO_LIMIT_PER_ADDRESS, innocent=(Unavailable,)
        ):
            if not self.arrival.ticket:
                trouble = Trouble.BROKEN_TICKET if self.arrival.has_ticket else Trouble.NO_TICKET
                raise self._refused("the ticket is missing, damaged or too long", trouble)
            # The browser forgets the cookie after the first; programs that invent tickets do not.
            ticket_limit = settings.SSO_TICKETS_PER_JOURNEY
            try:
                with throttling.attempt(
                    "sso-journey",
                    pending.state,
                    ticket_limit,
                    on_success=None,
                    innocent=(Unavailable,),
                ):
                    return authenticate(
                        self.request,
                        sso=config,
                        ticket=self.arrival.ticket,
                        state=pending.state,
                    )
            except RateLimited:
                raise self._refused("too many tickets", Trouble.TOO_OFTEN) from None

    def _without_journey(self, config: SSOConfig) -> HttpResponse:
        """Return the way on for somebody who comes late, again, or from a bookmark.

        No ticket is looked at, whoever sent it: it may be somebody else's.
        """
        state = self.arrival.state
        if state and state.is_code:
            lost = self._refused("the cookie of a front end's sign-in is gone", Trouble.COOKIE)
            return back_to_front_end(config, lost.trouble)
        if page := sessions.page_of(self.request, self.tenant, self.arrival.state_text):
            return HttpResponseRedirect(page)
        if state and state.is_gateway and not self.arrival.has_ticket:
            return HttpResponseRedirect("/")
        if self.arrival.ticket and not (state and state.has_just_begun_again):
            pending = PendingLogin.begin(
                tenant=self.tenant, gateway=bool(state and state.is_gateway), again=True
            )
            throttling.count("sso-login", self.caller, settings.SSO_LIMIT_PER_ADDRESS)
            return set_out(self.request, config, pending)
        with throttling.attempt("sso-callback", self.caller, settings.SSO_LIMIT_PER_ADDRESS):
            if self.arrival.ticket:
                raise self._refused("the cookie did not come back, twice", Trouble.COOKIE)
            raise self._refused(
                "not begun here: neither a cookie nor a ticket", Trouble.NOTHING_UNDER_WAY
            )

    def _refused(self, reason: str, trouble: Trouble) -> SSORefused:
        logger.warning("SSO sign-in at %s refused: %s", self.tenant.slug, reason)
        return SSORefused(reason, trouble)

    def post(self, request) -> HttpResponse:
        """Single logout: end what a ticket opened. Beyond what an address may ask of anything, it
        has no limit: to be refused would leave people signed in."""
        try:
            self._sign_out(logout_messages.posted(request))
        except CASFault as fault:
            return self._no_logout_request(fault)
        return HttpResponse("Done.\n", content_type="text/plain")

    def _front_channel(self) -> HttpResponse:
        """Do the same for a message that the person's browser carries, in a frame or an image."""
        try:
            self._sign_out(logout_messages.asked(self.request.GET))
        except CASFault as fault:
            return self._no_logout_request(fault)
        relay_state = self.request.GET.get("RelayState", "")
        if relay_state and len(relay_state) <= _LONGEST_RELAY_STATE:
            # Apereo's first front channel waits for the browser, to send it to the next service.
            try:
                client = TenantCASClient(SSOConfig.of(self.tenant), "")
            except SSONotOffered:
                return HttpResponse(content_type="text/plain")
            query = urlencode({"_eventId": "next", "RelayState": relay_state})
            return HttpResponseRedirect(f"{client.get_logout_url()}?{query}")
        return HttpResponse(content_type="text/plain")

    def _sign_out(self, document: bytes) -> None:
        sso.end_by_ticket(tenant=self.tenant, ticket=TenantCASClient.ticket_of(document))

    def _no_logout_request(self, fault: CASFault) -> HttpResponse:
        logger.warning("SSO logout at %s refused: %s", self.tenant.slug, fault.reason)
        return HttpResponse("No logout request.\n", status=400, content_type="text/plain")
