"""The check of a code, at a sign-in and before a change of the second factor (contract §16)."""

from urllib.parse import quote

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy

from accounts import throttling
from accounts.models import SecondFactor, User
from accounts.queries.second_factor import factor_of, must_set_up
from accounts.services.second_factor.codes import recovery_digest, step_of
from config.context import within
from config.errors import DomainError, ErrorCode, PermissionDenied, RuleViolation, Unauthenticated
from tenants.models import EventType
from tenants.services import audit

WRONG_CODE = gettext_lazy(
    "The code is wrong, or was used already. Type the one that your authenticator app shows now, "
    "or a recovery code that you have not used yet."
)


class SecondFactorRequired(Unauthenticated):
    """The password was right, and a code has to come with it."""

    code = ErrorCode.SECOND_FACTOR_REQUIRED

    def __init__(self, user: User) -> None:
        super().__init__("Send a code of your authenticator app, or a recovery code, as well.")
        self.user = user


class SecondFactorSetupRequired(PermissionDenied):
    """The password was right, and the account has to get a second factor before anything else."""

    code = ErrorCode.SECOND_FACTOR_SETUP_REQUIRED

    def __init__(self, user: User) -> None:
        page = f"{settings.PUBLIC_URL}/sign-in/{quote(user.tenant.slug)}"
        super().__init__(
            "Super Admins need a second factor here. Sign in once in a browser to set it up: "
            f"{page}",
            {"sign_in_page": page},
        )
        self.user = user


def require_code(user: User, code: str | None, *, device: str | None) -> None:
    """Use up the code that a sign-in needs; where the user has no second factor, it needs none.

    ``device`` is the id of a device that signed in to the account before. All others have their
    wrong codes counted together, wherever they are. Raises SecondFactorRequired without a code,
    Unauthenticated after a wrong one, and RateLimited after too many.
    """
    if factor_of(user) is None:
        return
    if not code:
        raise SecondFactorRequired(user)
    _try_code(user, code, who=_counted_for(user, device), refusal=Unauthenticated)


def forgive_codes(user: User) -> None:
    """Forget the wrong codes at an account that has a new password, once in the limit's time.

    Whoever knew the former one may have used them all up. More often would give whoever reads the
    owner's mail as many codes to try as they like.
    """
    _, seconds = settings.SECOND_FACTOR_LIMIT
    if throttling.is_within("second-factor-forgiven", user.pk, (1, seconds)):
        throttling.reset("second-factor", _counted_for(user, None))


def _counted_for(user: User, device: str | None) -> str:
    return f"{device or 'anywhere'} {user.pk}"


def require_own_code(user: User, code: str) -> None:
    """Use up a code of somebody who is signed in; raises RuleViolation for a wrong one."""
    _try_code(user, code, who=f"signed-in {user.pk}", refusal=RuleViolation)


def require_set_up(user: User) -> None:
    """Raise SecondFactorSetupRequired for somebody who may not be without a second factor."""
    if must_set_up(user):
        raise SecondFactorSetupRequired(user)


def _try_code(user: User, code: str, *, who: str, refusal: type[DomainError]) -> None:
    # Counted outside the transaction of the code.
    with (
        throttling.attempt("second-factor", who, settings.SECOND_FACTOR_LIMIT),
        within(user.tenant_id),
    ):
        if not use_code(user, code):
            raise refusal(str(WRONG_CODE))


@transaction.atomic
def use_code(user: User, code: str) -> bool:
    """Return whether a code is right, and mark it as used; of several at once, one is."""
    factor = (
        SecondFactor.objects.for_tenant(user.tenant_id)
        .active()
        .filter(user=user)
        .select_for_update(of=("self",), no_key=True)
        .first()
    )
    return factor is not None and (_use_app(factor, code) or _use_recovery(factor, user, code))


def _use_app(factor: SecondFactor, code: str) -> bool:
    secret = factor.read_secret(factor.secret)
    step = secret and step_of(secret, code, after=factor.last_step)
    if not secret or not step:
        return False
    factor.last_step = step
    factor.renew_seal("secret")
    factor.save(update_fields=["last_step", "secret"])
    return True


def _use_recovery(factor: SecondFactor, user: User, code: str) -> bool:
    used = recovery_digest(user.pk, code)
    if used not in factor.recovery_digests:
        return False
    factor.recovery_digests = [one for one in factor.recovery_digests if one != used]
    factor.save(update_fields=["recovery_digests"])
    audit.record_about(
        EventType.USER_UPDATED, user, actor=user, recovery_codes_left=len(factor.recovery_digests)
    )
    return True
