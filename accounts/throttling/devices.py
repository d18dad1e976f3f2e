"""Devices with earlier sign-ins, which have their own attempts at an account."""

import secrets
from dataclasses import asdict, dataclass, field
from typing import Self

from django.core import signing

from accounts.models import User
from config import sealing
from tenants.models import Tenant

# Seconds since its latest sign-in for which a device is remembered.
LIFETIME = 365 * 24 * 3600

_SALT = "accounts.devices"

# Accounts that one device is remembered for; the one signed in to longest ago goes first.
_MOST_ACCOUNTS = 5


@dataclass(frozen=True)
class Device:
    """A browser or program that keeps a signed token of ours, which gives no access.

    The token lists the accounts to which somebody signed in there. For these accounts, and for no
    others, the device has its own attempts, whatever other devices do.
    """

    id: str = field(default_factory=lambda: secrets.token_urlsafe(16))
    accounts: dict[str, str] = field(default_factory=dict)
    """By the user's id, a mark of the password that it signed in with."""

    @classmethod
    def of(cls, token: str) -> Self:
        """Return the device that keeps a token; a new one if the token is not ours, or too old."""
        try:
            return cls(**signing.loads(token, salt=_SALT, max_age=LIFETIME))
        except (signing.BadSignature, TypeError):
            return cls()

    @property
    def is_known(self) -> bool:
        """Return whether anybody has ever signed in there."""
        return bool(self.accounts)

    def knows(self, *, tenant: Tenant, email: str) -> bool:
        """Return whether somebody signed in to an account there, with its present password."""
        if not self.is_known:
            return False
        user = User.objects.for_tenant(tenant).with_email(email).first()
        return user is not None and self.accounts.get(user.pk) in _marks(user)

    def signed_in(self, user: User) -> Self:
        """Return the device as it is once a user has signed in there."""
        others = {pk: mark for pk, mark in self.accounts.items() if pk != user.pk}
        latest = [*others.items(), (user.pk, _marks(user)[0])][-_MOST_ACCOUNTS:]
        return type(self)(self.id, dict(latest))

    def token(self) -> str:
        """Return the token that the device keeps."""
        return signing.dumps(asdict(self), salt=_SALT)


def _marks(user: User) -> list[str]:
    """Return values that change with a user's password, and reveal nothing about it.

    The first is for keeping; the others are those under the keys before.
    """
    return [mark[:16] for mark in sealing.keyed_digests(f"{user.pk} {user.password}", _SALT)]
