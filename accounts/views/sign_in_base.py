"""What the pages of the sign-in have in common: their target, looks, and the session they start."""

from collections.abc import Callable
from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.generic import View

from accounts import throttling
from accounts.models import SignInKind, SignInWay, User
from accounts.services.activity import note_activity
from accounts.services.sign_in_events import record_refused, record_success
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.pending_login import is_local
from accounts.views import devices, pages
from config.errors import RateLimited
from config.hashing import TooManyAtOnce
from tenants.branding import Theme
from tenants.language import in_language_of
from tenants.models import Tenant
from tenants.queries.configuration import entered
from tenants.time_zones import in_zone_of

START = "/"

_BACKEND = "accounts.authentication.backends.TenantPasswordBackend"

_A_YEAR = 365 * 24 * 3600


class SignInStep(View):
    """A page of the sign-in; ``self.next`` is where it leads in the end, a path on this host."""

    http_method_names = ("get", "head", "post")
    forms = "'self'"
    tenant: Tenant | None = None

    def dispatch(self, request, *args, **kwargs):
        wanted = request.GET.get("next", "")
        self.next = wanted if is_local(wanted) else START
        # Some refusals are worded before the page is: by then the language is known.
        with in_language_of(self.tenant, request):
            response = super().dispatch(request, *args, **kwargs)
        return pages.protect(response, forms=self.forms)

    def page(self, name: str, *, tenant: Tenant | None = None, status: int = 200, **context):
        context["theme"] = tenant and Theme.of(tenant)
        context["organisation_page"] = self.on_the_way(reverse("organisation"))
        with in_language_of(tenant, self.request), in_zone_of(tenant):
            return render(self.request, f"sign_in/{name}.html", context, status=status)

    def page_with_sign_out(self, name: str):
        """Return a page for a person who is signed in, with a form to sign out."""
        user = self.request.user
        self.forms = f"'self' {_cas_origin(user.tenant)}".strip()
        return self.page(name, tenant=user.tenant, user=user)

    def refuse_for_a_while(
        self, form, refusal: RateLimited | TooManyAtOnce, ask: Callable[..., HttpResponse]
    ):
        """Return the form again, by way of ``ask``, with the time to wait."""
        message = refusal.message
        if isinstance(refusal, RateLimited):
            too_often = _("That was tried too often. Wait %(wait)s, then try again.")
            message = too_often % {"wait": refusal.wait}
        form.add_error(None, message)
        response = ask(form, refusal.status)
        response.headers["Retry-After"] = refusal.details["retry_after"]
        return response

    def on_the_way(self, address: str) -> str:
        """Return the address of another page of the sign-in that leads to the same target."""
        return address if self.next == START else f"{address}?{urlencode({'next': self.next})}"


class TenantSignIn(SignInStep):
    """A page of one tenant's sign-in."""

    def dispatch(self, request, *args, slug: str, **kwargs):
        self.tenant = entered(Tenant.objects.active().filter(slug=slug))
        return super().dispatch(request, *args, **kwargs)

    @property
    def sign_in_page(self) -> str:
        return reverse("sign-in", args=[self.tenant.slug])

    @property
    def network(self) -> str:
        return throttling.network_of(self.request)

    def enter(self, user: User, device: throttling.Device) -> HttpResponse:
        """Start the session of somebody who has shown all that it takes, and lead them on."""
        if not user.has_console_access:
            record_refused(user=user, kind=SignInKind.BROWSER, via=SignInWay.PASSWORD)
            return self.page(
                "no_console", tenant=self.tenant, user=user, status=HTTPStatus.FORBIDDEN
            )
        return self.start_session(redirect(self.next), user, device)

    def start_session(self, response: HttpResponse, user: User, device: throttling.Device):
        """Sign somebody in to this browser with the response, which remembers who and where."""
        login(self.request, user, backend=_BACKEND)
        note_activity(user)
        record_success(user=user, kind=SignInKind.BROWSER, via=SignInWay.PASSWORD)
        return remember_tenant(devices.remember(response, device, user), self.tenant)


def sso_login(tenant: Tenant, next_page: str) -> str | None:
    """Return the address at which people of a tenant begin to sign in at its CAS server, or None.

    It is on the host to which the server sends them back, wherever they are now: the cookie is
    valid on that host alone.
    """
    try:
        SSOConfig.of(tenant)
    except SSONotOffered:
        return None
    login_page = reverse("sso-login", kwargs={"tenant_slug": tenant.slug})
    return f"{settings.PUBLIC_URL}{login_page}?{urlencode({'next': next_page})}"


def _cas_origin(tenant: Tenant) -> str:
    """Return the origin of the tenant's CAS server; nothing where there is none."""
    try:
        server = urlsplit(SSOConfig.of(tenant).server_url)
    except SSONotOffered:
        return ""
    return f"{server.scheme}://{server.netloc}"


def remembered_tenant(request) -> Tenant | None:
    slug = request.COOKIES.get(settings.ORGANISATION_COOKIE_NAME, "")
    # One on its way can be chosen again once it has arrived.
    return entered(Tenant.objects.active().settled().filter(slug=slug)) if slug else None


def remember_tenant(response: HttpResponse, tenant: Tenant) -> HttpResponse:
    response.set_cookie(
        settings.ORGANISATION_COOKIE_NAME,
        tenant.slug,
        max_age=_A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
