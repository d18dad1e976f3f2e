"""A tenant never loses the last of its people who can edit both users and roles (G36)."""

from django.db import connection
from django.db.models import Q

from accounts.models import LegacyRole, User
from config.errors import RuleViolation
from config.permissions import Action, Module, flag

MANAGING = frozenset(flag(m, Action.EDIT) for m in (Module.USER_MANAGEMENT, Module.ROLE_MANAGEMENT))

_MANAGES = Q(role__permissions__contains=sorted(MANAGING)) | Q(
    role__legacy_role=LegacyRole.SUPER_ADMIN
)


def manages_access(user: User) -> bool:
    """Say whether the user is one of those of whom one has to stay."""
    return user.is_active and user.flags >= MANAGING


def require_access_manager(tenant_id: str) -> None:
    """Refuse (RuleViolation) a change after which nobody of the tenant could let others in again.

    Call it once the change is written, and only if it took such a one away: a tenant that has none
    may be worked on. It binds everybody, Super Admins and commands too, as it is about what is
    left and not about rights. Two who take the last two away would each find the other one's
    there; so only one transaction of a tenant at a time may ask, and the next one asks when the
    answer is known.
    """
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('accounts.access_managers'), hashtext(%s))",
            [tenant_id],
        )
    # The role's tenant lets the index over tenant and role find them.
    left = User.objects.for_tenant(tenant_id).active().filter(_MANAGES, role__tenant=tenant_id)
    if not left.exists():
        raise RuleViolation("The last active user who can edit both users and roles has to stay.")
