"""Second factors are set up, replaced and removed (contract §16).

A second factor is bound to an account only by somebody who has just shown the password, or has a
code of the former one: a stolen token or browser session is not enough.
"""

from dataclasses import dataclass
from datetime import timedelta

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from pyotp import TOTP, random_base32

from accounts.models import SecondFactor, SignIn, User
from accounts.models.second_factor import seal_secret
from accounts.queries.second_factor import factor_of, is_required_of
from accounts.services.escalation import lock_user_for
from accounts.services.locks import lock_user
from accounts.services.passwords import guess_own, require_current
from accounts.services.second_factor.checks import require_own_code
from accounts.services.second_factor.codes import new_recovery_codes, recovery_digest, step_of
from config.context import within
from config.errors import Conflict, NotFound, RuleViolation
from tenants.models import EventType
from tenants.services import audit

# The time after a sign-in in which no password has to be shown again.
_RECENT = timedelta(minutes=10)

# The time for scanning the QR code and typing the first code, which may begin with the installation
# of an app: what was shown then counts no longer.
SET_UP_TIME = timedelta(minutes=15)

# Apps show it beside the code; longer ones make the QR code too fine to read.
_LONGEST_ISSUER = 40

_NONE = gettext_lazy("There is no second factor.")
_ANOTHER = gettext_lazy(
    "Your second factor was changed meanwhile, in another window perhaps. Begin again."
)
_WRONG = gettext_lazy(
    "The code is wrong. Type the one that the app shows now. If it stays wrong, let the phone set "
    "its clock by itself."
)


@dataclass(frozen=True)
class OfferedFactor:
    """A new secret, which becomes the second factor once a code of it is typed."""

    secret: str
    otpauth_uri: str
    replaces: str
    """The version of the second factor that it was offered to take the place of."""


def prove(
    *, actor: User, current_password: str | None = None, code: str | None = None, recent: bool
) -> str:
    """Return the version of the second factor that the actor may replace; ``""`` if there is none.

    It takes a code of an active one; else the password, unless the sign-in is ``recent``. Raises
    RuleViolation where they are missing or wrong, or the account has no password, Conflict for an
    active one without a code, and RateLimited after too many wrong ones.
    """
    if not actor.has_usable_password():
        raise RuleViolation(
            _(
                "You have no password here: you sign in through your university, which may ask "
                "for a second factor itself."
            )
        )
    factor = factor_of(actor)
    if factor is not None:
        if not code:
            raise Conflict(_("You have a second factor already. Send a code of it to replace it."))
        require_own_code(actor, code)
        return factor.version
    if current_password:
        with guess_own(actor):
            require_current(actor, current_password)
    elif not recent:
        raise RuleViolation(_("Your sign-in is some time ago. Send your current_password as well."))
    return ""


def offer(user: User, *, replaces: str, secret: str = "") -> OfferedFactor:
    """Return a secret for a user, a new one if none is given; nothing is stored."""
    secret = secret or random_base32()
    # A colon would end the issuer.
    issuer = user.tenant.name.replace(":", " ")[:_LONGEST_ISSUER]
    uri = TOTP(secret).provisioning_uri(name=user.email, issuer_name=issuer)
    return OfferedFactor(secret, uri, replaces)


def begin(
    *, actor: User, sign_in_id: str, current_password: str | None = None, code: str | None = None
) -> OfferedFactor:
    """Store a new secret, to be confirmed; one that was pending before does not work any more.

    Raises as ``prove`` does.
    """
    with within(actor.tenant_id):
        since = timezone.now() - _RECENT
        recent = SignIn.objects.filter(pk=sign_in_id, user=actor, created_at__gt=since).exists()
        replaces = prove(actor=actor, current_password=current_password, code=code, recent=recent)
        offered = offer(actor, replaces=replaces)
        with transaction.atomic():
            factor = _locked(lock_user(actor), replaces)
            factor.pending = seal_secret(actor.pk, offered.secret)
            factor.save(update_fields=["pending", "updated_at"])
    return offered


def confirm(*, actor: User, code: str) -> list[str]:
    """Make the pending secret the second factor, by a code of it; return the recovery codes.

    Raises RuleViolation when nothing is pending any more or the code is wrong.
    """
    with within(actor.tenant_id):
        rows = SecondFactor.objects.for_tenant(actor.tenant_id).filter(user=actor)
        factor = rows.filter(updated_at__gt=timezone.now() - SET_UP_TIME).first()
        secret = factor and factor.pending and factor.read_secret(factor.pending)
        if not factor or not secret:
            raise RuleViolation(_("Nothing waits to be confirmed. Set the second factor up first."))
        return activate(
            user=actor, secret=secret, code=code, replaces=factor.version, pending=factor.pending
        )


def activate(
    *, user: User, secret: str, code: str, replaces: str, pending: str | None = None
) -> list[str]:
    """Make a secret that was offered the second factor; return the recovery codes, once.

    Raises RuleViolation for a wrong code, and Conflict when the second factor, or a ``pending``
    secret that is meant, is another one by now.
    """
    with within(user.tenant_id), transaction.atomic():
        user = lock_user(user)
        factor = _locked(user, replaces)
        if pending is not None and factor.pending != pending:
            raise Conflict(_ANOTHER)
        step = step_of(secret, code)
        if step is None:
            raise RuleViolation(str(_WRONG))
        factor.secret, factor.pending = seal_secret(user.pk, secret), ""
        factor.since, factor.last_step = timezone.now(), step
        codes = _give_recovery_codes(factor)
        factor.save()
        audit.record_about(EventType.SECOND_FACTOR_ADDED, user, actor=user, replaced=bool(replaces))
    return codes


def renew_recovery_codes(*, actor: User, code: str) -> list[str]:
    """Return new recovery codes; the former ones do not work any more. Raises as ``remove_own``."""
    with within(actor.tenant_id):
        factor = _require_active(actor)
        require_own_code(actor, code)
        with transaction.atomic():
            user = lock_user(actor)
            factor = _locked(user, factor.version)
            codes = _give_recovery_codes(factor)
            factor.save(update_fields=["recovery_digests", "updated_at"])
            audit.record_about(EventType.USER_UPDATED, user, actor=user, recovery_codes="renewed")
    return codes


def remove_own(*, actor: User, code: str) -> None:
    """Remove the actor's own second factor, by a code of it.

    Raises NotFound without one, RuleViolation for a wrong code and where the actor may not be
    without one, and RateLimited after too many wrong codes.
    """
    with within(actor.tenant_id):
        factor = _require_active(actor)
        if is_required_of(actor):
            raise RuleViolation(
                _(
                    "Super Admins who sign in with a password need a second factor here. You can "
                    "replace it by another one."
                )
            )
        require_own_code(actor, code)
        with transaction.atomic():
            user = lock_user(actor)
            _locked(user, factor.version).delete()
            audit.record_about(EventType.SECOND_FACTOR_REMOVED, user, actor=user)


@transaction.atomic
def remove_of(*, actor: User | None, user: User) -> User:
    """Remove the second factor of somebody who has lost phone and recovery codes.

    Raises as ``lock_user_for`` does, RuleViolation for the own one, and NotFound without one.
    """
    if actor is not None and actor.pk == user.pk:
        raise RuleViolation(_("Remove your own second factor in your profile, by a code of it."))
    user = lock_user_for(actor, user)
    factor = SecondFactor.objects.for_tenant(user.tenant_id).active().filter(user=user).first()
    if factor is None:
        raise NotFound(_NONE)
    factor.delete()
    audit.record_about(EventType.SECOND_FACTOR_REMOVED, user, actor=actor)
    return user


def _require_active(actor: User) -> SecondFactor:
    factor = factor_of(actor)
    if factor is None:
        raise NotFound(_NONE)
    return factor


def _locked(user: User, version: str) -> SecondFactor:
    """Return the row of a user who is locked; raises Conflict unless it has this version."""
    rows = SecondFactor.objects.for_tenant(user.tenant_id).filter(user=user)
    factor = rows.select_for_update(of=("self",), no_key=True).first()
    if (factor.version if factor else "") != version:
        raise Conflict(_ANOTHER)
    return factor or SecondFactor.objects.create(tenant_id=user.tenant_id, user=user)


def _give_recovery_codes(factor: SecondFactor) -> list[str]:
    codes = new_recovery_codes()
    factor.recovery_digests = [recovery_digest(factor.user_id, code) for code in codes]
    return codes
