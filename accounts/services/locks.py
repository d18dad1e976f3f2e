"""Who changes a user takes turns here."""

from accounts.models import User
from config.locks import lock_row


def lock_user(user: User) -> User:
    """Return the user as he is now, held until the transaction ends; read his role after it."""
    return lock_row(User.objects.for_tenant(user.tenant_id), user)
