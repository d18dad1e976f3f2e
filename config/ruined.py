"""Texts that another program has ruined: letters are lost, or stand there as signs for letters.

A name that went through the wrong encoding, through a web page or through a mail's header reads
like a name to a program, and to nobody else. Each kind has its reason; names as people bear them
have none of these signs.
"""

import re
from html.entities import html5
from typing import NamedTuple
from unicodedata import normalize

from django.utils.translation import gettext_lazy as _

# What programs write where they have no letter: Windows a question mark, Oracle a Spanish one.
_LOST = "?¿\ufffd"

_entity = re.compile(r"&(?:#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6}|([A-Za-z][A-Za-z0-9]{1,30}));")
_encoded_word = re.compile(r"=\?[\w.:-]+\?[bqBQ]?")
_quoted_printable = re.compile(r"(?:=[0-9A-F]{2}){2}")
_spreadsheet_escape = re.compile(r"_x[0-9A-Fa-f]{4}_")
_program_escape = re.compile(r"\\u\{?[0-9A-Fa-f]{4}|\\x[0-9A-Fa-f]{2}")
_question_mark_for_letter = re.compile(r"[^\W\d_][?¿]|[?¿][^\W\d_]|[?¿]{2}")
# UTF-8 that was read in a code page of DOS or of old Macs begins each letter with one of these.
_drawn = re.compile(r"[\u2500-\u257f√≈]")

# The characters of the second and later bytes of UTF-8, and which of them stand in names as well:
# letters, apostrophes, dashes, quotation marks and blanks.
_QUOTES = set("‘“”‚„«»‹›")
_IN_NAMES = set("ŠŒŽšœžŸƒªºŚŤŹśťźľĽŁłĄąŞşŻż’–—\u00a0\u00ad·´") | _QUOTES


def _characters(encoding: str, first: int, last: int) -> dict[str, int]:
    """Return the bytes of a range by how a code page reads them; where it has none, as Latin-1."""
    characters = {}
    for byte in range(first, last + 1):
        try:
            character = bytes([byte]).decode(encoding)
        except UnicodeDecodeError:
            character = chr(byte)
        characters[character] = byte
        if byte < 0xA0:  # Latin-1 has controls there, which many programs write
            characters[chr(byte)] = byte
    return characters


class _Misread(NamedTuple):
    """The letters of UTF-8 as a code page of one byte a letter reads them.

    A ``typical`` first byte stands in no name before one of the later ones: one sequence is enough.
    """

    typical: str
    sequence: re.Pattern[str]
    codes: dict[str, int]

    @classmethod
    def of(cls, encoding: str, typical: str) -> "_Misread":
        later = _characters(encoding, 0x80, 0xBF)
        first = _characters(encoding, 0xC2, 0xF4)
        tail = f"[{re.escape(''.join(later))}]"
        two, three, four = (
            re.escape("".join(sign for sign, byte in first.items() if low <= byte <= high))
            for low, high in ((0xC2, 0xDF), (0xE0, 0xEF), (0xF0, 0xF4))
        )
        pattern = f"[{two}]{tail}|[{three}]{tail}{{2}}|[{four}]{tail}{{3}}"
        return cls(typical, re.compile(pattern), first | later)

    def is_in(self, text: str) -> bool:
        sequences = [match for match in self.sequence.finditer(text) if self._decodes(match[0])]
        return len(sequences) > 1 or any(self._is_clear(text, match) for match in sequences)

    def _decodes(self, sequence: str) -> bool:
        try:
            bytes(self.codes[character] for character in sequence).decode()
        except UnicodeDecodeError:
            return False
        return True

    def _is_clear(self, text: str, match: re.Match[str]) -> bool:
        """Return whether one sequence alone tells: no name has such letters side by side."""
        sequence = match[0]
        if any(sign not in _IN_NAMES for sign in sequence[1:]):
            return True
        if len(sequence) > 2 and any(sign in _QUOTES for sign in sequence[1:]):
            return True
        if sequence[0] not in self.typical:
            return False
        # A name in capitals may end so before a hard blank, as CAUÃ does, and no other.
        before = text[match.start() - 1 : match.start()]
        return sequence[1] != "\u00a0" or before.islower()


_MISREAD = (_Misread.of("cp1252", "ÂÃÄÅ"), _Misread.of("cp1250", "ĂĹ"))

REPLACED = _("letters in it were replaced by question marks or by �")
_REASONS = {
    "replaced": REPLACED,
    "misread": _("it is UTF-8 that was read in another encoding, before or here"),
    "entity": _("it has signs of a web page for letters, as in &amp;"),
    "encoded": _("it has signs of a mail's header for letters"),
    "escaped": _("it has signs of another program for letters, as in _x000D_"),
}


def ruin_of(text: str) -> str | None:
    """Return in what way another program has ruined a text, or None."""
    kind = _kind(text) if may_be_ruined(text) else None
    return str(_REASONS[kind]) if kind else None


def may_be_ruined(text: str) -> bool:
    """Return whether a text is worth a closer look, which few are."""
    return _may_be_ruined.search(text) is not None


# Few names have any of this; those that have are looked at closely.
_SUSPECT = "|".join(
    (
        r"[?¿\ufffd&\\\u2500-\u257f√≈]|_x|=[0-9A-F?]",
        *(misread.sequence.pattern for misread in _MISREAD),
    )
)
_may_be_ruined = re.compile(_SUSPECT)


def _kind(text: str) -> str | None:
    if _encoded_word.search(text) or _quoted_printable.search(text):
        return "encoded"
    if any(not match[1] or f"{match[1]};" in html5 for match in _entity.finditer(text)):
        return "entity"
    if _spreadsheet_escape.search(text) or _program_escape.search(text):
        return "escaped"
    if "\ufffd" in text or _question_mark_for_letter.search(text):
        return "replaced"
    if any(sign in text for sign in _LOST) and not any(map(str.isalnum, text)):
        return "replaced"  # of a name of one letter a word, all are lost
    if text.isascii():
        return None
    if _drawn.search(text) or any(misread.is_in(text) for misread in _MISREAD):
        return "misread"
    return None


def replaces_letters(new: str, stored: str) -> bool:
    """Return whether a text is the stored one with question marks in place of some letters."""
    if not any(sign in new for sign in _LOST) or new == stored:
        return False
    return any(_agree(new, normalize(form, stored)) for form in ("NFC", "NFD"))


def _agree(new: str, stored: str) -> bool:
    # A letter beyond the first 65,536 characters leaves two question marks.
    wide = "".join(sign * (2 if ord(sign) > 0xFFFF else 1) for sign in stored)
    return any(
        len(new) == len(text)
        and all(a == b or (a in _LOST and not b.isascii()) for a, b in zip(new, text, strict=True))
        for text in {stored, wide}
    )
