"""Excel workbooks: the rows of the first sheet, bounded, and nothing that Excel would compute.

The sheet is looked through as bytes first: what is too large for the reader, and what would be read
as something else than Excel shows, is found there. Its rows are then kept in an unnamed temporary
file, so that they can be read again without the workbook.
"""

import re
import weakref
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from warnings import catch_warnings, simplefilter

import orjson
from openpyxl import load_workbook
from openpyxl.xml.constants import SHARED_STRINGS, WORKSHEET_TYPE
from openpyxl.xml.functions import fromstring

from config.errors import RuleViolation
from students.services.roster.formats.archives import Archive
from students.services.roster.formats.contents import Content
from students.services.roster.formats.csv_files import MAX_LINE
from students.services.roster.formats.rows import RowError
from students.services.roster.formats.sheet_scan import ODD, scan
from students.services.roster.formats.table_files import (
    MAX_BYTES,
    Columns,
    RecordOrError,
    TableFile,
    refusal,
)

_KINDS = "[Content_Types].xml"
_MAX_PART = 16 << 20
_LIMITS = {WORKSHEET_TYPE: MAX_BYTES, SHARED_STRINGS: 64 << 20}
# Excel keeps 15 digits of a number; beyond that it writes zeros.
_EXACT = 10**15
_DATE = "is a date to Excel"

_zeros = re.compile(r"0{2,}")


@dataclass(frozen=True)
class Sheet(TableFile):
    """The first sheet of a workbook; ``numbers`` has the first line of a number by column."""

    title: str
    kept: BinaryIO
    numbers: dict[int, int] = field(default_factory=dict)

    @property
    def encoding_name(self) -> str:
        return f"sheet {self.title!r} of an Excel workbook"

    @property
    def delimiters(self) -> Collection[str]:
        return ("",)

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        return ((line, cells) for line, cells, _ in self._kept())

    def records(self, delimiter: str, columns: Columns) -> Iterator[RecordOrError]:
        rows = self._kept()
        next(rows, None)
        for line, cells, faults in rows:
            fault = next(filter(None, (_fault(columns, *one) for one in faults.items())), None)
            if fault:
                yield RowError(self.name, line, fault)
            else:
                yield from columns.records(self.name, [(line, cells)])

    def _kept(self) -> Iterator[tuple[int, list[str], dict[str, str]]]:
        self.kept.seek(0)
        for line in self.kept:
            yield orjson.loads(line)


def _fault(columns: Columns, place: str, what: str) -> str | None:
    """Return why a line cannot be taken; nothing where the cell is not read."""
    name = columns.names[int(place)] if int(place) < len(columns.names) else ""
    if name not in columns.used or (what == _DATE and name in columns.dates):
        return None
    return f"The cell in {name} {what}; make it text."


def is_workbook(archive: Archive) -> bool:
    return "xl/workbook.xml" in archive.names


def read_sheet(content: Content, archive: Archive) -> Sheet:
    """Read the first sheet; raise RuleViolation for a workbook that is not a plain table."""
    name = archive.name
    sha256, size = _digest(content), content.size
    kept = TemporaryFile()  # noqa: SIM115 - closed with the sheet
    try:
        _require_small_parts(archive)
        title, lines, numbers = _keep(archive, kept)
    except RuleViolation:
        kept.close()
        raise
    except Exception as error:
        # openpyxl has no error of its own: a workbook that is none ends in any of Python's.
        kept.close()
        raise refusal(
            name, "cannot be read as a workbook; save it in Excel as .xlsx, or as CSV in UTF-8"
        ) from error
    sheet = Sheet(name, size, lines, sha256, title, kept, numbers)
    weakref.finalize(sheet, kept.close)
    return sheet


def _digest(content: Content) -> str:
    with content.open() as reading:
        buffer = bytearray(1 << 18)
        while reading.readinto(buffer):
            pass
        return reading.sha256


def _require_small_parts(archive: Archive) -> None:
    """Raise RuleViolation where openpyxl would hold much: all parts but sheets are read whole."""
    kinds = _kinds(archive) if archive.size(_KINDS) <= _MAX_PART else {}
    for name in archive.names:
        if name.startswith("xl/externalLinks/"):
            raise refusal(
                archive.name,
                "has links to other workbooks; copy the table into a new one, as values only",
            )
        limit = _LIMITS.get(kinds.get(name, ""), _MAX_PART)
        if archive.size(name) > limit and not name.startswith("xl/media/"):
            raise refusal(archive.name, "is too large to be read as a workbook; save it as CSV")


def _kinds(archive: Archive) -> dict[str, str]:
    """Return what each part is said to be; nothing of those that are said to be several things."""
    kinds: dict[str, str] = {}
    for element in fromstring(archive.zip.read(_KINDS)):
        name = element.get("PartName", "").lstrip("/")
        kind = element.get("ContentType", "")
        kinds[name] = "" if kinds.get(name, kind) != kind else kind
    return kinds


def _keep(archive: Archive, kept: BinaryIO) -> tuple[str, int, dict[int, int]]:
    """Write the rows of the first sheet; return its title, how many rows it has, its numbers."""
    with catch_warnings():
        simplefilter("ignore")  # about what openpyxl does not write again
        workbook = load_workbook(
            archive.file, read_only=True, keep_links=False, keep_vba=False, data_only=False
        )
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        if not shown:
            raise refusal(archive.name, "has no sheet that is shown")
        first, *others = shown
        filled = [sheet.title for sheet in others if scan(archive, _part(sheet)).has_values]
        if filled:
            titles = ", ".join(repr(title) for title in (first.title, *filled)[:4])
            raise refusal(
                archive.name,
                f"has more than one sheet with something in it ({titles}), and only the first "
                "would be read: keep the one that is the roster, and delete the others",
            )
        found = scan(archive, _part(first))
        found.require_plain(archive.name)
        first.reset_dimensions()
        numbers = _write(first, found.last_row, archive.name, kept)
        return first.title, found.last_row, numbers


def _part(sheet: Any) -> str:
    # The name of its part in the ZIP file, which nothing else tells.
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001


def _write(sheet: Any, last: int, name: str, kept: BinaryIO) -> dict[int, int]:
    numbers: dict[int, int] = {}
    written = 0
    rows = sheet.iter_rows()
    for line in range(1, last + 1):
        texts, faults = [], {}
        for place, cell in enumerate(next(rows, ())):
            text, fault = _text(cell)
            texts.append(text)
            if fault:
                faults[str(place)] = fault
            elif cell.data_type == "n" and text:
                numbers.setdefault(place, line)
        if not faults and not any(map(str.strip, texts)):
            continue
        row = orjson.dumps([line, texts, faults]) + b"\n"
        written += len(row)
        if len(row) > MAX_LINE:
            raise refusal(name, f"is longer than {MAX_LINE >> 20} MiB", line)
        if written > MAX_BYTES:
            raise refusal(name, f"is larger than {MAX_BYTES >> 20} MiB when it is unpacked")
        kept.write(row)
    # Only the end shows that the sheet is whole: a part of it that was cut off is no XML.
    if any(cell.value is not None for row in rows for cell in row):
        raise refusal(name, ODD)
    return numbers


def _text(cell: Any) -> tuple[str, str | None]:
    """Return a cell's text as Excel shows it, and why it should not be taken, if so."""
    value = cell.value
    if value is None:
        return "", None
    if isinstance(value, str):
        return value, f"is the error {value}" if cell.data_type == "e" else None
    if isinstance(value, bool):
        return str(value).casefold(), None
    if isinstance(value, datetime):
        return value.date().isoformat(), _DATE
    if isinstance(value, int | float):
        return _number(value, cell)
    return str(value), _DATE


def _number(value: float, cell: Any) -> tuple[str, str | None]:
    if value != int(value):
        return str(value), None
    text = str(int(value))
    if abs(value) >= _EXACT:
        return text, "is a number beyond the 15 digits that Excel keeps"
    # A format of zeros shows the leading ones, which the number itself lacks.
    return text.zfill(len(cell.number_format)) if _zeros.fullmatch(
        cell.number_format
    ) else text, None
