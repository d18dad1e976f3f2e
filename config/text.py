"""The rule for names and texts that people write: what may be in them, and how they are kept.

Every door asks it: bodies (``config.api.inputs``), forms (``config.admin.forms``), rosters and
commands. Texts that were stored before the rule stay as they are.
"""

import re
import unicodedata
from collections.abc import Iterator

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Unicode's blanks, and the tab: spreadsheets and web pages leave them in what is copied there.
_BLANKS = r"\t \xa0\u1680\u2000-\u200a\u202f\u205f\u3000"
_LINE_BREAKS = r"\n\x0b\x0c\r\x85\u2028\u2029"
# Joiners and variation selectors; whether they belong there, their neighbours tell.
_JOINERS = r"\u200c\u200d"
_SELECTORS = r"\u180b-\u180d\u180f\ufe00-\ufe0f\U000e0100-\U000e01ef"
# Whatever nobody sees: controls, marks that turn the direction or forbid a break, fillers, tags,
# halves of characters, and code points that never become characters.
_UNSEEN = (
    r"\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b"
    r"\u200e\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ud800-\udfff\ufdd0-\ufdef\ufeff\uffa0"
    r"\ufff0-\ufffb\ufffe\uffff\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    r"\U000e0000-\U000e00ff\U000e01f0-\U000e0fff"
    + "".join(rf"\U{plane:04x}fffe\U{plane:04x}ffff" for plane in range(1, 17))
)


def _any_of(characters: str) -> re.Pattern[str]:
    pattern = f"[{characters}]"
    return re.compile(pattern)


_suspect = _any_of(_LINE_BREAKS + _JOINERS + _SELECTORS + _UNSEEN)
_breaks = _any_of(_LINE_BREAKS)
_joiners = _any_of(_JOINERS)
_selectors = _any_of(_SELECTORS)
_blank = _any_of(_BLANKS)
_new_line = re.compile(r"\r\n|\r")

# Behind a digit and a selector it makes the picture of a key.
_KEYCAP = "\u20e3"

# Categories whose characters have no names of their own.
_NAMELESS = {"Cc": "a control character", "Cs": "half of a character"}

# The combining class of the marks that take a letter's vowel away, in Indic scripts.
_VIRAMA = 9


def one_line(text: str) -> str:
    """Return a name or another text of one line as it is kept: composed, its blanks made single.

    Raises ValidationError, which names the character and its place, for line breaks, controls,
    marks that turn the direction of the text, and other characters that nobody sees.
    """
    _require_seen(text, breaks=False)
    return folded(text)


def lines(text: str) -> str:
    """Return a text of several lines as it is kept; each line may begin with blanks.

    Raises ValidationError as ``one_line`` does, but not for line breaks.
    """
    text = _new_line.sub("\n", text)
    _require_seen(text, breaks=True)
    return "\n".join(map(_folded_line, text.split("\n"))).strip()


def as_written(text: str) -> str:
    """Return an id of another system as it is kept: only the blanks around it are taken off.

    Raises ValidationError as ``one_line`` does, and for tabs.
    """
    _require_seen(text, breaks=False)
    tab = text.find("\t", len(text) - len(text.lstrip()), len(text.rstrip()))
    if tab >= 0:
        raise ValidationError(_("Take out the tab at position %(place)d.") % {"place": tab + 1})
    return text.strip()


def on_one_line(text: str) -> str:
    """Return any text as one line that could be kept, for headers and sentences.

    What ``one_line`` refuses, such as in names from before it, is taken out; line breaks and
    controls become blanks.
    """
    for found in reversed(list(_faults(text))):
        blank = " " if unicodedata.category(found[0]) in {"Cc", "Zl", "Zp"} else ""
        text = f"{text[: found.start()]}{blank}{text[found.end() :]}"
    return folded(text)


def folded(text: str) -> str:
    """Return a text composed and its blanks made single; whatever else is in it stays."""
    text = _blank.sub(" ", unicodedata.normalize("NFC", text).strip())
    return " ".join(filter(None, text.split(" ")))


def _folded_line(line: str) -> str:
    spaced = _blank.sub(" ", line)
    indent = len(spaced) - len(spaced.lstrip(" "))
    return f"{' ' * indent}{folded(spaced)}" if spaced.strip() else ""


def _require_seen(text: str, *, breaks: bool) -> None:
    for found in _faults(text):
        place = found.start()
        character = found[0]
        if not _breaks.match(character):
            raise ValidationError(
                _("Take out the character at position %(place)d, which nobody sees: %(name)s.")
                % {"place": place + 1, "name": _named(character)}
            )
        if not breaks or character != "\n":
            raise ValidationError(
                _("Write this on one line: it has a line break at position %(place)d.")
                % {"place": place + 1}
            )


def _faults(text: str) -> Iterator[re.Match[str]]:
    """Yield line breaks and what nobody sees, where it does not belong; not at the ends."""
    first = len(text) - len(text.lstrip())
    for found in _suspect.finditer(text, first, len(text.rstrip())):
        if _breaks.match(found[0]) or not _belongs(text, found.start()):
            yield found


def _named(character: str) -> str:
    nameless = _NAMELESS.get(unicodedata.category(character), "no character")
    return f"U+{ord(character):04X} ({unicodedata.name(character, nameless).lower()})"


def _belongs(text: str, place: int) -> bool:
    """Return whether a character that nobody sees is a part of the word around it."""
    character, before, after = text[place], text[place - 1 : place], text[place + 1 : place + 2]
    if _joiners.match(character):
        # At the end of a word, a joiner after a virama says which form the letter has.
        return _in_word(before) and (_in_word(after) or unicodedata.combining(before) == _VIRAMA)
    # A variant of an ideograph or a picture. No letter that has a capital has variants.
    return bool(_selectors.match(character) and before) and (
        unicodedata.category(before) in {"Lo", "Sm", "So"} or after == _KEYCAP
    )


def _in_word(character: str) -> bool:
    """Return whether a joiner may stand beside a character: a letter, a mark, part of an emoji."""
    return bool(character) and (
        unicodedata.category(character)[0] in "LMN"
        or unicodedata.category(character) in {"So", "Sk"}
    )
