"""The pages on which people sign in to the console, and out of it (contract §2).

``/`` and ``/admin/login/`` only find the person's organisation. It is the one whose domain the host
is, else the one last chosen in this browser, else a form asks for it. Its own page then offers its
ways to sign in: its CAS server, and the password of an account that has one.
"""

from http import HTTPStatus
from urllib.parse import urlencode, urlsplit

from django.conf import settings
from django.contrib.auth import login
from django.http import HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from accounts import throttling
from accounts.forms import OrganisationForm, PasswordSignInForm
from accounts.models import SignInKind, SignInWay
from accounts.services.activity import note_activity
from accounts.services.sign_in_events import record_refused, record_success
from accounts.services.sign_ins import identify
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.pending_login import is_local
from accounts.views import devices, pages
from accounts.views.sso import SSOLogoutView
from config.errors import NotFound, RateLimited, TenantUnresolved, Unauthenticated
from config.http.requests import client_address
from tenants.branding import Theme
from tenants.models import Tenant
from tenants.queries.configuration import entered
from tenants.queries.resolution import tenant_at, tenant_meant

START = "/"

_A_YEAR = 365 * 24 * 3600


class _Page(View):
    """A page of the sign-in; ``self.next`` is where it leads in the end, a path on this host."""

    http_method_names = ("get", "head", "post")
    forms = "'self'"

    def dispatch(self, request, *args, **kwargs):
        wanted = request.GET.get("next", "")
        self.next = wanted if is_local(wanted) else START
        response = super().dispatch(request, *args, **kwargs)
        return pages.protect(response, forms=self.forms)

    def page(self, name: str, *, tenant: Tenant | None = None, status: int = 200, **context):
        context["theme"] = tenant and Theme.of(tenant)
        context["organisation_page"] = self.on_the_way(reverse("organisation"))
        return render(self.request, f"sign_in/{name}.html", context, status=status)

    def page_with_sign_out(self, name: str):
        """Return a page for a person who is signed in, with a form to sign out."""
        user = self.request.user
        self.forms = f"'self' {_cas_origin(user.tenant)}".strip()
        return self.page(name, tenant=user.tenant, user=user)

    def on_the_way(self, address: str) -> str:
        """Return the address of another page of the sign-in that leads to the same target."""
        return address if self.next == START else f"{address}?{urlencode({'next': self.next})}"


class StartPage(_Page):
    """Leads on who is signed in, and everybody else to where they can."""

    http_method_names = ("get", "head")

    def get(self, request):
        if request.user.is_authenticated:
            return self._lead_on()
        tenant = tenant_at(_host(request)) or _remembered(request)
        if tenant is None:
            return redirect(self.on_the_way(reverse("organisation")))
        return redirect(self.on_the_way(reverse("sign-in", args=[tenant.slug])))

    def _lead_on(self):
        if not self.request.user.has_console_access:
            return self.page_with_sign_out("no_console")
        return redirect("admin:index" if self.next == START else self.next)


class OrganisationPage(_Page):
    """Asks for the organisation, and remembers it in this browser."""

    def get(self, request):
        return self.page("organisation", form=OrganisationForm())

    def post(self, request):
        form = OrganisationForm(request.POST)
        if form.is_valid():
            try:
                tenant = tenant_meant(form.cleaned_data["organisation"])
            except NotFound:
                form.add_error(
                    "organisation",
                    "There is no such organisation here. Spell it as it is written in your "
                    "invitation, or ask whoever invited you.",
                )
            except TenantUnresolved:
                form.add_error(
                    "organisation",
                    "Several organisations are called that. Type the short name of yours; whoever "
                    "invited you knows it.",
                )
            else:
                page = self.on_the_way(reverse("sign-in", args=[tenant.slug]))
                return _remember(redirect(page), tenant)
        return self.page("organisation", form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignInPage(_Page):
    """A tenant's own page: the way to its CAS server, and a form for those with a password."""

    def dispatch(self, request, *args, slug: str, **kwargs):
        self.tenant = entered(Tenant.objects.active().filter(slug=slug))
        return super().dispatch(request, *args, **kwargs)

    def get(self, request):
        if request.user.is_authenticated:
            return redirect(self.on_the_way(START))
        if self.tenant is None:
            return self.page("unknown", status=HTTPStatus.NOT_FOUND)
        return self._ask(PasswordSignInForm())

    def post(self, request):
        if self.tenant is None or request.user.is_authenticated:
            return self.get(request)
        form = PasswordSignInForm(request.POST)
        if not form.is_valid():
            return self._ask(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        device = devices.of(request)
        try:
            user = identify(
                tenant=self.tenant,
                **form.cleaned_data,
                network=throttling.client_network(client_address(request)),
                device=device,
                kind=SignInKind.BROWSER,
            )
        except Unauthenticated as refusal:
            form.add_error(None, f"{refusal} Check both, and mind capital letters.")
            return self._ask(form, HTTPStatus.UNAUTHORIZED)
        except RateLimited as refusal:
            form.add_error(None, f"That was tried too often. Wait {refusal.wait}, then try again.")
            response = self._ask(form, HTTPStatus.TOO_MANY_REQUESTS)
            response.headers["Retry-After"] = refusal.retry_after
            return response
        if not user.has_console_access:
            record_refused(user=user, kind=SignInKind.BROWSER, via=SignInWay.PASSWORD)
            return self.page(
                "no_console", tenant=self.tenant, user=user, status=HTTPStatus.FORBIDDEN
            )
        login(request, user)
        note_activity(user)
        record_success(user=user, kind=SignInKind.BROWSER, via=SignInWay.PASSWORD)
        response = devices.remember(redirect(self.next), device, user)
        return _remember(response, self.tenant)

    def _ask(self, form: PasswordSignInForm, status: int = HTTPStatus.OK):
        sso = _sso_login(self.tenant, self.next)
        if form.is_bound or not sso:
            form.focus()
        return self.page("sign_in", tenant=self.tenant, form=form, sso=sso, status=status)


class SignOutPage(_Page):
    """Ends the browser session, once asked to by a form of ours; says so afterwards."""

    def get(self, request):
        if request.user.is_authenticated:
            return self.page_with_sign_out("sign_out")
        return self.page("signed_out", tenant=_remembered(request))

    def post(self, request):
        # By way of the CAS server, if that is where the session came from.
        return SSOLogoutView.as_view(back=reverse("sign-out"))(request)


def _sso_login(tenant: Tenant, next_page: str) -> str | None:
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


def _host(request) -> str:
    return split_domain_port(request.get_host())[0]


def _remembered(request) -> Tenant | None:
    slug = request.COOKIES.get(settings.ORGANISATION_COOKIE_NAME, "")
    return entered(Tenant.objects.active().filter(slug=slug)) if slug else None


def _remember(response: HttpResponse, tenant: Tenant) -> HttpResponse:
    response.set_cookie(
        settings.ORGANISATION_COOKIE_NAME,
        tenant.slug,
        max_age=_A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
