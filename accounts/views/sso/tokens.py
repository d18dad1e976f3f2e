"""The exchange of the code with which single sign-on ends at a front end (contract §2)."""

from drf_spectacular.utils import extend_schema

from accounts.serializers.auth import SSOTokenSerializer, TokenPairSerializer
from accounts.services import sso
from accounts.views.auth import PublicView
from config.api.schema import errors


class SSOTokenView(PublicView):
    serializer_class = SSOTokenSerializer

    @errors("400", "429")
    @extend_schema(responses=TokenPairSerializer, operation_id="auth_sso_token")
    def post(self, request):
        """Exchange the code that single sign-on ended with for tokens, once and within a minute.
        `code_verifier` is what the `code_challenge` was made of (PKCE, S256)."""
        body = self.validated_body()
        # Not counted: nobody guesses 160 bits in a minute.
        pair = sso.redeem_code(code=body["code"], verifier=body["code_verifier"])
        return self.respond(TokenPairSerializer(pair).data, "Login successful")
