"""Excel workbooks: the rows of the first sheet, bounded, and nothing that Excel would compute.

The sheet is looked through as bytes first: what is too large for the reader, and what would be read
as something else than Excel shows, is found there. Its rows are then kept in an unnamed temporary
file, so that they can be read again without the workbook.
"""

import weakref
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from tempfile import TemporaryFile
from typing import Any, BinaryIO
from warnings import catch_warnings, simplefilter

import orjson
from django.utils.translation import gettext as _
from openpyxl import load_workbook
from openpyxl.xml.constants import SHARED_STRINGS, WORKSHEET_TYPE
from openpyxl.xml.functions import fromstring

from config.errors import RuleViolation
from students.services.roster.formats.archives import Archive
from students.services.roster.formats.contents import Content
from students.services.roster.formats.csv_files import MAX_LINE
from students.services.roster.formats.rows import RowError
from students.services.roster.formats.sheet_rows import IS_DATE, rows_of
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


@dataclass
class _Written:
    """What was noticed of the rows that were kept."""

    size: int = 0
    numbers: dict[int, int] = field(default_factory=dict)
    hidden: int = 0
    first_hidden: int = 0


@dataclass(frozen=True)
class Sheet(TableFile):
    """The first sheet of a workbook.

    ``numbers`` has the first line of a bare number by column; so many rows are ``hidden``.
    """

    title: str
    kept: BinaryIO
    numbers: dict[int, int] = field(default_factory=dict)
    hidden: int = 0
    first_hidden: int = 0

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
    if name not in columns.used or (what == IS_DATE and name in columns.dates):
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
        title, lines, written = _keep(archive, kept)
    except RuleViolation:
        kept.close()
        raise
    except Exception as error:
        # openpyxl has no error of its own: a workbook that is none ends in any of Python's.
        kept.close()
        raise refusal(
            name, _("cannot be read as a workbook; save it in Excel as .xlsx, or as CSV in UTF-8")
        ) from error
    sheet = Sheet(
        *(name, size, lines, sha256, title, kept),
        *(written.numbers, written.hidden, written.first_hidden),
    )
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
                _("has links to other workbooks; copy the table into a new one, as values only"),
            )
        limit = _LIMITS.get(kinds.get(name, ""), _MAX_PART)
        if archive.size(name) > limit and not name.startswith("xl/media/"):
            raise refusal(archive.name, _("is too large to be read as a workbook; save it as CSV"))


def _kinds(archive: Archive) -> dict[str, str]:
    """Return what each part is said to be; nothing of those that are said to be several things."""
    kinds: dict[str, str] = {}
    for element in fromstring(archive.zip.read(_KINDS)):
        name = element.get("PartName", "").lstrip("/")
        kind = element.get("ContentType", "")
        kinds[name] = "" if kinds.get(name, kind) != kind else kind
    return kinds


def _keep(archive: Archive, kept: BinaryIO) -> tuple[str, int, _Written]:
    """Write the rows of the first sheet; return its title, how many rows it has, what they are."""
    with catch_warnings():
        simplefilter("ignore")  # about what openpyxl does not write again
        workbook = load_workbook(
            archive.file, read_only=True, keep_links=False, keep_vba=False, data_only=False
        )
        shown = [sheet for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
        if not shown:
            raise refusal(archive.name, _("has no sheet that is shown"))
        first, *others = shown
        filled = [sheet.title for sheet in others if scan(archive, _part(sheet)).has_values]
        if filled:
            titles = ", ".join(repr(title) for title in (first.title, *filled)[:4])
            raise refusal(
                archive.name,
                _(
                    "has more than one sheet with something in it (%(titles)s), and only the first "
                    "would be read: keep the one that is the roster, and delete the others"
                )
                % {"titles": titles},
            )
        found = scan(archive, _part(first))
        found.require_plain(archive.name)
        return first.title, found.last_row, _write(first, found.last_row, archive.name, kept)


def _part(sheet: Any) -> str:
    # The name of its part in the ZIP file, which nothing else tells.
    return str(sheet._worksheet_path).lstrip("/")  # noqa: SLF001


def _write(sheet: Any, last: int, name: str, kept: BinaryIO) -> _Written:
    written = _Written()
    for line, cells, is_hidden in rows_of(sheet):
        if not any(cell.text.strip() or cell.fault for cell in cells):
            continue
        if line > last:
            raise refusal(name, ODD)
        for place, cell in enumerate(cells):
            if cell.is_number:
                written.numbers.setdefault(place, line)
        if is_hidden:
            written.hidden += 1
            written.first_hidden = written.first_hidden or line
        faults = {str(place): cell.fault for place, cell in enumerate(cells) if cell.fault}
        row = orjson.dumps([line, [cell.text for cell in cells], faults]) + b"\n"
        written.size += len(row)
        if len(row) > MAX_LINE:
            raise refusal(name, _("is longer than %(most)s MiB") % {"most": MAX_LINE >> 20}, line)
        if written.size > MAX_BYTES:
            raise refusal(
                name,
                _("is larger than %(most)s MiB when it is unpacked") % {"most": MAX_BYTES >> 20},
            )
        kept.write(row)
    return written
