"""The encodings of files: UTF-8, UTF-16 with its mark, or the one that somebody names.

None is guessed. Where a file is not what it should be, three of its cells are shown as likely
encodings would read them, so that a person can name the right one.
"""

import codecs
import re
from itertools import islice
from unicodedata import category

from django.utils.translation import gettext_lazy as _

from config.errors import RuleViolation
from students.services.roster.formats.contents import Content, byte_lines

# The encodings that are offered by name, and where they are used; Python's other names of them,
# and of the ones below, are understood as well.
NAMED = {
    "utf-8": _("Unicode"),
    "utf-16-le": _("Unicode without its mark"),
    "utf-16-be": _("Unicode without its mark, big-endian"),
    "windows-1252": _("Western Europe"),
    "windows-1250": _("Central Europe"),
    "windows-1251": _("Cyrillic"),
    "windows-1253": _("Greek"),
    "windows-1254": _("Turkish"),
    "windows-1255": _("Hebrew"),
    "windows-1256": _("Arabic"),
    "windows-1257": _("Baltic"),
    "windows-1258": _("Vietnamese"),
    "iso-8859-1": _("Western Europe"),
    "iso-8859-2": _("Central Europe"),
    "iso-8859-5": _("Cyrillic"),
    "iso-8859-7": _("Greek"),
    "iso-8859-9": _("Turkish"),
    "iso-8859-15": _("Western Europe"),
    "koi8-r": _("Cyrillic"),
    "koi8-u": _("Ukrainian"),
    "macintosh": _("Western Europe, old Macs"),
    "mac_latin2": _("Central Europe, old Macs"),
    "cp437": _("DOS, America"),
    "cp850": _("DOS, Western Europe"),
    "cp852": _("DOS, Central Europe"),
    "cp866": _("DOS, Cyrillic"),
    "tis-620": _("Thai"),
    "shift_jis": _("Japanese"),
    "euc-jp": _("Japanese"),
    "gb18030": _("Chinese, simplified"),
    "big5": _("Chinese, traditional"),
    "euc-kr": _("Korean"),
}
_FURTHER = (
    *("ascii", "utf-8-sig", "utf-16", "utf-32", "utf-32-le", "utf-32-be", "koi8-t", "kz1048"),
    *(f"iso-8859-{part}" for part in (3, 4, 6, 8, 10, 11, 13, 14, 16)),
    *("ptcp154", "mac_cyrillic", "mac_greek", "mac_iceland", "mac_turkish", "cp720", "cp737"),
    *("cp775", "cp855", "cp857", "cp858", "cp860", "cp861", "cp862", "cp863", "cp864", "cp865"),
    *("cp869", "cp874", "cp932", "cp949", "cp950", "cp1125", "cp1006", "gbk", "gb2312", "johab"),
    *("shift_jis_2004", "shift_jisx0213", "euc_jis_2004", "euc_jisx0213", "big5hkscs"),
    *("iso2022_jp", "iso2022_kr"),
)
_KNOWN = {codecs.lookup(name).name for name in (*NAMED, *_FURTHER)}

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", {"utf-8", "utf-8-sig"}),
    (codecs.BOM_UTF32_LE, "utf-32", {"utf-32", "utf-32-le"}),
    (codecs.BOM_UTF32_BE, "utf-32", {"utf-32", "utf-32-be"}),
    (codecs.BOM_UTF16_LE, "utf-16", {"utf-16", "utf-16-le"}),
    (codecs.BOM_UTF16_BE, "utf-16", {"utf-16", "utf-16-be"}),
)
_LABELS = {
    "utf-8": "UTF-8",
    "utf-8-sig": "UTF-8 with BOM",
    "utf-16": "UTF-16",
    "utf-32": "UTF-32",
}

# How to name an encoding, in a sentence's end.
REMEDY = _(
    "Name the encoding in which they are right (--encoding NAME, or the field “Encoding”), or save "
    "the file as CSV in UTF-8"
)
_LIKELY = (
    *("windows-1250", "windows-1251", "windows-1254", "macintosh", "cp850", "windows-1253"),
    *("windows-1256", "windows-1255", "windows-1257", "koi8-r", "iso-8859-2", "cp852", "cp866"),
    *("tis-620", "shift_jis", "euc-kr", "gb18030", "big5", "euc-jp", "windows-1258"),
)
_CELLS = 3
_LONGEST_CELL = 30
# Bytes of a header, which is in ASCII.
_HEADER = 24
# Lines that are looked at to tell a damaged file from one in another encoding.
_ENOUGH = 1_000
_BY_NO_ACCIDENT = 6
_delimiter = re.compile(rb"[,;\t]")
_quote = b"\"' \t\r\n"


def known_encoding(name: str) -> str:
    """Return Python's name of an encoding, empty for none; raise ValueError for an unknown one."""
    if not name.strip():
        return ""
    try:
        found = codecs.lookup(name.strip()).name
    except (LookupError, ValueError):
        found = None
    if found not in _KNOWN:
        some = ", ".join(list(NAMED)[:8])
        said = {"name": name[:40], "some": some}
        raise ValueError(_("%(name)r is no encoding that is known here, such as %(some)s.") % said)
    return found


def label(encoding: str) -> str:
    """Return Python's name of an encoding as people write it."""
    if encoding in _LABELS:
        return _LABELS[encoding]
    if match := re.fullmatch(r"cp(125[0-8])", encoding):
        return f"Windows-{match[1]}"
    return encoding.replace("_", "-").replace("iso8859", "iso-8859").upper()


def chosen_encoding(beginning: bytes, named: str, name: str) -> str:
    """Return the encoding by a file's mark, else the named one, else UTF-8."""
    for mark, encoding, same in _MARKS:
        if beginning.startswith(mark):
            if named and named not in same:
                raise RuleViolation(
                    _(
                        "%(name)s begins with the mark of %(encoding)s, and is not %(named)s: "
                        "leave the encoding out."
                    )
                    % {
                        "name": name,
                        "encoding": label(encoding).removesuffix(" with BOM"),
                        "named": label(named),
                    }
                )
            return encoding
    return named or "utf-8"


def seems_utf16(beginning: bytes) -> str | None:
    """Return the encoding of plain text in UTF-16 that lacks its mark, by its NUL bytes."""
    start = beginning[:_HEADER]
    half = len(start) // 2
    low, high = (start[place::2].count(0) for place in (0, 1))
    if half and high == half and not low:
        return "utf-16-le"
    return "utf-16-be" if half and low >= half and not high else None


def seems_utf8(content: Content, longest: int) -> bool:
    """Return whether text that was named otherwise is UTF-8: letters of several bytes tell."""
    letters = 0
    plain = (line for line in byte_lines(content, longest) if not line.isascii())
    for line in islice(plain, _ENOUGH):
        if not _is_utf8(line):
            return False
        letters += sum(not sign.isascii() for sign in line.decode())
    # A short name of another encoding may be UTF-8 by accident, but hardly several.
    return letters >= _BY_NO_ACCIDENT


def undecodable(content: Content, name: str, encoding: str, longest: int) -> RuleViolation:
    """Return the refusal of a file that is not in its encoding."""
    if encoding not in {"utf-8", "utf-8-sig"}:
        return RuleViolation(
            _("%(name)s is not %(encoding)s, or is damaged: parts of it are no text in it.")
            % {"name": name, "encoding": label(encoding)}
        )
    good = bad = first = 0
    cells: list[bytes] = []
    for number, line in enumerate(byte_lines(content, longest), start=1):
        if line.isascii():
            continue
        if _is_utf8(line):
            good += 1
            continue
        bad += 1
        first = first or number
        cells.extend(cell for cell in _cells(line) if cell not in cells)
        if bad == _ENOUGH:
            break
    if encoding == "utf-8-sig":
        return RuleViolation(
            _(
                "%(name)s, line %(first)s is damaged: the file is UTF-8, but not all of it. "
                "Export it again."
            )
            % {"name": name, "first": first}
        )
    # Letters of several bytes come about by no accident, not in most of the lines that have any.
    if good >= bad:
        what = _("is damaged: the file is UTF-8, but not all of it")
    else:
        what = _("is not UTF-8, and no other encoding was named")
    return RuleViolation(
        _("%(name)s, line %(first)s %(what)s. %(cells)s %(remedy)s.")
        % {
            "name": name,
            "first": first,
            "what": what,
            "cells": _readings(cells[:_CELLS]),
            "remedy": REMEDY,
        }
    )


def _is_utf8(line: bytes) -> bool:
    try:
        line.decode()
    except UnicodeDecodeError:
        return False
    return True


def _cells(line: bytes) -> list[bytes]:
    cells = _delimiter.split(line) if _delimiter.search(line) else line.split(b"|")
    return [cell.strip(_quote)[:_LONGEST_CELL] for cell in cells if not _is_utf8(cell)]


def _readings(cells: list[bytes]) -> str:
    """Return a sentence with the cells as Windows-1252 and the two likeliest others read them."""
    western = _read(cells, "windows-1252", "replace") or ()
    others: dict[tuple[str, ...], tuple[float, str]] = {}
    for encoding in _LIKELY:
        read = _read(cells, encoding)
        if read and read != western and read not in others:
            others[read] = (_plausibility("\n".join(read)), encoding)
    best = sorted(others, key=lambda read: -others[read][0])[:2]
    shown = [("windows-1252", western), *((others[read][1], read) for read in best)]
    texts = (f"{encoding}: {', '.join(map(repr, read))}" for encoding, read in shown)
    return _("Cells as they would read: %(cells)s.") % {"cells": "; ".join(texts)}


def _read(cells: list[bytes], encoding: str, errors: str = "strict") -> tuple[str, ...] | None:
    try:
        return tuple(cell.decode(encoding, errors) for cell in cells)
    except UnicodeDecodeError:
        return None


def _plausibility(text: str) -> float:
    """Return how much the letters beyond ASCII look like letters of words, on average."""
    points = 0.0
    count = 0
    for before, sign in zip(f"\n{text}", text, strict=False):
        if sign.isascii():
            continue
        count += 1
        points += 2 if sign.isalpha() or category(sign).startswith("M") else -4
        if before.islower() and sign.isupper():
            points -= 3
        elif before.isupper() and sign.isupper():
            points -= 0.5
        if not before.isalpha():
            points -= sign.islower()
        elif _is_latin(sign):
            # Letters with accents stand beside plain ones, as a rule.
            points -= not before.isascii()
        elif before.isascii():
            points -= 2
    return points / count if count else 0


def _is_latin(sign: str) -> bool:
    return sign < "\u0250" or "\u1e00" <= sign < "\u1f00"
