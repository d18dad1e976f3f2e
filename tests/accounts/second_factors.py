"""Helpers for people with a second factor: the library shows the codes that a phone would."""

from datetime import UTC, datetime

from django.utils import timezone
from pyotp import TOTP, random_base32

from accounts.models import User
from accounts.services import second_factor

STEP = 30

# The beginning of a time step.
NOW = datetime(2026, 5, 1, 9, tzinfo=UTC)


class Phone:
    """An authenticator app with one secret."""

    def __init__(self, secret: str = "") -> None:
        self.secret = secret or random_base32()

    def code(self, *, steps: int = 0) -> str:
        """Return the code that it shows now, or ``steps`` later."""
        return TOTP(self.secret).at(timezone.now(), counter_offset=steps)

    def wrong_code(self) -> str:
        """Return six digits that it shows neither now, nor around."""
        shown = {self.code(steps=steps) for steps in range(-3, 4)}
        return next(code for code in map("{:06}".format, range(10)) if code not in shown)


def give_second_factor(user: User, *, replaces: str = "") -> tuple[Phone, list[str]]:
    """Give a user a second factor, set up a minute ago by its code; return phone and paper."""
    phone = Phone()
    codes = second_factor.activate(
        user=user, secret=phone.secret, code=phone.code(steps=-1), replaces=replaces
    )
    return phone, codes


def refusal(answer) -> tuple[int, str]:
    """Return status and code of an error of the API."""
    return answer.status_code, answer.json()["code"]
