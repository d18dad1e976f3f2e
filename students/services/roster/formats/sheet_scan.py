"""A sheet of a workbook looked through as bytes, in constant memory, before it is parsed.

A parser holds a row at a time and fills it up to its last cell: a row without an end, or a cell in
the millionth column, has to be found before. So have merged cells, of which the parser tells
nothing.
"""

import re
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from config.errors import Sentence
from students.services.roster.formats.archives import Archive
from students.services.roster.formats.table_files import MAX_COLUMNS, refusal

# Excel's own limit.
MAX_ROWS = 1 << 20

ODD = gettext_lazy("is built as no workbook is; save it in Excel as .xlsx, or as CSV in UTF-8")

_BLOCK = 1 << 18
# What may be cut by the end of a block, and has to be looked at again with the next.
_OVERLAP = 1 << 10
_MAX_ROW = 1 << 20
_NEAR = 300

_value = re.compile(rb"<(?:\w+:)?(?:v|is|f)[\s>/]")
_row = re.compile(rb'<(?:\w+:)?row(?:\s[^>]{0,300}?\br=["\']([0-9]{1,20})["\']|[\s>/])')
_formula = re.compile(rb"<(?:\w+:)?f[\s>/]")
_merged = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]{0,300}?ref=["\']([^"\']{1,40})["\']')
# The columns behind CV, which is the hundredth.
_far = re.compile(
    rb'<(?:\w+:)?c\s[^>]{0,300}?\br=["\']((?:C[W-Z]|[D-Z][A-Z]|[A-Z]{3,})[0-9]{1,10})["\']'
)
_doctype = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_rows_end = re.compile(rb"</(?:\w+:)?sheetData\s*>")
_cell = re.compile(rb'\br="([A-Z]{1,10}[0-9]{1,10})"')


@dataclass
class Scan:
    """What there is in a sheet: the first of each thing that a plain table has not."""

    has_values: bool = False
    last_row: int = 0
    formula: str | None = None
    merged: str | None = None
    far: str | None = None
    is_odd: bool = False

    def require_plain(self, name: str) -> None:
        """Raise RuleViolation for a sheet that is not a plain table."""
        if what := self._fault():
            raise refusal(name, what)

    def _fault(self) -> Sentence | None:
        if self.is_odd:
            return ODD
        if self.far:
            return _(
                "has more than %(most)d columns (a cell %(cell)s); delete those to the right of "
                "the table"
            ) % {"most": MAX_COLUMNS, "cell": self.far}
        if self.last_row > MAX_ROWS:
            return _("has more than %(most)s rows") % {"most": f"{MAX_ROWS:,}"}
        if self.formula:
            return _(
                "has formulas (the first in %(cell)s); copy the table, and paste it as values only"
            ) % {"cell": self.formula}
        if self.merged:
            return _(
                "has merged cells (%(cells)s); unmerge them, so that each line is one person"
            ) % {"cells": self.merged}
        return None if self.has_values else _("is empty: there is nothing in its first sheet")


def scan(archive: Archive, part: str) -> Scan:
    """Look through a sheet; stop where it turns out to be harmful."""
    found = Scan()
    looking = _Looking(found)
    reading = archive.member(part).open()
    buffer = bytearray(_BLOCK)
    while count := reading.readinto(buffer):
        looking.add(bytes(buffer[:count]))
        if found.far or found.is_odd:
            return found
    looking.end()
    return found


class _Looking:
    """The blocks of a sheet one after the other; what a block's end may cut waits for the next."""

    def __init__(self, found: Scan) -> None:
        self._found = found
        self._rest = b""
        self._rows = self._since_row = 0
        self._is_in_rows = True

    def add(self, block: bytes) -> None:
        text = self._rest + block
        end = max(len(text) - _OVERLAP, 0)
        self._look(text, end)
        self._rest = text[end:]

    def end(self) -> None:
        self._look(self._rest, len(self._rest))

    def _look(self, text: bytes, end: int) -> None:
        """Look at what begins before ``end``."""
        found = self._found
        last = -1
        for match in _row.finditer(text):
            if match.start() >= end:
                break
            last = match.start()
            number = int(match[1]) if match[1] else self._rows + 1
            # A parser leaves a row out whose number it has passed.
            found.is_odd = found.is_odd or number <= self._rows
            self._rows = number
            found.last_row = max(found.last_row, self._rows)
        self._since_row = end - last if last >= 0 else self._since_row + end
        self._is_in_rows = self._is_in_rows and not _rows_end.search(text)
        too_long = self._is_in_rows and self._since_row > _MAX_ROW
        found.is_odd = found.is_odd or too_long or bool(_doctype.search(text))
        found.has_values = found.has_values or bool(_value.search(text))
        found.far = found.far or _first(_far, text)
        found.merged = found.merged or _first(_merged, text)
        if not found.formula and (formula := _formula.search(text)):
            cells = _cell.findall(text, max(formula.start() - _NEAR, 0), formula.start())
            found.formula = cells[-1].decode() if cells else "a cell"


def _first(pattern: re.Pattern[bytes], text: bytes) -> str | None:
    match = pattern.search(text)
    return match[1].decode(errors="replace") if match else None
