"""What searches for people look for, as the database compares it (``fold_case``).

A text finds what contains it; a text with a domain also what contains the domain's other spelling,
since addresses are kept with their domains in ASCII, and those from before as they were typed.
"""

import re
import unicodedata
from collections.abc import Callable

import idna

from config.text import folded

# Texts up to this long have one spelling. Students with them are counted ahead
# (``StudentCount``), since the trigram index wants longer ones.
LONGEST_GRAM = 2

_accents = re.compile(r"[\u0300-\u036f]")


def needles(text: str) -> list[str]:
    """Return the texts to look for, of which one has to be found; none where nothing can match.

    Commas are blanks, and blanks at the ends mean nothing. Accents and blanks alone are nothing;
    line breaks are in no text, since they part the texts that are searched.
    """
    typed = folded(text.replace(",", " "))
    if "\n" in text or not letters(typed):
        return []
    written: dict[str, str] = {}
    for one in (typed, *_other_spellings(typed)):
        written.setdefault(letters(one).casefold(), one)
    return list(written.values())


def letters(text: str) -> str:
    """Return a text without its accents, as ``fold_case`` drops them."""
    return unicodedata.normalize("NFC", _accents.sub("", unicodedata.normalize("NFD", text)))


def in_ascii(host: str) -> str:
    """Return part of a host name as domains are kept: each label that is beyond ASCII encoded.

    Raises ValueError when it can be part of none.
    """
    return _by_label(host, _encoded)


def _other_spellings(text: str) -> list[str]:
    """Return a text with its domain in Unicode and in ASCII, if it has one with both spellings."""
    start, at, host = text.rpartition("@")
    if " " in text or len(letters(text)) <= LONGEST_GRAM:
        return []
    try:
        encoded = in_ascii(host)
        decoded = _by_label(encoded, _decoded)
    except ValueError:
        return []
    # A word without a dot is a name, unless it is encoded already.
    is_host = bool(at) or "." in encoded or host.isascii()
    if not is_host or encoded == decoded:
        return []
    return [f"{start}{at}{encoded}", f"{start}{at}{decoded}"]


def _encoded(label: str) -> str:
    return label if label.isascii() else idna.encode(label).decode()


def _decoded(label: str) -> str:
    return idna.decode(label) if label.startswith("xn--") else label


def _by_label(host: str, spelled: Callable[[str], str]) -> str:
    """Return a host name with each of its labels replaced; there may be dots at either end."""
    # Letters of full width, their dots, and capitals are those of host names.
    plain = idna.uts46_remap(host, std3_rules=False, transitional=False)
    return ".".join(spelled(label) if label else "" for label in plain.split("."))
