"""The target of an invitation's link (contract §2): a page for people, an endpoint for sites."""

from http import HTTPStatus

from django.shortcuts import render
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.debug import sensitive_post_parameters
from django.views.generic import View
from drf_spectacular.utils import extend_schema

from accounts.forms import ChoosePasswordForm
from accounts.models import Invitation, InvitationState
from accounts.queries.invitations import find_invitation
from accounts.serializers.auth import AcceptInvitationSerializer, TokenPairSerializer
from accounts.services import invitations
from accounts.views import pages
from accounts.views.auth import PublicView
from config.api.schema import errors
from config.errors import RuleViolation
from tenants.branding import Theme, signs_in_elsewhere


class AcceptInvitationView(PublicView):
    serializer_class = AcceptInvitationSerializer

    @errors("400")
    @extend_schema(
        responses=TokenPairSerializer(allow_null=True), operation_id="auth_accept_invite"
    )
    def post(self, request):
        """Use an invitation's token up. Answers a token pair, or null where people sign in
        through SSO."""
        # Not counted: nobody guesses 256 bits, and a department that was invited together accepts
        # from one address.
        pair = invitations.accept_invitation(token=self.validated_body()["token"])
        data = pair and TokenPairSerializer(pair).data
        return self.respond(data, "Invitation accepted successfully")


# The header values of requests that the user made on our own page; older browsers send none.
_FROM_HERE = {None, "same-origin", "none"}


@method_decorator(csrf_exempt, name="dispatch")
@method_decorator(sensitive_post_parameters(), name="dispatch")
class InvitationPage(View):
    """The page behind the link in the mail.

    To look changes nothing, since mail scanners look before people do. Only the form does, and it
    is guarded without a cookie: no other site knows the token in its address, and a browser that
    says where a request comes from is listened to. Django's own guard would refuse everybody,
    because pages without a referrer post with ``Origin: null``.
    """

    http_method_names = ("get", "head", "post")

    def dispatch(self, request, *args, token: str, **kwargs):
        self.token = token
        # The address contains the token; a logo's server, or the next page's, must not get it.
        return pages.protect(super().dispatch(request, *args, **kwargs), referrer="no-referrer")

    def get(self, request):
        invitation = find_invitation(token=self.token)
        return self._page(invitation, invitation and ChoosePasswordForm(invitation.user))

    def post(self, request):
        """Give the account its password; where it needs none, show the way in as ``get`` does."""
        if request.headers.get("Sec-Fetch-Site") not in _FROM_HERE:
            return self._render("foreign", None, status=HTTPStatus.FORBIDDEN)
        invitation = find_invitation(token=self.token)
        if invitation is None or invitation.state != InvitationState.OPEN:
            return self._page(invitation)
        form = ChoosePasswordForm(invitation.user, request.POST)
        if signs_in_elsewhere(invitation.user.tenant) or not form.is_valid():
            return self._page(invitation, form)
        try:
            password = form.cleaned_data["password1"]
            invitations.choose_password(token=self.token, password=password)
        except RuleViolation:  # somebody was faster, or the tenant has changed
            return self._page(find_invitation(token=self.token), form)
        return self._render("welcome", invitation)

    def _page(self, invitation: Invitation | None, form: ChoosePasswordForm | None = None):
        if invitation is None:
            return self._render("unknown", None, status=HTTPStatus.NOT_FOUND)
        if invitation.state != InvitationState.OPEN:
            return self._render(invitation.state, invitation, status=HTTPStatus.GONE)
        status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
        return self._render("open", invitation, form=form, status=status)

    def _render(
        self, page: str, invitation: Invitation | None, *, status: int = HTTPStatus.OK, **context
    ):
        if invitation is not None:
            tenant = invitation.user.tenant
            context |= {
                "invitation": invitation,
                "theme": Theme.of(tenant),
                "sso": signs_in_elsewhere(tenant),
                "sso_login": reverse("sso-login", kwargs={"tenant_slug": tenant.slug}),
            }
        return render(self.request, f"invitations/{page}.html", context, status=status)
