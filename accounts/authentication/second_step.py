"""The cookie of a browser in which a password was right, and whose second step is still to come."""

import json
import secrets
from dataclasses import asdict, dataclass
from typing import Self

from django.utils.crypto import constant_time_compare

from accounts.models import User
from accounts.services.second_factor import SET_UP_TIME
from accounts.sso import passwords
from config import sealing
from config.context import within
from tenants.models import Tenant

# Seconds for a code, and for a set-up.
_FOR_CODE, _FOR_SET_UP = 300, int(SET_UP_TIME.total_seconds())

_PURPOSE = "accounts.second_step"
_PURPOSE_OF_SET_UP = "accounts.second_step.set_up"


@dataclass(frozen=True)
class SecondStep:
    """A sign-in whose password was right. It opens nothing but the page of its second step.

    It is bound to the browser that began it by its cookie, to the person as they were then, and to
    what it is for: a code, or the set-up of a second factor with ``secret``, which only this
    browser gets to see.
    """

    tenant_id: str
    user_id: str
    mark: str
    next: str
    secret: str = ""

    @classmethod
    def begin(cls, user: User, *, next_page: str, secret: str = "") -> Self:
        return cls(user.tenant_id, user.pk, _marks(user)[0], next_page, secret)

    @classmethod
    def resume(cls, cookie: str, *, sets_up: bool) -> Self | None:
        """Return the step of a cookie; None for one too old, not ours, or of the other kind."""
        purpose, lifetime = _kind(sets_up=sets_up)
        try:
            return cls(**json.loads(sealing.unseal(cookie, purpose, max_age=lifetime)))
        except (sealing.Unreadable, TypeError):  # or of another release
            return None

    @property
    def lifetime(self) -> int:
        """The seconds for which the step can be taken."""
        return _kind(sets_up=bool(self.secret))[1]

    def sealed(self) -> str:
        """Return the cookie's value."""
        purpose, _ = _kind(sets_up=bool(self.secret))
        return sealing.seal(json.dumps(asdict(self)), purpose)

    def user_of(self, tenant: Tenant) -> User | None:
        """Return the person, if they may still act, and their password is the same and good."""
        if tenant.pk != self.tenant_id:
            return None
        with within(tenant.pk):
            user = (
                User.objects.for_tenant(tenant)
                .active()
                .filter(pk=self.user_id)
                .select_related("role", "tenant__sso_config")
                .first()
            )
        if user is None or not passwords.may_use(user):
            return None
        is_same = any(constant_time_compare(mark, self.mark) for mark in _marks(user))
        return user if is_same else None


def _kind(*, sets_up: bool) -> tuple[str, int]:
    """Return what a step is sealed for, and for how long."""
    return (_PURPOSE_OF_SET_UP, _FOR_SET_UP) if sets_up else (_PURPOSE, _FOR_CODE)


def new_name() -> str:
    """Return a name for a step, by which each tab has its own."""
    return secrets.token_urlsafe(9)


def cookie_name(name: str, *, secure: bool) -> str:
    """Return the cookie's name; with its prefix, browsers take it from this very host alone."""
    return f"{cookie_prefix(secure=secure)}{name}"


def cookie_prefix(*, secure: bool) -> str:
    return "__Host-step-" if secure else "step-"


def _marks(user: User) -> list[str]:
    """Return values that change with the password, and with each end of access.

    The first is for keeping; the others are those under the keys before.
    """
    state = f"{user.pk} {user.password} {user.access_epochs}"
    return [mark[:32] for mark in sealing.keyed_digests(state, _PURPOSE)]
