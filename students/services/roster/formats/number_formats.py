"""What a number format of Excel makes of a cell, as far as identifiers go: ``"S"0000`` makes S0007.

Formats of quantities (decimals, thousands, per cent, fractions) are for the eye: behind them is the
number itself. Formats with conditions are not followed.
"""

import re
from functools import lru_cache
from typing import NamedTuple

# In this order: quoted, after a backslash, as wide as, filled up with, of a locale, in brackets.
_TOKEN = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<wide>.)|\*(?P<fill>.)'
    r"|\[\$(?P<currency>[^\]-]*)[^\]]*\]|\[(?P<bracket>[^\]]*)\]"
    r"|(?P<digit>[0#?])|(?P<whole>General|@)|(?P<quantity>[.,%/]|E[+-])|(?P<other>.)",
    re.DOTALL | re.IGNORECASE,
)
_COLOUR = re.compile(
    r"black|blue|cyan|green|magenta|red|white|yellow|colou?r ?[0-9]+|dbnum[0-9]", re.IGNORECASE
)
# What Excel shows as it stands, without quotes.
_PLAIN = frozenset("$-+():!^&'~{}<>= ")

# What stands in the place of a digit that is not there.
_ABSENT = {"0": "0", "#": "", "?": " "}

_ONE, _TWO, _TEXT = 1, 2, 4


class NotFollowed(ValueError):
    """The format shows something that only Excel can tell."""


class _Section(NamedTuple):
    """One part of a format: (kind, text) in their order; a quantity shows no identifier."""

    tokens: tuple[tuple[str, str], ...]
    is_quantity: bool = False

    @property
    def has_text(self) -> bool:
        return any(kind == "whole" and text == "@" for kind, text in self.tokens)

    def filled(self, digits: str) -> str:
        """Return the digits in their places, from the last to the first, which takes the rest."""
        first = next((n for n, (kind, _) in enumerate(self.tokens) if kind == "digit"), -1)
        shown: list[str] = []
        for place in range(len(self.tokens) - 1, -1, -1):
            kind, text = self.tokens[place]
            if kind == "whole":
                shown.append(digits or "0")
            elif kind == "digit":
                taken = digits if place == first else digits[-1:]
                digits = digits[: len(digits) - len(taken)]
                shown.append(taken or _ABSENT[text])
            else:
                shown.append(text)
        return "".join(reversed(shown))


def shown_number(value: int, number_format: str) -> str:
    """Return a whole number as Excel shows it; raise NotFollowed where that cannot be told."""
    sections = _sections(number_format)
    chosen, sign = sections[0], "-" if value < 0 else ""
    if value < 0 and len(sections) >= _TWO:
        chosen, sign = sections[1], ""
    elif value == 0 and len(sections) > _TWO:
        chosen = sections[2]
    # An empty section hides what is there all the same.
    if chosen.is_quantity or not chosen.tokens:
        return str(value)
    return sign + chosen.filled(str(abs(value)) if value else "")


def shown_text(value: str, number_format: str) -> str:
    """Return a text as Excel shows it, with what its format puts around it."""
    if number_format in {"General", "@"} or "@" not in number_format:
        return value
    sections = _sections(number_format)
    last = sections[_TEXT - 1] if len(sections) >= _TEXT else sections[-1]
    return last.filled(value) if last.has_text else value


@lru_cache(maxsize=1_000)
def _sections(number_format: str) -> tuple[_Section, ...]:
    sections: list[list[tuple[str, str]]] = [[]]
    quantities: set[int] = set()
    for match in _TOKEN.finditer(number_format):
        kind, text = match.lastgroup or "", match[match.lastgroup or 0]
        if kind == "other" and text == ";":
            sections.append([])
        elif kind in {"digit", "whole"}:
            sections[-1].append((kind, text))
        elif kind == "quantity":
            quantities.add(len(sections))
        elif literal := _literal(kind, text):
            sections[-1].append(("literal", literal))
    return tuple(
        _Section(tuple(tokens), number in quantities)
        for number, tokens in enumerate(sections, start=_ONE)
    )


def _literal(kind: str, text: str) -> str:
    """Return what a part of a format shows by itself."""
    if kind == "wide":
        return " "
    if kind == "fill" or (kind == "bracket" and _COLOUR.fullmatch(text)):
        return ""
    if kind == "bracket" or (kind == "other" and text not in _PLAIN):
        raise NotFollowed(text)
    return text
