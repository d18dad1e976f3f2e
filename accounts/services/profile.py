"""Changes that people make to their own account (contract §2)."""

from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from accounts.services.locks import lock_user
from accounts.services.passwords import (
    guess_own,
    require_current,
    require_password_use,
    require_strong,
    set_password,
)
from accounts.sso import passwords
from accounts.validators.names import require_intact_changes
from config.context import within
from config.errors import RuleViolation
from tenants.models import EventType
from tenants.services import audit


@transaction.atomic
def update_profile(*, actor: User, **values: Any) -> User:
    """Change the caller's own name, title or department; absent values stay as they are.

    Raises as ``require_intact_changes`` does.
    """
    with within(actor.tenant_id):  # wherever a Super Admin works meanwhile
        user = lock_user(actor)
        changes = audit.apply(user, values)
        require_intact_changes(changes)
        if changes:
            user.save(update_fields=[*changes, "updated_at"])
            audit.record_about(EventType.USER_UPDATED, user, actor=actor, changes=changes)
    return user


def change_password(
    *, actor: User, sign_in_id: str | None, current_password: str, new_password: str
) -> None:
    """Replace the caller's password; all their sign-ins but ``sign_in_id`` end.

    Raises RuleViolation when there is no password to change or none is good here, when the new one
    is weak or the current one wrong, and RateLimited after too many wrong ones.
    """
    if not actor.has_usable_password():
        raise RuleViolation(_("You have no password here: you sign in through your university."))
    require_password_use(actor)
    require_strong(new_password, actor)
    # Counted outside the transaction: a wrong guess rolls that back.
    with guess_own(actor), within(actor.tenant_id):
        _replace_password(actor, sign_in_id, current_password, new_password)


@transaction.atomic
def _replace_password(actor: User, sign_in_id: str | None, current: str, new: str) -> None:
    user = lock_user(actor)
    require_current(user, current)
    set_password(user, new, via="change", keep=sign_in_id)


def has_password_here(user: User) -> bool:
    """Return whether there is a password that the user can change."""
    return user.has_usable_password() and passwords.may_use(user)
