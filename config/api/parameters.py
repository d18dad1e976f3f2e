"""Query parameters: read in one way, and described in one way.

A blank parameter counts as absent, an unknown one is ignored, a bad one is 422 (contract §1.3).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.utils import timezone

from config.api.fields import BOOLEANS
from config.errors import InvalidInput
from config.ids import ID_REGEX, ID_RULE, is_id
from config.timestamps import parse_timestamp

# What parameters look like in the OpenAPI document.
ID_SCHEMA = {"type": "string", "pattern": f"^{ID_REGEX}$"}
INSTANT_SCHEMA = {
    "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]
}

# As far as a database counts.
HIGHEST = 10**18 - 1


class ParameterReader:
    """Reads parameters one by one and refuses all the bad ones together."""

    def __init__(self, params: Mapping[str, str]) -> None:
        self._params = params
        self._problems: list[tuple[str, str]] = []

    def integer(self, name: str, *, default: int, low: int, high: int = HIGHEST) -> int:
        """Read an integer from ``low`` to ``high``."""
        text = self._text(name)
        if not text:
            return default
        # isdecimal alone would let other scripts' digits through.
        value = int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else low - 1
        if not low <= value <= high:
            span = f"of at least {low}" if high == HIGHEST else f"from {low} to {high}"
            self._refuse(name, f"Give an integer {span}.")
        return value

    def choice[D: str | None](self, name: str, *, default: D, values: Sequence[str]) -> str | D:
        """Read one of the values, in any case."""
        text = self._text(name).lower()
        if text and text not in values:
            self._refuse(name, f"Give one of: {', '.join(values)}.")
        return text or default

    def text(self, name: str, *, max_length: int) -> str:
        """Read a text as it stands, ``""`` when there is none."""
        text = self._text(name)
        if len(text) > max_length or "\0" in text:
            self._refuse(
                name, f"Give a text of at most {max_length} characters, none of them null."
            )
        return text

    def boolean(self, name: str, *, default: bool) -> bool:
        """Read true or false, which may also be written 1 and 0."""
        text = self._text(name).lower()
        if text and text not in BOOLEANS:
            self._refuse(name, "Give true or false.")
        return BOOLEANS.get(text, default)

    def identifier(self, name: str, *, required: bool = False) -> str | None:
        """Read the id of a row."""
        text = self._text(name)
        if text and not is_id(text):
            self._refuse(name, ID_RULE)
        elif required and not text:
            self._refuse(name, "This parameter is required.")
        return text or None

    def past_timestamp(self, name: str) -> datetime | None:
        """Read a timestamp that has passed, to its second's end; a bare date is the day's end."""
        text = self._text(name)
        timestamp = parse_timestamp(text, upper=True) if text else None
        if text and timestamp is None:
            self._refuse(name, "Give a date or a date and time in ISO 8601.")
        elif timestamp and timestamp.replace(microsecond=0) > timezone.now():
            self._refuse(name, "Give a moment that has passed.")
        return timestamp

    def check(self) -> None:
        """Raise InvalidInput naming every parameter that was bad."""
        if self._problems:
            raise InvalidInput(self._problems)

    def _text(self, name: str) -> str:
        return self._params.get(name, "").strip()

    def _refuse(self, name: str, message: str) -> None:
        self._problems.append((name, message))


def text_schema(*, max_length: int) -> dict:
    """Describe a text for the OpenAPI document."""
    return {"type": "string", "maxLength": max_length}


def described(name: str, schema: dict, description: str = "") -> dict:
    """Describe an optional query parameter for the OpenAPI document."""
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }
