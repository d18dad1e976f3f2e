"""CSV files of unknown quality: inspected as a whole first, then read record by record.

The inspection finds the encoding, which may show at the last letter only, and refuses files that
are no CSV or too large; it takes a fraction of a second for a hundred thousand lines. Memory stays
bounded: never more than one line and one record is held.
"""

import codecs
import csv
import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import SEEK_END
from typing import BinaryIO, NamedTuple

from config.errors import RuleViolation
from students.services.roster.formats.rows import RowError

MAX_BYTES = 256 << 20
MAX_LINE = 1 << 20
MAX_COLUMNS = 100
MAX_RECORDS = 5_000_000

# A letter of several bytes. In Windows-1252 such a sequence would be something like "Ã©": a file
# that has one is UTF-8, and damaged if it has other bytes as well.
_utf8_letter = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 with BOM", "cp1252": "Windows-1252"}


class Record(NamedTuple):
    """The cells of a line without surrounding blanks, by the folded names of their columns."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class CsvFile:
    """A file that was inspected; ``encoding`` is the name that Python uses."""

    file: BinaryIO
    name: str
    size: int
    lines: int
    sha256: str
    encoding: str

    @property
    def encoding_name(self) -> str:
        return _ENCODINGS[self.encoding]

    def header(self, delimiter: str) -> list[str]:
        """Return the folded names of the columns; none if the delimiter does not fit."""
        reader = csv.reader(self._text(), delimiter=delimiter, strict=True)
        try:
            return [cell.strip().casefold() for cell in next(reader, [])]
        except csv.Error:
            return []

    def records(self, delimiter: str) -> Iterator[Record | RowError]:
        """Yield the records below the header, without empty ones.

        Raises RuleViolation where the beginning of the next record cannot be found.
        """
        reader = csv.reader(self._text(), delimiter=delimiter, strict=True)
        line, begins = 0, 1
        names: list[str] = []
        try:
            for count, cells in enumerate(reader):
                line, begins = begins, reader.line_num + 1
                if not count:
                    names = [cell.strip().casefold() for cell in cells]
                elif count > MAX_RECORDS:
                    raise self.refusal(f"has more than {MAX_RECORDS:,} lines")
                elif any(map(str.strip, cells)):
                    yield self._record(line, names, cells)
        except csv.Error as error:
            raise self.refusal(_syntax(str(error)), line=begins) from error

    def _record(self, line: int, names: list[str], cells: list[str]) -> Record | RowError:
        if len(cells) != len(names):
            what = "is cut off" if len(cells) < len(names) else "is too long"
            reason = f"The line {what}: it has {len(cells)} cells for {len(names)} columns."
            return RowError(self.name, line, reason)
        return Record(line, dict(zip(names, map(str.strip, cells), strict=True)))

    def _text(self) -> Iterator[str]:
        digest = hashlib.sha256()
        encoding = self.encoding
        for line in _lines(self.file):
            digest.update(line)
            yield line.decode(encoding)
            encoding = "utf-8" if encoding == "utf-8-sig" else encoding
        if digest.hexdigest() != self.sha256:
            raise self.refusal("was changed while it was read")

    def refusal(self, what: str, line: int | None = None) -> RuleViolation:
        return _refusal(self.name, what, line)


def inspect(file: BinaryIO, name: str) -> CsvFile:
    """Inspect a file that can be read from its beginning more than once.

    Raises RuleViolation when it is empty, above 256 MiB, no text, or in an unknown encoding.
    """
    size = file.seek(0, SEEK_END)
    if not size:
        raise _refusal(name, "is empty")
    if size > MAX_BYTES:
        raise _refusal(name, f"is larger than {MAX_BYTES >> 20} MiB; send it in parts")
    digest = hashlib.sha256()
    encodings = _Encodings()
    number = 0
    for number, line in enumerate(_lines(file), start=1):
        if number == 1 and (what := _other_kind(line)):
            raise _refusal(name, what)
        if len(line) > MAX_LINE:
            raise _refusal(name, f"is longer than {MAX_LINE >> 20} MiB", number)
        if b"\0" in line:
            raise _refusal(name, "has a NUL byte in it, as no text has", number)
        digest.update(line)
        encodings.look_at(number, line)
    return CsvFile(file, name, size, number, digest.hexdigest(), encodings.decide(name))


class _Encodings:
    """The encodings that are still possible for a file, updated line by line."""

    def __init__(self) -> None:
        self.has_bom = False
        self.has_utf8_letters = False
        self.not_utf8: int | None = None
        self.not_cp1252: int | None = None

    def look_at(self, number: int, line: bytes) -> None:
        if number == 1 and line.startswith(codecs.BOM_UTF8):
            self.has_bom = True
            line = line.removeprefix(codecs.BOM_UTF8)
        if line.isascii():
            return
        self.has_utf8_letters = self.has_utf8_letters or bool(_utf8_letter.search(line))
        if self.not_utf8 is None and not _decodes(line, "utf-8"):
            self.not_utf8 = number
        if self.not_cp1252 is None and not _decodes(line, "cp1252"):
            self.not_cp1252 = number

    def decide(self, name: str) -> str:
        if self.not_utf8 is None:
            return "utf-8-sig" if self.has_bom else "utf-8"
        if self.has_bom or self.has_utf8_letters:
            raise _refusal(name, "is damaged: the file is UTF-8, but not all of it", self.not_utf8)
        if self.not_cp1252:
            raise _refusal(name, "is neither UTF-8 nor Windows-1252", self.not_cp1252)
        return "cp1252"


def _decodes(line: bytes, encoding: str) -> bool:
    try:
        line.decode(encoding)
    except UnicodeDecodeError:
        return False
    return True


def _lines(file: BinaryIO) -> Iterator[bytes]:
    file.seek(0)
    while line := file.readline(MAX_LINE + 1):
        yield line


def _other_kind(beginning: bytes) -> str | None:
    if beginning.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "is UTF-16; save it as CSV in UTF-8"
    if beginning.startswith(b"PK\x03\x04"):
        return "is a spreadsheet or a ZIP file; save the table as CSV"
    return None


def _syntax(error: str) -> str:
    if "end of data" in error or "field limit" in error:
        return "opens a quotation mark that is never closed, or has a cell beyond all measure"
    if "new-line" in error:
        return "ends in a carriage return alone; save the file with usual line ends"
    return "has a quotation mark in the wrong place"


def _refusal(name: str, what: str, line: int | None = None) -> RuleViolation:
    return RuleViolation(f"{name} {what}." if line is None else f"{name}, line {line} {what}.")
