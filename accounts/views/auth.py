"""Signing in, staying signed in, signing out (contract §2)."""

from django.conf import settings
from drf_spectacular.utils import extend_schema

from accounts import throttling
from accounts.serializers.auth import (
    LoginSerializer,
    LogoutSerializer,
    RefreshSerializer,
    TokenPairSerializer,
)
from accounts.services import sign_ins
from config.api.permissions import IsSignedIn
from config.api.schema import refuses
from config.api.views import EnvelopeView
from config.requests import client_address
from tenants.resolution import resolve_tenant


class PublicView(EnvelopeView):
    """Open to everybody; whoever shows a token here is not looked at more closely."""

    authentication_classes = ()
    permission_classes = ()


class LoginView(PublicView):
    serializer_class = LoginSerializer

    @refuses("400", "401")
    @extend_schema(responses=TokenPairSerializer, operation_id="auth_login")
    def post(self, request):
        """Sign in with e-mail and password. The tenant is named, or told from the Origin header."""
        body = self.body()
        address = throttling.neighbourhood(client_address(request))
        throttling.allow("login-address", address, settings.LOGIN_LIMIT_PER_ADDRESS)
        tenant = resolve_tenant(slug=body.get("tenant_slug"), origin=request.headers.get("Origin"))
        pair = sign_ins.sign_in(tenant=tenant, email=body["email"], password=body["password"])
        # A lecture hall signs in from one address.
        throttling.take_back("login-address", address)
        return self.answer(TokenPairSerializer(pair).data, "Login successful")


class RefreshView(PublicView):
    serializer_class = RefreshSerializer

    @refuses("401")
    @extend_schema(responses=TokenPairSerializer, operation_id="auth_refresh")
    def post(self, request):
        """Exchange a refresh token for a new pair. The token is dead afterwards; used a second
        time, it ends the whole sign-in."""
        pair = sign_ins.refresh_sign_in(token=self.body()["refresh_token"])
        return self.answer(TokenPairSerializer(pair).data, "Token refreshed successfully")


class LogoutView(EnvelopeView):
    permission_classes = (IsSignedIn,)
    serializer_class = LogoutSerializer

    @extend_schema(responses={200: None}, operation_id="auth_logout")
    def post(self, request):
        """End the sign-in of a refresh token; without one, all sign-ins of the caller."""
        sign_ins.sign_out(user=request.user, token=self.body().get("refresh_token"))
        return self.answer(None, "Logged out successfully")
