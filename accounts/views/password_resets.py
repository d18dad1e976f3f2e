"""The way back to an account whose password is lost (contract §16): endpoints and pages."""

from http import HTTPStatus

from drf_spectacular.utils import extend_schema

from accounts import throttling
from accounts.forms import ForgottenPasswordForm
from accounts.models import PasswordReset
from accounts.serializers.auth import PasswordResetConfirmSerializer, PasswordResetSerializer
from accounts.services import password_resets
from accounts.sso import passwords
from accounts.views.auth import PublicView
from accounts.views.mailed_links import MailedLinkPage
from accounts.views.sign_in_base import TenantSignIn, sso_login
from config.api.schema import errors
from config.errors import RateLimited
from tenants.queries.resolution import resolve_tenant


class PasswordResetView(PublicView):
    serializer_class = PasswordResetSerializer

    @errors("400")
    @extend_schema(responses={200: None}, operation_id="auth_password_reset")
    def post(self, request):
        """Have a mail sent with a link to choose a new password, good for an hour. The answer is
        the same whether there is such an account. The tenant is named, or told from the Origin
        header."""
        body = self.validated_body()
        tenant = resolve_tenant(slug=body.get("tenant_slug"), origin=request.headers.get("Origin"))
        password_resets.request_reset(
            tenant=tenant, email=body["email"], network=throttling.network_of(request)
        )
        return self.respond(None, "If there is such an account, a mail is on its way to it")


class PasswordResetConfirmView(PublicView):
    serializer_class = PasswordResetConfirmSerializer

    @errors("400")
    @extend_schema(responses={200: None}, operation_id="auth_password_reset_confirm")
    def post(self, request):
        """Choose a new password with the token of the mail. All sessions and tokens of the account
        end. A password that is refused leaves the token good."""
        password_resets.confirm_reset(
            **self.validated_body(), network=throttling.network_of(request)
        )
        return self.respond(None, "Password changed successfully")


class ForgottenPasswordPage(TenantSignIn):
    """Asks for the address of the account, and answers the same for all."""

    def get(self, request):
        return self._ask(ForgottenPasswordForm(), HTTPStatus.OK)

    def post(self, request):
        form = ForgottenPasswordForm(request.POST)
        if self.tenant is None or not form.is_valid():
            return self._ask(form, HTTPStatus.UNPROCESSABLE_ENTITY)
        email = form.cleaned_data["email"]
        try:
            password_resets.request_reset(tenant=self.tenant, email=email, network=self.network)
        except RateLimited as refusal:
            return self.refuse_for_a_while(form, refusal, self._ask)
        sign_in = self.on_the_way(self.sign_in_page)
        return self.page("reset_asked", tenant=self.tenant, email=email, sign_in=sign_in)

    def _ask(self, form: ForgottenPasswordForm, status: int):
        if self.tenant is None:
            return self.page("unknown", status=HTTPStatus.NOT_FOUND)
        sso = sso_login(self.tenant, self.next) if passwords.are_off(self.tenant) else None
        sign_in = self.on_the_way(self.sign_in_page)
        return self.page(
            "forgotten", tenant=self.tenant, form=form, sso=sso, sign_in=sign_in, status=status
        )


class PasswordResetPage(MailedLinkPage):
    """The page behind the link of such a mail: to choose another password."""

    kind = PasswordReset
    folder = "password_resets"

    def takes_password(self, reset: PasswordReset) -> bool:
        """Return False where passwords were switched off since: the page shows the other way in."""
        return passwords.may_use(reset.user)

    def save(self, password: str) -> None:
        password_resets.confirm_reset(
            token=self.token, new_password=password, network=throttling.network_of(self.request)
        )
