"""Codes: those that an authenticator app shows (RFC 6238), and those for the day it is lost."""

import hashlib
import secrets
import unicodedata

from django.utils import timezone
from pyotp import TOTP
from pyotp.exceptions import OTPVerificationError

# Characters of the longest code that is looked at; people put blanks and hyphens into theirs.
LONGEST_CODE = 64

# Time steps of 30 seconds by which a phone's clock may differ, each way.
_DRIFT = 1

_RECOVERY_CODES = 10
# 79 bits in all: nobody finds them by trial, not even with their digests.
_GROUPS, _GROUP = 4, 4
# No letters or digits that look like others.
_SIGNS = "23456789abcdefghjkmnpqrstuvwxyz"


def tidied(code: str) -> str:
    """Return a code as it is compared: without blanks, hyphens and case, in plain digits."""
    signs = (sign for sign in unicodedata.normalize("NFKC", code).casefold() if sign.isalnum())
    return "".join(str(unicodedata.decimal(sign, sign)) for sign in signs)


def step_of(secret: str, code: str, *, after: int = 0) -> int | None:
    """Return the time step of an app's code that is right now and later than step ``after``."""
    try:
        step = TOTP(secret).verify_and_get_timecode(
            tidied(code), for_time=timezone.now(), valid_window=_DRIFT
        )
    except OTPVerificationError:
        return None
    return step if step > after else None


def new_recovery_codes() -> list[str]:
    """Return ten new codes, in groups that people can type."""
    return ["-".join(_group() for _ in range(_GROUPS)) for _ in range(_RECOVERY_CODES)]


def _group() -> str:
    return "".join(secrets.choice(_SIGNS) for _ in range(_GROUP))


def recovery_digest(user_id: str, code: str) -> str:
    """Return the digest that is stored of a user's recovery code."""
    return hashlib.sha256(f"{user_id}:{tidied(code)}".encode()).hexdigest()
