"""Nobody hands out a right that he does not hold himself (contract §4, §5)."""

from collections.abc import Collection

from accounts.models import Role, User
from config.errors import FlagMissing
from config.permissions import ALL_FLAGS


def require_held(actor: User | None, flags: Collection[str]) -> None:
    """Raise FlagMissing for the first of ``flags`` that the actor's role does not grant.

    No actor stands for the system itself, which may do everything. The role is read afresh: it may
    have changed since the request began, most of all while this transaction waited for a lock.
    """
    if actor is None or not flags:
        return
    role = Role.objects.for_tenant(actor.tenant_id).filter(users=actor.pk).first()
    held = role.flags if role else set()
    for flag in ALL_FLAGS:
        if flag in flags and flag not in held:
            raise FlagMissing(flag)
