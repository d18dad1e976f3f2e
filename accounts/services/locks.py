"""Who changes a user takes turns here."""

from accounts.models import User
from config.errors import NotFound


def lock_user(user: User) -> User:
    """Return the user as he is now, held until the transaction ends.

    His role is read afterwards, never by a join: a statement that waited for the lock would join
    the role that the user had before.
    """
    users = User.objects.for_tenant(user.tenant_id).select_for_update(no_key=True)
    locked = users.filter(pk=user.pk).first()
    if locked is None:
        raise NotFound("There is no such user.")
    return locked
