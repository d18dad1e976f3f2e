"""Query parameters: read in one way, and described in one way.

A blank parameter counts as absent, an unknown one is ignored, a bad one is 422 (contract §1.3).
"""

from collections.abc import Mapping, Sequence

from config.api.fields import BOOLEANS
from config.errors import InvalidInput


class ParameterReader:
    """Reads parameters one by one and refuses all the bad ones together."""

    def __init__(self, params: Mapping[str, str]) -> None:
        self._params = params
        self._problems: list[tuple[str, str]] = []

    def integer(self, name: str, *, default: int, low: int, high: int | None = None) -> int:
        """Read an integer from ``low`` to ``high``; to any height without one."""
        text = self._text(name)
        if not text:
            return default
        # isdecimal alone would let other scripts' digits through.
        value = int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else low - 1
        if value < low or (high is not None and value > high):
            span = f"of at least {low}" if high is None else f"from {low} to {high}"
            self._refuse(name, f"Give an integer {span}.")
        return value

    def choice(self, name: str, *, default: str, values: Sequence[str]) -> str:
        """Read one of the values, in any case."""
        text = self._text(name).lower() or default
        if text not in values:
            self._refuse(name, f"Give one of: {', '.join(values)}.")
        return text

    def boolean(self, name: str, *, default: bool) -> bool:
        """Read true or false, which may also be written 1 and 0."""
        text = self._text(name).lower()
        if text and text not in BOOLEANS:
            self._refuse(name, "Give true or false.")
        return BOOLEANS.get(text, default)

    def check(self) -> None:
        """Raise InvalidInput naming every parameter that was bad."""
        if self._problems:
            raise InvalidInput(self._problems)

    def _text(self, name: str) -> str:
        return self._params.get(name, "").strip()

    def _refuse(self, name: str, message: str) -> None:
        self._problems.append((name, message))


def described(name: str, schema: dict, description: str = "") -> dict:
    """Describe an optional query parameter for the OpenAPI document."""
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": schema,
    }
