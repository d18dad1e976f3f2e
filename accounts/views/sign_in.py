"""The pages on which people sign in to the console, and out of it (contract §2).

``/`` and ``/admin/login/`` only find the person's organisation. It is the one whose domain the host
is, else the one last chosen in this browser, else a form asks for it. Its own page then offers its
ways to sign in: its CAS server, and the password of an account that has one.
"""

from http import HTTPStatus

from django.http import HttpResponse
from django.http.request import split_domain_port
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.debug import sensitive_post_parameters

from accounts.authentication.second_step import SecondStep, new_name
from accounts.forms import OrganisationForm, PasswordSignInForm
from accounts.models import SignInKind, User
from accounts.queries.sign_ins import is_switched_off
from accounts.services import second_factor
from accounts.services.second_factor import SecondFactorRequired, SecondFactorSetupRequired
from accounts.services.sign_ins import identify
from accounts.sso import passwords
from accounts.views import devices, steps
from accounts.views.sign_in_base import (
    START,
    SignInStep,
    TenantSignIn,
    remember_tenant,
    remembered_tenant,
    sso_login,
)
from accounts.views.sso import SSOLogoutView
from config.errors import NotFound, RateLimited, TenantUnresolved, Unauthenticated
from config.hashing import TooManyAtOnce
from tenants.queries.resolution import tenant_at, tenant_meant


class StartPage(SignInStep):
    """Leads on who is signed in, and everybody else to where they can."""

    http_method_names = ("get", "head")

    def get(self, request):
        if request.user.is_authenticated:
            return self._lead_on()
        tenant = tenant_at(_host(request)) or remembered_tenant(request)
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
                    _(
                        "There is no such organisation here. Spell it as it is written in your "
                        "invitation, or ask whoever invited you."
                    ),
                )
            except TenantUnresolved:
                form.add_error(
                    "organisation",
                    _(
                        "Several organisations are called that. Type the short name of yours; "
                        "whoever invited you knows it."
                    ),
                )
            else:
                page = self.on_the_way(reverse("sign-in", args=[tenant.slug]))
                return remember_tenant(redirect(page), tenant)
        return self.page("organisation", form=form, status=HTTPStatus.UNPROCESSABLE_ENTITY)


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
                tenant=self.tenant,
                **form.cleaned_data,
                network=self.network,
                device=device,
                kind=SignInKind.BROWSER,
            )
        except SecondFactorRequired as more:
            return self._go_on("second-step", more.user)
        except SecondFactorSetupRequired as more:
            secret = second_factor.offer(more.user, replaces="").secret
            return self._go_on("second-factor-set-up", more.user, secret)
        except Unauthenticated as refusal:
            advice = _("Check both, and mind capital letters.")
            form.add_error(None, f"{refusal} {advice}")
            return self._ask(form, HTTPStatus.UNAUTHORIZED)
        except (RateLimited, TooManyAtOnce) as refusal:
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
            is_switched_off=self._is_switched_off(),
            forgotten=self.on_the_way(reverse("forgotten-password", args=[self.tenant.slug])),
            platform=self.on_the_way(reverse("sign-in-platform", args=[self.tenant.slug])),
            status=status,
        )

    def _is_switched_off(self) -> bool:
        """Return whether this browser's session is of somebody whose account was switched off."""
        session = self.request.session.row
        user_id = session and session.user_id
        return bool(user_id) and is_switched_off(tenant=self.tenant, user_id=user_id)


class SignOutPage(SignInStep):
    """Ends the browser session, once asked to by a form of ours; says so afterwards."""

    def get(self, request):
        if request.user.is_authenticated:
            return self.page_with_sign_out("sign_out")
        return self.page("signed_out", tenant=remembered_tenant(request))

    def post(self, request):
        # By way of the CAS server, if that is where the session came from.
        return SSOLogoutView.as_view(back=reverse("sign-out"))(request)


def _host(request) -> str:
    return split_domain_port(request.get_host())[0]
