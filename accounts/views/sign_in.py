"""The pages on which people sign in to the console, and out of it (contract §2).

``/`` and ``/admin/login/`` only find out where somebody belongs. The organisation is the one whose
domain the host is, else the one last chosen in this browser, else it is asked for. Its own page
then offers what it has: its CAS server, and the password of an account that has one.
"""

import math
from http import HTTPStatus
from urllib.parse import urlencode

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View

from accounts import throttling
from accounts.forms import OrganisationForm, PasswordSignInForm
from accounts.services.activity import note_activity
from accounts.services.sign_ins import identify
from accounts.views import pages
from config.errors import NotFound, RateLimited, TenantUnresolved, Unauthenticated
from config.requests import client_address
from tenants.letterhead import Letterhead, signs_in_elsewhere
from tenants.models import Tenant
from tenants.resolution import tenant_at, tenant_meant

START = "/"

# The organisation last chosen in a browser: a slug, which opens nothing.
ORGANISATION_COOKIE = "organisation"
_A_YEAR = 365 * 24 * 3600


class _Page(View):
    """A page of the sign-in; ``self.next`` is where it leads in the end, a path on this host."""

    http_method_names = ("get", "head", "post")

    def dispatch(self, request, *args, **kwargs):
        self.next = _local_path(request.GET.get("next", ""))
        return pages.protect(super().dispatch(request, *args, **kwargs))

    def page(self, name: str, *, tenant: Tenant | None = None, status: int = 200, **context):
        context["letterhead"] = tenant and Letterhead.of(tenant)
        context["organisation_page"] = self.on_the_way(reverse("organisation"))
        return render(self.request, f"sign_in/{name}.html", context, status=status)

    def on_the_way(self, address: str) -> str:
        """Return the address of another page of the sign-in that leads to the same end."""
        return address if self.next == START else f"{address}?{urlencode({'next': self.next})}"


class StartPage(_Page):
    """Leads on who is signed in, and everybody else to where they can."""

    http_method_names = ("get", "head")

    def get(self, request):
        if request.user.is_authenticated:
            return self._lead_on(request.user)
        tenant = tenant_at(_host(request)) or _remembered(request)
        if tenant is None:
            return redirect(self.on_the_way(reverse("organisation")))
        return redirect(self.on_the_way(reverse("sign-in", args=[tenant.slug])))

    def _lead_on(self, user):
        if not user.has_console_access:
            return self.page("no_console", tenant=user.tenant, user=user)
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
        self.tenant = (
            Tenant.objects.active()
            .select_related("branding", "sso_config", "ai_config")
            .filter(slug=slug)
            .first()
        )
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
        address = throttling.neighbourhood(client_address(request))
        try:
            throttling.allow("login-address", address, settings.LOGIN_LIMIT_PER_ADDRESS)
            user = identify(tenant=self.tenant, **form.cleaned_data)
        except Unauthenticated as refusal:
            form.add_error(None, f"{refusal} Check both, and mind capital letters.")
            return self._ask(form, HTTPStatus.UNAUTHORIZED)
        except RateLimited as refusal:
            minutes = math.ceil(refusal.retry_after / 60)
            wait = "a minute" if minutes == 1 else f"{minutes} minutes"
            form.add_error(None, f"That was tried too often. Wait {wait}, then try again.")
            response = self._ask(form, HTTPStatus.TOO_MANY_REQUESTS)
            response.headers["Retry-After"] = refusal.retry_after
            return response
        throttling.take_back("login-address", address)
        if not user.has_console_access:
            return self.page(
                "no_console", tenant=self.tenant, user=user, status=HTTPStatus.FORBIDDEN
            )
        login(request, user)
        note_activity(user)
        return _remember(redirect(self.next), self.tenant)

    def _ask(self, form: PasswordSignInForm, status: int = HTTPStatus.OK):
        sso = None
        if signs_in_elsewhere(self.tenant):
            query = urlencode({"next": self.next})
            sso = f"/v1/auth/sso/{self.tenant.slug}/login?{query}"
        if form.is_bound or not sso:
            form.focus()
        return self.page("sign_in", tenant=self.tenant, form=form, sso=sso, status=status)


class SignOutPage(_Page):
    """Ends the browser session, once asked to by a form of ours; says so afterwards."""

    def get(self, request):
        if request.user.is_authenticated:
            return self.page("sign_out", tenant=request.user.tenant)
        return self.page("signed_out", tenant=_remembered(request))

    def post(self, request):
        logout(request)
        return redirect("sign-out")


def _local_path(text: str) -> str:
    """Return where somebody wants to go when that is a path on this host, else the start."""
    is_local = text.startswith("/") and url_has_allowed_host_and_scheme(text, allowed_hosts=None)
    return text if is_local else START


def _host(request) -> str:
    return split_domain_port(request.get_host())[0]


def _remembered(request) -> Tenant | None:
    slug = request.COOKIES.get(ORGANISATION_COOKIE, "")
    return Tenant.objects.active().filter(slug=slug).first() if slug else None


def _remember(response: HttpResponse, tenant: Tenant) -> HttpResponse:
    response.set_cookie(
        ORGANISATION_COOKIE,
        tenant.slug,
        max_age=_A_YEAR,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
