"""The pages on which people sign in to the console, and out of it (contract §2).

``/`` and ``/admin/login/`` only find the person's organisation. It is the one whose domain the host
is, else the one last chosen in this browser, else a form asks for it. Its own page then offers its
ways to sign in: its CAS server, and the password of an account that has one.
"""

from collections.abc import Callable
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
from accounts.authentication.second_step import SecondStep, new_name
from accounts.forms import OrganisationForm, PasswordSignInForm
from accounts.models import User
from accounts.services import second_factor
from accounts.services.activity import note_activity
from accounts.services.second_factor import SecondFactorRequired, SecondFactorSetupRequired
from accounts.services.sign_ins import identify
from accounts.sso import passwords
from accounts.sso.config import SSOConfig, SSONotOffered
from accounts.sso.pending_login import is_local
from accounts.views import devices, pages, steps
from accounts.views.sso import SSOLogoutView
from config.errors import NotFound, RateLimited, TenantUnresolved, Unauthenticated
from config.http.requests import client_address
from tenants.branding import Theme
from tenants.models import Tenant
from tenants.queries.configuration import entered
from tenants.queries.resolution import tenant_at, tenant_meant

START = "/"

_BACKEND = "accounts.authentication.backends.TenantPasswordBackend"

_A_YEAR = 365 * 24 * 3600


class SignInStep(View):
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

    def refuse_for_a_while(self, form, refusal: RateLimited, ask: Callable[..., HttpResponse]):
        """Return the form again, by way of ``ask``, with the time to wait."""
        form.add_error(None, f"That was tried too often. Wait {refusal.wait}, then try again.")
        response = ask(form, HTTPStatus.TOO_MANY_REQUESTS)
        response.headers["Retry-After"] = refusal.retry_after
        return response

    def on_the_way(self, address: str) -> str:
        """Return the address of another page of the sign-in that leads to the same target."""
        return address if self.next == START else f"{address}?{urlencode({'next': self.next})}"


class StartPage(SignInStep):
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


class OrganisationPage(SignInStep):
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
        return throttling.client_network(client_address(self.request))

    def enter(self, user: User, device: throttling.Device) -> HttpResponse:
        """Start the session of somebody who has shown all that it takes, and lead them on."""
        if not user.has_console_access:
            return self.page(
                "no_console", tenant=self.tenant, user=user, status=HTTPStatus.FORBIDDEN
            )
        return self.start_session(redirect(self.next), user, device)

    def start_session(self, response: HttpResponse, user: User, device: throttling.Device):
        """Sign somebody in to this browser with the response, which remembers who and where."""
        login(self.request, user, backend=_BACKEND)
        note_activity(user)
        return _remember(devices.remember(response, device, user), self.tenant)


@method_decorator(sensitive_post_parameters("password"), name="dispatch")
class SignInPage(TenantSignIn):
    """A tenant's own page: the way to its CAS server, and a form for those with a password.

    Where passwords are switched off, the form is on a page of its own (``is_of_platform``): for
    Super Admins, who keep theirs.
    """

    is_of_platform = False

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
                tenant=self.tenant, **form.cleaned_data, network=self.network, device=device
            )
        except SecondFactorRequired as more:
            return self._go_on("second-step", more.user)
        except SecondFactorSetupRequired as more:
            secret = second_factor.offer(more.user, replaces="").secret
            return self._go_on("second-factor-set-up", more.user, secret)
        except Unauthenticated as refusal:
            form.add_error(None, f"{refusal} Check both, and mind capital letters.")
            return self._ask(form, HTTPStatus.UNAUTHORIZED)
        except RateLimited as refusal:
            return self.refuse_for_a_while(form, refusal, self._ask)
        return self.enter(user, device)

    def _go_on(self, page: str, user: User, secret: str = "") -> HttpResponse:
        """Lead on to a second page, which only this browser can open; nobody is signed in yet."""
        name = new_name()
        step = SecondStep.begin(user, next_page=self.next, secret=secret)
        address = reverse(page, args=[self.tenant.slug, name])
        return steps.remember(self.request, redirect(self.on_the_way(address)), name, step)

    def _ask(self, form: PasswordSignInForm, status: int = HTTPStatus.OK):
        sso = sso_login(self.tenant, self.next)
        are_off = passwords.are_off(self.tenant)
        if form.is_bound or not sso or self.is_of_platform:
            form.focus()
        name = "platform" if are_off and (self.is_of_platform or form.is_bound) else "sign_in"
        return self.page(
            name,
            tenant=self.tenant,
            form=form,
            sso=sso,
            are_off=are_off,
            forgotten=self.on_the_way(reverse("forgotten-password", args=[self.tenant.slug])),
            platform=self.on_the_way(reverse("sign-in-platform", args=[self.tenant.slug])),
            status=status,
        )


class SignOutPage(SignInStep):
    """Ends the browser session, once asked to by a form of ours; says so afterwards."""

    def get(self, request):
        if request.user.is_authenticated:
            return self.page_with_sign_out("sign_out")
        return self.page("signed_out", tenant=_remembered(request))

    def post(self, request):
        # By way of the CAS server, if that is where the session came from.
        return SSOLogoutView.as_view(back=reverse("sign-out"))(request)


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
