"""The rule that nobody grants a right they lack, or changes a user who has one (§4, §5, G36)."""

from collections.abc import Collection

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from accounts.models import Role, User, is_erased
from accounts.services.locks import lock_roles, lock_user
from config.context import within
from config.errors import FlagMissing, NotFound, PermissionDenied
from config.permissions import ALL_FLAGS

ERASED = gettext_lazy("This person was erased: what is left of the account stays as it is.")


def require_can_delegate(actor: User | None, flags: Collection[str]) -> None:
    """Raise FlagMissing for the first of ``flags`` that the actor's role does not grant.

    No actor stands for the system itself, which may do everything.
    """
    if missing := _missing(actor, flags):
        raise FlagMissing(missing)


def lock_user_for(actor: User | None, user: User, *, role_id: str | None = None) -> User:
    """Return the user as they are now, locked for a change that this actor may make.

    The permissions of their role are locked as well, and those of a new role ``role_id``.
    Everybody may change themselves.

    Raises FlagMissing for the first flag that the user holds and the actor lacks,
    PermissionDenied for a Super Admin whom somebody else wants to change, and NotFound for somebody
    who was erased.
    """
    user = lock_user(user)
    if is_erased(user):
        raise NotFound(ERASED)
    lock_roles(user.tenant_id, user.role_id, role_id)
    if actor is not None and actor.pk == user.pk:
        return user
    if missing := _missing(actor, user.flags):
        if user.is_super_admin:
            raise PermissionDenied(_("Only a Super Admin may change a Super Admin."))
        raise FlagMissing(missing)
    return user


def _missing(actor: User | None, flags: Collection[str]) -> str | None:
    """Return the first flag that the actor lacks.

    The role is read again: it may have changed since the request began, above all while this
    transaction waited for a lock.
    """
    if actor is None or not flags:
        return None
    with within(actor.tenant_id):
        role = Role.objects.for_tenant(actor.tenant_id).filter(users=actor.pk).first()
    held = role.flags if role else set()
    return next((flag for flag in ALL_FLAGS if flag in flags and flag not in held), None)
