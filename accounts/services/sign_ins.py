"""Sign-in, refresh and sign-out (contract §2)."""

from contextlib import AbstractContextManager
from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import authenticate
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy
from rest_framework_simplejwt.exceptions import TokenError
from rest_framework_simplejwt.tokens import Token
from rest_framework_simplejwt.utils import datetime_from_epoch, datetime_to_epoch

from accounts import throttling
from accounts.models import CLOCKS_APART, SignIn, SignInKind, SignInWay, SSOLogin, User
from accounts.models.sso import digest
from accounts.services import second_factor
from accounts.services.sessions import end_all, end_family
from accounts.services.sign_in_events import (
    record_refused,
    record_success,
    record_theft,
    record_wrong_password,
)
from accounts.services.tokens import RefreshToken
from accounts.sso import passwords
from accounts.throttling import Device
from config.context import bind_request_context, current_request, within
from config.errors import Conflict, RateLimited, Unauthenticated, Unavailable
from config.hashing import require_place
from config.ids import is_id
from tenants.models import Tenant

SIGN_IN_CLAIM = "sid"
TENANT_CLAIM = "tenant_id"

_WRONG = gettext_lazy("The e-mail address or the password is wrong.")
# Where passwords are switched off, for whomever: it must not tell which accounts there are.
_WRONG_HERE = gettext_lazy(
    "The e-mail address or the password is wrong, or the account signs in through its university."
)
_REFUSED = "The refresh token is not valid any more."
_LATE = (
    "The refresh token was exchanged a moment ago. Use the pair that was issued then; your other "
    "tab has it."
)


@dataclass(frozen=True)
class TokenPair:
    """The tokens with which a front end acts for a user; ``expires_in`` is in seconds."""

    access_token: str
    refresh_token: str
    expires_in: int
    token_type: str = "bearer"  # noqa: S105 - a scheme, not a secret


def identify(
    *,
    tenant: Tenant,
    email: str,
    password: str,
    network: str,
    device: Device,
    kind: SignInKind,
    code: str | None = None,
) -> User:
    """Return the user with this e-mail and password, tried from a network and a device.

    ``kind`` says what they would open. Raises Unauthenticated, with one text for every reason, and
    RateLimited when they come too often or too soon, Unavailable when the password was not looked
    at since too many are. Once the password was right:
    SecondFactorRequired where a ``code`` has to come with it, Unauthenticated for a wrong code, and
    SecondFactorSetupRequired for a user who may not be without a second factor. A password or a
    code that was checked and wrong is recorded.
    """
    bind_request_context(tenant.pk)
    tenant.require_settled()
    # A rush is over sooner if whoever is refused costs next to nothing.
    require_place()
    known = device.id if device.knows(tenant=tenant, email=email) else None
    with _guess(tenant, email, network, known):
        user = authenticate(tenant=tenant, email=email, password=password)
        if user is None:
            record_wrong_password(tenant=tenant, email=email, kind=kind)
            raise Unauthenticated(str(_WRONG_HERE if passwords.are_off(tenant) else _WRONG))
        _require_code(user, code, kind=kind, device=known)
    second_factor.require_set_up(user)
    return user


def identify_by_code(
    *, user: User, code: str, network: str, device: Device, kind: SignInKind
) -> User:
    """Return a user whose password was right before, and now the code; raises as ``identify``."""
    bind_request_context(user.tenant_id)
    known = device.id if device.knows(tenant=user.tenant, email=user.email) else None
    with _guess(user.tenant, user.email, network, known):
        _require_code(user, code, kind=kind, device=known)
    # The second factor may have been removed since the password.
    second_factor.require_set_up(user)
    return user


def _require_code(user: User, code: str | None, *, kind: SignInKind, device: str | None) -> None:
    try:
        second_factor.require_code(user, code, device=device)
    except second_factor.SecondFactorRequired:
        raise
    except Unauthenticated:
        record_refused(user=user, kind=kind, via=SignInWay.PASSWORD)
        raise


def _guess(
    tenant: Tenant, email: str, network: str, device: str | None
) -> AbstractContextManager[None]:
    return throttling.guess(
        account=throttling.account_key(tenant, email),
        network=network,
        device=device,
        # A right password without its code tells nothing of either, and is how everybody begins.
        innocent=(second_factor.SecondFactorRequired, RateLimited, Unavailable),
    )


@transaction.atomic
def sign_in_to_api(*, user: User, sso_login: SSOLogin | None = None) -> TokenPair:
    """Start a family of tokens as ``open_sign_in`` does, and record it."""
    pair = open_sign_in(user=user, sso_login=sso_login)
    via = SignInWay.CAS if sso_login else SignInWay.PASSWORD
    record_success(user=user, kind=SignInKind.API, via=via)
    return pair


@transaction.atomic
def open_sign_in(*, user: User, sso_login: SSOLogin | None = None) -> TokenPair:
    """Start a family of tokens for a user who has proven their identity, perhaps at a CAS server.

    Raises Unauthenticated when the password was changed since the user was read: that change has
    just ended all sign-ins, and would miss this one.
    """
    current = User.objects.filter(pk=user.pk, password=user.password)
    if not current.update(last_activity_at=timezone.now()):
        raise Unauthenticated(str(_WRONG))
    user_epoch, tenant_epoch = user.access_epochs
    sign_in = SignIn(
        tenant_id=user.tenant_id,
        user=user,
        sso_login=sso_login,
        user_epoch=user_epoch,
        tenant_epoch=tenant_epoch,
    )
    pair = _issue(sign_in)
    sign_in.save(force_insert=True)
    return pair


def refresh_sign_in(*, token: str) -> TokenPair:
    """Exchange a refresh token for a new pair; the token does not work any more afterwards.

    Raises Unauthenticated when it is invalid or expired, or when user or tenant may not act any
    more. A token that was used before ends its whole family: one of its two holders stole it. But
    the client that has just exchanged it may be late with it in another tab (Conflict).
    """
    claims = _read(token)
    found = claimed(claims)
    with within(found["tenant"]), transaction.atomic():
        sign_in = (
            SignIn.objects.open()
            .select_for_update(of=("self",))
            .select_related("user__role", "user__tenant__sso_config")
            .filter(**found)
            .first()
        )
        if sign_in is None:
            raise Unauthenticated(_REFUSED)
        if sign_in.refresh_jti == claims["jti"]:
            return _rotate(sign_in)
        if _is_late(sign_in, claims["jti"]):
            raise Conflict(_LATE)
        SignIn.objects.filter(pk=sign_in.pk).end()
        record_theft(user=sign_in.user)
    # Outside the block, so that the family's end is committed.
    raise Unauthenticated(_REFUSED)


def still_works(sign_in: SignIn) -> bool:
    """Return whether a sign-in is valid, and its way in still open: passwords may be off."""
    return sign_in.is_valid and (
        sign_in.sso_login_id is not None or passwords.may_use(sign_in.user)
    )


def _rotate(sign_in: SignIn) -> TokenPair:
    if not still_works(sign_in):
        raise Unauthenticated(_REFUSED)
    sign_in.previous_jti = sign_in.refresh_jti
    sign_in.rotated_at, sign_in.rotated_by = timezone.now(), _client()
    pair = _issue(sign_in)
    sign_in.save(
        update_fields=[
            *("refresh_jti", "expires_at", "previous_jti", "rotated_at", "rotated_by"),
            *("last_used_at", "address", "user_agent"),
        ]
    )
    return pair


def _is_late(sign_in: SignIn, jti: str) -> bool:
    """Return whether a token was exchanged a moment ago, by the client that shows it again."""
    if sign_in.previous_jti != jti or sign_in.rotated_at is None or not still_works(sign_in):
        return False
    # The clocks of our machines may differ; the one that exchanged it may be ahead.
    age = timezone.now() - sign_in.rotated_at
    return -CLOCKS_APART <= age <= settings.REFRESH_GRACE and sign_in.rotated_by == _client()


def _client() -> str:
    """Return a digest of the caller's address and program."""
    request = current_request()
    return digest(f"{request.address} {request.user_agent}")


def sign_out(*, user: User, token: str | None) -> None:
    """End the sign-in that a refresh token belongs to; without one, all of the user's.

    A token that is invalid or somebody else's ends nothing: for the caller it is useless already.
    """
    if token is None:
        end_all(user=user)
        return
    try:
        claims = claimed(_read(token))
    except Unauthenticated:
        return
    end_family(user=user, claims=claims)


def _issue(sign_in: SignIn) -> TokenPair:
    """Return a signed pair for the family, and store the refresh token as its only valid one.

    No token outlives the family.
    """
    bind_request_context(sign_in.tenant_id, sign_in.user_id)
    sign_in.note_use(timezone.now())
    refresh = RefreshToken()
    refresh["sub"] = sign_in.user_id
    refresh[TENANT_CLAIM] = sign_in.tenant_id
    refresh[SIGN_IN_CLAIM] = sign_in.pk
    end = datetime_to_epoch(sign_in.ends_at)
    refresh["exp"] = min(refresh["exp"], end)
    access = refresh.access_token
    access["exp"] = min(access["exp"], end)
    sign_in.refresh_jti = refresh["jti"]
    sign_in.expires_at = datetime_from_epoch(refresh["exp"])
    seconds = access["exp"] - datetime_to_epoch(refresh.current_time)
    return TokenPair(str(access), str(refresh), seconds)


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
