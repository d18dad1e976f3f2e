"""Limits on guesses at passwords: they get slower, without harm to other people.

A device that signed in to the account before has attempts of its own. All others are counted for
the account and their network together: so nobody can lock out an account's owner from elsewhere,
nor a campus behind one address by guesses at one account. In addition, each network may make only
so many mistakes; those of a person who signs in after all do not count.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager

from django.conf import settings

from accounts.throttling import attempts
from config.addresses import canonical
from config.errors import RateLimited, Unauthenticated
from tenants.models import Tenant

# What a block raises that was no guess: it neither counts nor takes back what counts.
type Innocent = tuple[type[Exception], ...]


def account_key(tenant: Tenant, email: str) -> str:
    """Return the name under which guesses at an account are counted, if it exists or not."""
    return f"{tenant.pk}:{canonical(email)}"


def guess(
    *, account: str, network: str, device: str | None, innocent: Innocent = ()
) -> AbstractContextManager[None]:
    """Count what a block tries as a guess at an account's password, or at its second factor.

    Raises RateLimited, and does not enter the block, when it comes too soon. The guess was wrong if
    the block raises Unauthenticated, right if it ends without an exception, and none after one of
    the ``innocent`` exceptions. ``device`` is the id of a device that signed in to the account
    before, or None.
    """
    if device:
        return _guess_of_owner(device, account, innocent)
    return _guess_of_stranger(network, account, innocent)


def _guess_of_owner(device: str, account: str, innocent: Innocent) -> AbstractContextManager[None]:
    return attempts.attempt(
        "login-device",
        f"{device} {account}",
        settings.LOGIN_LIMIT_PER_DEVICE,
        on_success=attempts.reset,
        innocent=innocent,
    )


@contextmanager
def _guess_of_stranger(network: str, account: str, innocent: Innocent) -> Iterator[None]:
    who, limit = f"{network} {account}", settings.LOGIN_LIMIT_PER_ACCOUNT
    number = _count_guess(network, who, limit)
    try:
        yield
    except innocent:
        attempts.refund("login-account", who)
        attempts.refund("login-address", network)
        raise
    except Unauthenticated:
        seconds = _pause_after(number)
        # After the last attempt, the wait lasts until the window's end.
        if seconds and number < limit[0]:
            attempts.pause("login-pause", who, seconds)
        raise
    _forget_mistakes(network, who)


def forgive(*, account: str, network: str) -> None:
    """Forget the mistakes of one network at an account, whose owner has proven who they are."""
    who = f"{network} {account}"
    attempts.reset("login-pause", who)
    _forget_mistakes(network, who)


def _forget_mistakes(network: str, who: str) -> None:
    """Refund the mistakes to the network too: a lecture hall signs in from one address."""
    mistakes = attempts.reset("login-account", who)
    most, _ = settings.LOGIN_LIMIT_PER_ACCOUNT
    attempts.refund("login-address", network, times=min(mistakes, most))


def _count_guess(network: str, who: str, limit: attempts.Limit) -> int:
    attempts.require_no_pause("login-pause", who, longest=_pause_after(limit[0]))
    try:
        attempts.count("login-address", network, settings.LOGIN_LIMIT_PER_ADDRESS)
        return attempts.count("login-account", who, limit)
    except RateLimited:
        # The guess is not checked, so it does not count for others at the address.
        attempts.refund("login-address", network)
        raise


def _pause_after(mistakes: int) -> int:
    """Return the seconds that the next guess has to wait: 0, 0, 1, 2, 4 and so on."""
    paid = mistakes - settings.LOGIN_FREE_MISTAKES
    return 2**paid if paid >= 0 else 0
