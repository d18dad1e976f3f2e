"""The target of an invitation's link (contract §2): a page for people, an endpoint for sites."""

from drf_spectacular.utils import extend_schema

from accounts.models import Invitation
from accounts.serializers.auth import AcceptInvitationSerializer, TokenPairSerializer
from accounts.services import invitations
from accounts.views.auth import PublicView
from accounts.views.mailed_links import MailedLinkPage
from config.api.schema import errors
from tenants.branding import signs_in_elsewhere


class AcceptInvitationView(PublicView):
    serializer_class = AcceptInvitationSerializer

    @errors("400")
    @extend_schema(
        responses=TokenPairSerializer(allow_null=True), operation_id="auth_accept_invite"
    )
    def post(self, request):
        """Use an invitation's token up. Where people sign in with a password it takes one, and
        answers a token pair; where they sign in through SSO it takes none, and answers null."""
        # Not counted: nobody guesses 160 bits, and a department that was invited together accepts
        # from one address.
        pair = invitations.accept_invitation(**self.validated_body())
        data = pair and TokenPairSerializer(pair).data
        return self.respond(data, "Invitation accepted successfully")


class InvitationPage(MailedLinkPage):
    """The page behind the link of an invitation's mail: to choose a password, or to sign in."""

    kind = Invitation
    folder = "invitations"

    def takes_password(self, invitation: Invitation) -> bool:
        """Return False where an account needs none: then the page shows the way in."""
        return not signs_in_elsewhere(invitation.user.tenant)

    def save(self, password: str) -> None:
        invitations.choose_password(token=self.token, password=password)
