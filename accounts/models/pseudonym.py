"""The pseudonym: what is left of an account once its person is erased (contract §18)."""

from accounts.models.user import User

FIRST_NAME = "Erased"
LAST_NAME = "student"

# No mail arrives there (RFC 6761), and nobody else is given it.
_DOMAIN = "erased.invalid"


def pseudonym_address(user_id: str) -> str:
    """Return the address of an erased person's account, which tells of no person."""
    return f"{user_id}@{_DOMAIN}"


def is_erased(user: User) -> bool:
    return user.email == pseudonym_address(user.pk)
