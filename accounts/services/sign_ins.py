"""Sign-in, refresh and sign-out (contract §2)."""

from dataclasses import dataclass

from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import Token
from rest_framework_simplejwt.utils import datetime_from_epoch

from accounts import throttling
from accounts.models import SignIn, SSOLogin, User
from accounts.services.tokens import RefreshToken
from accounts.throttling import Device
from config.addresses import canonical
from config.context import bind_request_context, within
from config.errors import Unauthenticated
from config.ids import is_id
from tenants.models import Tenant

SIGN_IN_CLAIM = "sid"
TENANT_CLAIM = "tenant_id"

_WRONG = "The e-mail address or the password is wrong."
_REFUSED = "The refresh token is not valid any more."


@dataclass(frozen=True)
class TokenPair:
    """The tokens with which a front end acts for a user; ``expires_in`` is in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int
    token_type: str = "bearer"  # noqa: S105 - a scheme, not a secret


def identify(*, tenant: Tenant, email: str, password: str, network: str, device: Device) -> User:
    """Return the user with this e-mail and password, tried from a network and a device.

    Raises Unauthenticated, with one text for every reason, and RateLimited when they come too
    often or too soon.
    """
    bind_request_context(tenant.pk)
    with throttling.guess(
        account=f"{tenant.pk}:{canonical(email)}",
        network=network,
        device=device.id if device.knows(tenant=tenant, email=email) else None,
    ):
        user = authenticate(tenant=tenant, email=email, password=password)
        if user is None:
            raise Unauthenticated(_WRONG)
    return user


@transaction.atomic
def open_sign_in(*, user: User, sso_login: SSOLogin | None = None) -> TokenPair:
    """Start a family of tokens for a user who has proven their identity, perhaps at a CAS server.

    Raises Unauthenticated when the password was changed since the user was read: that change has
    just ended all sign-ins, and would miss this one.
    """
    current = User.objects.filter(pk=user.pk, password=user.password)
    if not current.update(last_activity_at=timezone.now()):
        raise Unauthenticated(_WRONG)
    refresh = RefreshToken()
    user_epoch, tenant_epoch = user.access_epochs
    sign_in = SignIn(
        tenant_id=user.tenant_id,
        user=user,
        sso_login=sso_login,
        user_epoch=user_epoch,
        tenant_epoch=tenant_epoch,
    )
    pair = _issue(sign_in, refresh)
    sign_in.save(force_insert=True)
    return pair


def refresh_sign_in(*, token: str) -> TokenPair:
    """Exchange a refresh token for a new pair; the token does not work any more afterwards.

    Raises Unauthenticated when it is invalid or expired, or when user or tenant may not act any
    more. A token that was used before ends its whole family: one of its two holders stole it.
    """
    claims = _read(token)
    found = claimed(claims)
    with within(found["tenant"]), transaction.atomic():
        sign_in = (
            SignIn.objects.open()
            .select_for_update(of=("self",))
            .select_related("user__tenant")
            .filter(**found)
            .first()
        )
        if sign_in is None:
            raise Unauthenticated(_REFUSED)
        if sign_in.refresh_jti == claims["jti"]:
            return _rotate(sign_in)
        SignIn.objects.filter(pk=sign_in.pk).end()
    # Outside the block, so that the family's end is committed.
    raise Unauthenticated(_REFUSED)


def _rotate(sign_in: SignIn) -> TokenPair:
    if not sign_in.is_valid:
        raise Unauthenticated(_REFUSED)
    pair = _issue(sign_in, RefreshToken())
    sign_in.save(update_fields=["refresh_jti", "expires_at"])
    return pair


def sign_out(*, user: User, token: str | None) -> None:
    """End the sign-in that a refresh token belongs to; all of the user's, without a token.

    A token that is invalid or somebody else's ends nothing: for the caller it is useless already.
    """
    sign_ins = SignIn.objects.filter(tenant_id=user.tenant_id, user=user)
    if token:
        try:
            claims = claimed(_read(token))
        except Unauthenticated:
            return
        sign_ins = sign_ins.filter(**claims)
    sign_ins.end()


def _issue(sign_in: SignIn, refresh: RefreshToken) -> TokenPair:
    """Return a signed pair for the family, and store the refresh token as its only valid one."""
    bind_request_context(sign_in.tenant_id, sign_in.user_id)
    refresh["sub"] = sign_in.user_id
    refresh[TENANT_CLAIM] = sign_in.tenant_id
    refresh[SIGN_IN_CLAIM] = sign_in.pk
    sign_in.refresh_jti = refresh["jti"]
    sign_in.expires_at = datetime_from_epoch(refresh["exp"])
    access = refresh.access_token
    return TokenPair(str(access), str(refresh), int(access.lifetime.total_seconds()))


def _read(token: str) -> RefreshToken:
    try:
        return RefreshToken(token)  # type: ignore[arg-type]  # a text; the library's hint is wrong
    except (TokenError, OverflowError) as error:
        raise Unauthenticated(_REFUSED) from error


def claimed(token: Token) -> dict[str, str]:
    """Return a token's claims as columns of SignIn; raises Unauthenticated if one is no id."""
    claims = {
        "pk": token.get(SIGN_IN_CLAIM),
        "tenant": token.get(TENANT_CLAIM),
        "user": token.get("sub"),
    }
    if not all(isinstance(value, str) and is_id(value) for value in claims.values()):
        raise Unauthenticated("The token claims something that we never wrote.")
    return claims
