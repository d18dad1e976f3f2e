"""The second page of the sign-in: it asks for a code, or has the second factor set up (§16).

Nobody is signed in here yet: the browser's cookie says whose password was right, for some minutes.
"""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters

from accounts.forms import CodeForm, FirstCodeForm
from accounts.models import SignInKind, User
from accounts.queries.second_factor import must_set_up
from accounts.services import second_factor
from accounts.services.sign_ins import identify_by_code
from accounts.views import devices, steps
from accounts.views.sign_in_base import START, TenantSignIn
from config.errors import Conflict, RateLimited, RuleViolation, Unauthenticated


@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(sensitive_post_parameters("code"), name="dispatch")
class _Step(TenantSignIn):
    """A page for the person whose password was right in this browser.

    It is guarded by its own cookie, which other sites' forms do not bring along and whose name they
    cannot know. Django's guard would refuse it once a sign-in in another tab has changed its token.
    """

    # Whether it is the page of steps that have a secret with them.
    sets_up = False

    user: User

    def dispatch(self, request, *args, slug: str, name: str, **kwargs):
        self.name = name
        return super().dispatch(request, *args, slug=slug, **kwargs)

    def get(self, request):
        return self._elsewhere() or self.ask()

    def post(self, request):
        return self._elsewhere() or self.answer()

    def _elsewhere(self) -> HttpResponse | None:
        """Return where the page leads, or what it says, to whom it does not concern."""
        if self.request.user.is_authenticated:
            return redirect(self.on_the_way(START))
        if self.tenant is None:
            return self.page("unknown", status=HTTPStatus.NOT_FOUND)
        self.step = steps.of(self.request, self.name, sets_up=self.sets_up)
        user = self.step and self.step.user_of(self.tenant)
        if self.step is None or user is None:
            return self._too_late()
        self.user = user
        self.next = self.step.next
        return None

    def _too_late(self) -> HttpResponse:
        page = self.on_the_way(self.sign_in_page)
        response = self.page(
            "too_late", tenant=self.tenant, sign_in_page=page, status=HTTPStatus.GONE
        )
        return steps.forget(response, self.name)


class SecondStepPage(_Step):
    """Asks for a code of the second factor, and signs in whoever has one."""

    def ask(self, form: CodeForm | None = None, status: int = HTTPStatus.OK):
        return self.page(
            "code",
            tenant=self.tenant,
            form=form or CodeForm(),
            user=self.user,
            sign_in_page=self.on_the_way(self.sign_in_page),
            status=status,
        )

    def answer(self):
        form = CodeForm(self.request.POST)
        if not form.is_valid():
            return self.ask(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        device = devices.of(self.request)
        try:
            user = identify_by_code(
                user=self.user,
                code=form.cleaned_data["code"],
                network=self.network,
                device=device,
                kind=SignInKind.BROWSER,
            )
        except Unauthenticated as refusal:
            form.add_error("code", refusal.message)
            return self.ask(form, HTTPStatus.UNAUTHORIZED)
        except RateLimited as refusal:
            return self.refuse_for_a_while(form, refusal, self.ask)
        except second_factor.SecondFactorSetupRequired:
            # It was removed meanwhile: the sign-in has another one set up now.
            return self._too_late()
        return steps.forget(self.enter(user, device), self.name)


class SetUpPage(_Step):
    """Has somebody who may not be without a second factor set one up; then signs them in."""

    sets_up = True

    def _elsewhere(self) -> HttpResponse | None:
        # Their role may be another one since the password, or the set-up done in another tab: then
        # the sign-in knows what comes next.
        return super()._elsewhere() or (None if must_set_up(self.user) else self._too_late())

    def ask(self, form: FirstCodeForm | None = None, status: int = HTTPStatus.OK):
        offered = second_factor.offer(self.user, replaces="", secret=self.step.secret)
        return self.page(
            "set_up",
            tenant=self.tenant,
            form=form or FirstCodeForm(),
            user=self.user,
            offer=offered,
            status=status,
        )

    def answer(self):
        form = FirstCodeForm(self.request.POST)
        if not form.is_valid():
            return self.ask(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        try:
            codes = second_factor.activate(
                user=self.user,
                secret=self.step.secret,
                code=form.cleaned_data["code"],
                replaces="",
            )
        except Conflict:
            # Set up in another tab meanwhile: the sign-in asks for its code now.
            return self._too_late()
        except RuleViolation as refusal:
            form.add_error("code", refusal.message)
            return self.ask(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        response = self.page(
            "recovery_codes", tenant=self.tenant, codes="\n".join(codes), next=self.next
        )
        device = devices.of(self.request)
        return steps.forget(self.start_session(response, self.user, device), self.name)
