"""The rule that a tenant keeps at least one person who can edit both users and roles (G36)."""

from django.db import connection
from django.db.models import Q
from django.utils.translation import gettext as _

from accounts.models import LegacyRole, User
from config.errors import RuleViolation
from config.permissions import Action, Module, flag

MANAGING = frozenset(flag(m, Action.EDIT) for m in (Module.USER_MANAGEMENT, Module.ROLE_MANAGEMENT))

_MANAGES = Q(role__permissions__contains=sorted(MANAGING)) | Q(
    role__legacy_role=LegacyRole.SUPER_ADMIN
)


def manages_access(user: User) -> bool:
    """Return whether the user can edit both users and roles: one such person has to stay."""
    return user.is_active and user.flags >= MANAGING


def require_access_manager(tenant_id: str) -> None:
    """Refuse (RuleViolation) a change after which nobody of the tenant could edit users and roles.

    Call it once the change is written, and only if it took such a person away: a tenant that has
    none may be changed. It binds everybody, Super Admins and commands too, since it is about the
    people who are left and not about rights. Two transactions that take away the last two people
    would each find the other person still there; so only one transaction of a tenant at a time may
    check this, and the next one waits until it has ended.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('accounts.access_managers'), hashtext(%s))",
            [tenant_id],
        )
    # The role's tenant lets the index over tenant and role find them.
    left = User.objects.for_tenant(tenant_id).active().filter(_MANAGES, role__tenant=tenant_id)
    if not left.exists():
        raise RuleViolation(
            _("The last active user who can edit both users and roles has to stay.")
        )
