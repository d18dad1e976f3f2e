"""The views for sign-in, refresh and sign-out (contract §2)."""

from drf_spectacular.utils import OpenApiParameter, extend_schema

from accounts import throttling
from accounts.models import SignInKind
from accounts.serializers.auth import (
    LoginSerializer,
    LogoutSerializer,
    RefreshSerializer,
    TokenPairSerializer,
)
from accounts.services import sign_ins
from config.api.permissions import IsSignedIn
from config.api.schema import errors
from config.api.views import EnvelopeView
from tenants.queries.resolution import resolve_tenant


class PublicView(EnvelopeView):
    """Open to everybody; whoever shows a token here is not looked at more closely."""

    authentication_classes = ()
    permission_classes = ()


# A header, since the answer's keys are the contract's.
_DEVICE_TOKEN = "X-Device-Token"  # noqa: S105 - a name


class LoginView(PublicView):
    serializer_class = LoginSerializer

    @errors("400", "401", "403")
    @extend_schema(
        responses=TokenPairSerializer,
        operation_id="auth_login",
        parameters=[
            OpenApiParameter(
                _DEVICE_TOKEN,
                location=OpenApiParameter.HEADER,
                description="What the latest sign-in from here was answered in this header.",
            ),
            OpenApiParameter(
                _DEVICE_TOKEN,
                location=OpenApiParameter.HEADER,
                response=[200],
                description="Keep it, and send it when somebody signs in from here again: then "
                "others who guess at the account stop nobody here. It opens nothing.",
            ),
        ],
    )
    def post(self, request):
        """Sign in with e-mail and password. The tenant is named, or told from the Origin header.

        Where the account has a second factor, a ``code`` comes with them: one of the app's, or a
        recovery code. Without it the answer is 401 with the code SECOND_FACTOR_REQUIRED. Where the
        account has to get one first, it is 403 with SECOND_FACTOR_SETUP_REQUIRED.
        """
        body = self.validated_body()
        tenant = resolve_tenant(slug=body.get("tenant_slug"), origin=request.headers.get("Origin"))
        device = throttling.Device.of(request.headers.get(_DEVICE_TOKEN, ""))
        user = sign_ins.identify(
            tenant=tenant,
            email=body["email"],
            password=body["password"],
            code=body.get("code"),
            network=throttling.network_of(request),
            device=device,
            kind=SignInKind.API,
        )
        pair = sign_ins.sign_in_to_api(user=user)
        response = self.respond(TokenPairSerializer(pair).data, "Login successful")
        response.headers[_DEVICE_TOKEN] = device.signed_in(user).token()
        return response


class RefreshView(PublicView):
    serializer_class = RefreshSerializer

    @errors("401", "409")
    @extend_schema(responses=TokenPairSerializer, operation_id="auth_refresh")
    def post(self, request):
        """Exchange a refresh token for a new pair. The token is dead afterwards; used a second
        time, it ends the whole sign-in. Only the client that has just exchanged it, and is late
        with it in another tab, gets 409 for ten seconds: take the pair of the first answer."""
        pair = sign_ins.refresh_sign_in(token=self.validated_body()["refresh_token"])
        return self.respond(TokenPairSerializer(pair).data, "Token refreshed successfully")


class LogoutView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = LogoutSerializer

    @extend_schema(responses={200: None}, operation_id="auth_logout")
    def post(self, request):
        """End the sign-in of a refresh token; without one, all sign-ins of the caller, those in
        browsers too."""
        sign_ins.sign_out(user=request.user, token=self.validated_body().get("refresh_token"))
        return self.respond(None, "Logged out successfully")
