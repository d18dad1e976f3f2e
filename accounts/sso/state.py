"""The state that goes to the CAS server and comes back: random, and with marks of how it began.

The marks are all that is known of a sign-in whose cookie is gone. They are believed for nothing but
where to begin anew: whoever makes a state up gets no further than by beginning.
"""

import re
import secrets
import time
from dataclasses import dataclass
from typing import Self

# Seconds that a person has for signing in there.
LIFETIME = 600

_state = re.compile(r"[A-Za-z0-9_-]{43}(?:\.(c?)(g?)(?:r([0-9a-f]{8}))?)?")


@dataclass(frozen=True)
class State:
    """A state that is well-formed; ``text`` is the whole."""

    text: str
    is_code: bool = False
    """It is for a front end, which alone can begin anew: it keeps the verifier."""
    is_gateway: bool = False
    begun_again_at: int | None = None
    """When it was begun by itself, because somebody came back without a cookie."""

    @classmethod
    def new(cls, *, is_code: bool = False, is_gateway: bool = False, again: bool = False) -> Self:
        """Return a state that nobody can guess."""
        at = int(time.time()) if again else None
        marks = "c" * is_code + "g" * is_gateway + (f"r{at:08x}" if at is not None else "")
        text = secrets.token_urlsafe(32) + (f".{marks}" if marks else "")
        return cls(text, is_code, is_gateway, at)

    @classmethod
    def parse(cls, text: str) -> Self | None:
        """Return a state that came back, or None when it is none."""
        found = _state.fullmatch(text)
        if not found:
            return None
        code, gateway, again = found.groups()
        return cls(text, bool(code), bool(gateway), int(again, 16) if again else None)

    @property
    def has_just_begun_again(self) -> bool:
        """Return whether it was begun by itself so lately that its cookie should be here."""
        at = self.begun_again_at
        # Clocks of several machines may differ.
        return at is not None and abs(time.time() - at) <= LIFETIME
