"""The locks on users and on roles, which put changes in sequence."""

from accounts.models import Role, User
from config.db.locks import lock_row


def lock_user(user: User) -> User:
    """Return the user as they are now, held until the transaction ends; read the role after it."""
    return lock_row(User.objects.for_tenant(user.tenant_id), user)


def lock_roles(tenant_id: str, *role_ids: str | None) -> None:
    """Lock the permissions of these roles until the transaction ends; read the roles after it.

    Call it once, with all of them: rows are locked in the order of their ids, so that two
    transactions with the same roles never wait for each other. The permissions of reserved roles
    never change, so that changes to students need no lock.
    """
    roles = Role.objects.for_tenant(tenant_id).assignable().filter(pk__in=role_ids).order_by("pk")
    list(roles.select_for_update(no_key=True).values_list("pk"))
