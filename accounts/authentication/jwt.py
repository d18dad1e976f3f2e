"""The caller of a request: one query for user, role and tenant together (contract §1.9)."""

from drf_spectacular.contrib.rest_framework_simplejwt import SimpleJWTScheme
from rest_framework_simplejwt.authentication import JWTAuthentication
from rest_framework_simplejwt.exceptions import InvalidToken
from rest_framework_simplejwt.tokens import Token

from accounts.models import SignIn, User
from accounts.services.activity import note_activity
from accounts.services.sign_ins import claimed, still_works
from accounts.throttling.requests import consume_for_address, consume_for_user
from config.context import bind_request_context, within
from config.db import reads
from config.db.precompiled import Param, PrecompiledQuery
from config.errors import INVALID_TOKEN, Unauthenticated

_SIGN_IN = PrecompiledQuery(
    lambda: reads.with_position(
        SignIn.objects.open()
        .select_related("user__role", "user__tenant__sso_config")
        .filter(pk=Param("pk"), tenant=Param("tenant"), user=Param("user"))
    )
)


class TenantJWTAuthentication(JWTAuthentication):
    """An access token whose sign-in is open, whose user is active, and whose tenant is too.

    All of it is checked at every request, so that a deactivation, a changed matrix or a sign-out
    takes effect at the very next one.
    """

    def authenticate(self, request) -> tuple[User, Token] | None:
        """Return the caller; count the request for them and their tenant, or for the address."""
        try:
            caller = super().authenticate(request)
        except Unauthenticated:
            consume_for_address(request)
            raise
        if caller is not None:
            user, _ = caller
            consume_for_user(user)
        return caller

    def get_raw_token(self, header: bytes) -> bytes | None:
        """Return the token; HTTP allows the scheme in any case, which the library does not."""
        scheme, *rest = header.split(maxsplit=1) or [b""]
        if scheme.lower() == b"bearer":
            scheme = b"Bearer"
        return super().get_raw_token(b" ".join([scheme, *rest]))

    def get_validated_token(self, raw_token: bytes) -> Token:
        try:
            return super().get_validated_token(raw_token)
        except (InvalidToken, OverflowError) as error:
            raise Unauthenticated(INVALID_TOKEN) from error

    def get_user(self, validated_token: Token) -> User:
        claims = claimed(validated_token)
        # As the token claims: of another tenant it would find no sign-in.
        with within(claims["tenant"]):
            sign_in = _SIGN_IN.first(**claims)
        if sign_in is None or not still_works(sign_in):
            raise Unauthenticated("The token is not valid any more.")
        sign_in.user.tenant.require_here()
        bind_request_context(sign_in.tenant_id, sign_in.user_id)
        reads.note_position(sign_in)
        note_activity(sign_in.user, sign_in)
        return sign_in.user


class TenantJWTScheme(SimpleJWTScheme):
    """The description of this authentication for the OpenAPI document."""

    target_class = TenantJWTAuthentication
    name = "bearer"
