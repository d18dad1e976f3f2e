"""Who changes a user takes turns here, and so does who goes by what a role permits."""

from accounts.models import Role, User
from config.db.locks import lock_row


def lock_user(user: User) -> User:
    """Return the user as they are now, held until the transaction ends; read the role after it."""
    return lock_row(User.objects.for_tenant(user.tenant_id), user)


def lock_roles(tenant_id: str, *role_ids: str | None) -> None:
    """Hold what these roles permit until the transaction ends; read them after it.

    Call it once, with all of them: rows are locked in the order of their ids, so that two who
    change from one role to another crosswise never wait in a ring. What reserved roles permit never
    changes, so that those who change students need not take turns.
    """
    roles = Role.objects.for_tenant(tenant_id).assignable().filter(pk__in=role_ids).order_by("pk")
    list(roles.select_for_update(no_key=True).values_list("pk"))
