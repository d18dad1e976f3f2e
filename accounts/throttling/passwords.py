"""Guesses at passwords: they get slower, and never at the expense of somebody else.

A device that signed in to the account before has tries of its own. All others are counted for the
account and their network together: so nobody keeps an account's owner out from elsewhere, nor a
campus behind one address by guessing at one account. On top, a network may make so many mistakes;
those of somebody who signs in after all do not count.
"""

from typing import Protocol

from django.conf import settings

from accounts.throttling.attempts import allow, forgive, pause, require_no_pause, take_back
from config.errors import RateLimited


class Guess(Protocol):
    """A guess that was counted before it is looked at."""

    def was_right(self) -> None: ...

    def was_wrong(self) -> None: ...


def count_guess(*, account: str, network: str, device: str | None) -> Guess:
    """Count a guess at an account's password; raise RateLimited when it comes too soon.

    ``device`` is the id of one that signed in to the account before, if it is one.
    """
    return _OwnersGuess(device, account) if device else _StrangersGuess(network, account)


class _OwnersGuess:
    def __init__(self, device: str, account: str) -> None:
        self.who = f"{device} {account}"
        allow("login-device", self.who, settings.LOGIN_LIMIT_PER_DEVICE)

    def was_right(self) -> None:
        forgive("login-device", self.who)

    def was_wrong(self) -> None:
        """Leave it counted."""


class _StrangersGuess:
    def __init__(self, network: str, account: str) -> None:
        self.network, self.who = network, f"{network} {account}"
        self.limit = settings.LOGIN_LIMIT_PER_ACCOUNT
        require_no_pause("login-pause", self.who, longest=_pause_after(self.limit[0]))
        try:
            allow("login-address", network, settings.LOGIN_LIMIT_PER_ADDRESS)
            self.number = allow("login-account", self.who, self.limit)
        except RateLimited:
            # Nobody looks at it, so it costs the others at the address nothing.
            take_back("login-address", network)
            raise

    def was_right(self) -> None:
        # With it go the mistakes before it: a lecture hall signs in from one address.
        tries = forgive("login-account", self.who)
        take_back("login-address", self.network, times=min(tries, self.limit[0]))

    def was_wrong(self) -> None:
        seconds = _pause_after(self.number)
        # After the last try the window's end is what to wait for.
        if seconds and self.number < self.limit[0]:
            pause("login-pause", self.who, seconds)


def _pause_after(mistakes: int) -> int:
    """Return for how many seconds the next guess has to wait: 0, 0, 1, 2, 4 and so on."""
    paid = mistakes - settings.LOGIN_FREE_MISTAKES
    return 2**paid if paid >= 0 else 0
