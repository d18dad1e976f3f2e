"""The one way in which a password comes to be another one, whoever changes it (§2, §16)."""

from contextlib import AbstractContextManager

from django.conf import settings
from django.contrib.auth.hashers import check_password
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from accounts import throttling
from accounts.models import SignIn, User
from accounts.sso import passwords
from config.errors import RuleViolation, Unavailable
from tenants.models import EventType
from tenants.services import audit


def require_password_use(user: User) -> None:
    """Raise RuleViolation where passwords are switched off for the user."""
    if not passwords.may_use(user):
        raise RuleViolation(passwords.ELSEWHERE)


def guess_own(user: User) -> AbstractContextManager[None]:
    """Count what a block tries as a guess of somebody signed in at their own password.

    The block raises RuleViolation for a wrong one. It is not entered after too many: RateLimited.
    """
    return throttling.attempt(
        "change-password",
        user.pk,
        settings.PASSWORD_LIMIT_PER_USER,
        on_success=throttling.reset,
        innocent=(Unavailable,),
    )


def require_current(user: User, password: str) -> None:
    """Raise RuleViolation unless it is the user's password."""
    if not check_password(password, user.password):
        raise RuleViolation(_("The current password is wrong."))


def require_strong(password: str, user: User) -> None:
    """Raise RuleViolation, with advice, for a password that is easily guessed."""
    try:
        validate_password(password, user)
    except ValidationError as error:
        raise RuleViolation(" ".join(error.messages)) from error


def set_password(user: User, password: str, *, via: str, keep: str | None = None) -> None:
    """Give a locked user another password, checked before; all other ways in end.

    Those are their browser sessions, which are tied to the password, their sign-ins but ``keep``,
    and links that were mailed to choose another one. ``via`` is for the audit trail.
    """
    user.set_password(password)
    user.save(update_fields=["password", "updated_at"])
    user.passwordresets.withdraw()
    sign_ins = SignIn.objects.filter(tenant_id=user.tenant_id, user=user)
    audit.record_about(
        EventType.PASSWORD_CHANGED,
        user,
        actor=user,
        via=via,
        sign_ins_ended=sign_ins.exclude(pk=keep).end(),
    )
