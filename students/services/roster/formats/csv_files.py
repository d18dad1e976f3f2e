"""CSV files of unknown quality: inspected as a whole first, then read record by record.

The inspection proves the encoding, which may fail at the last letter only, and refuses files that
are no CSV or too large; it takes a fraction of a second for a hundred thousand lines. Memory stays
bounded: never more than one line and one record is held.
"""

import csv
import re
from collections.abc import Collection, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from students.services.roster.formats.contents import Content, text_lines
from students.services.roster.formats.encodings import (
    chosen_encoding,
    label,
    seems_utf8,
    seems_utf16,
    undecodable,
)
from students.services.roster.formats.kinds import other_kind
from students.services.roster.formats.table_files import MAX_BYTES, TableFile, refusal

MAX_LINE = 1 << 20
MAX_LINES = 5_000_000
# Lines at the beginning in which the header is, where a file is only glanced at.
_FIRST_LINES = 1_000

DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs", "|": "vertical bars"}

# Excel's line that names the delimiter, which some programs write and Excel does not show.
_names_delimiter = re.compile(r'"?sep=(\\t|[^"\r\n])"?[,;\t|]*[ \r\n]*', re.IGNORECASE)
_NUL = gettext_lazy("has a NUL byte in it, as no text has: the file is damaged; export it again")
# The end of a file as DOS has it.
_END = "\x1a"
_END_OF_LINE = f"{_END}\r\n"


@dataclass(frozen=True)
class CsvFile(TableFile):
    """A CSV file that was inspected; ``encoding`` is the name that Python uses."""

    content: Content
    encoding: str
    delimiter: str = ""  # the one that the file itself names
    has_end_mark: bool = False
    errors: str = "strict"
    most_lines: int | None = None

    @property
    def encoding_name(self) -> str:
        return label(self.encoding)

    @property
    def delimiters(self) -> Collection[str]:
        return (self.delimiter,) if self.delimiter else DELIMITERS

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        reader = csv.reader(self._lines(), delimiter=delimiter, strict=True)
        line, begins = 0, 1
        try:
            for cells in reader:
                line, begins = begins, reader.line_num + 1
                if cells and (cells[0].strip() or any(map(str.strip, cells))):
                    yield line, cells
        except csv.Error as error:
            raise self.refusal(_syntax(str(error)), line=begins) from error
        except UnicodeDecodeError as error:
            raise self.refusal(_("was changed while it was read")) from error

    def cells(self, delimiter: str) -> Iterator[list[str]]:
        lines = text_lines(self.content.open(), self.encoding, MAX_LINE, self.errors)
        with suppress(csv.Error, UnicodeDecodeError):  # told of by ``rows``
            yield from csv.reader(lines, delimiter=delimiter, strict=True)

    def _lines(self) -> Iterator[str]:
        reading = self.content.open()
        lines = text_lines(reading, self.encoding, MAX_LINE, self.errors)
        lines = islice(lines, self.most_lines)
        if self.delimiter:
            next(lines, None)
            yield "\n"
        if self.has_end_mark:
            lines = (f"{line.rstrip(_END_OF_LINE)}\n" if _END in line else line for line in lines)
        yield from lines
        if self.sha256 and reading.sha256 != self.sha256:
            raise self.refusal(_("was changed while it was read"))


def inspect(content: Content, name: str, encoding: str = "") -> CsvFile:
    """Inspect a file, which is in UTF-8 or UTF-16 unless an ``encoding`` is named.

    Raises RuleViolation when it is empty, above 256 MiB, no text, or not in its encoding.
    """
    size = content.size
    if not size:
        raise refusal(name, _("is empty"))
    if size > MAX_BYTES:
        raise refusal(
            name,
            _("is larger than %(most)s MiB; send it in parts") % {"most": MAX_BYTES >> 20},
        )
    beginning = content.beginning()
    if what := other_kind(beginning):
        raise refusal(name, what)
    if not encoding and (likely := seems_utf16(beginning)):
        raise refusal(
            name,
            _(
                "has a NUL byte in it, as UTF-16 has: name the encoding %(likely)s "
                "(--encoding, or the field “Encoding”), or save the file as CSV in UTF-8"
            )
            % {"likely": likely},
            1,
        )
    encoding = chosen_encoding(beginning, encoding, name)
    reading = content.open()
    number, first, line = 0, "", ""
    try:
        for number, line in enumerate(text_lines(reading, encoding, MAX_LINE), start=1):
            first = first or line
            if len(line) > MAX_LINE:
                raise refusal(
                    name,
                    _("is longer than %(most)s MiB") % {"most": MAX_LINE >> 20},
                    number,
                )
            if "\0" in line:
                raise refusal(name, _NUL, number)
            if number > MAX_LINES:
                raise refusal(name, _("has more than %(most)s lines") % {"most": f"{MAX_LINES:,}"})
    except UnicodeDecodeError:
        raise undecodable(content, name, encoding, MAX_LINE) from None
    if not encoding.startswith("utf") and seems_utf8(content, MAX_LINE):
        raise refusal(
            name,
            _("is UTF-8, and not %(encoding)s: leave the encoding out")
            % {"encoding": label(encoding)},
        )
    return CsvFile(
        name,
        size,
        number,
        reading.sha256,
        content,
        encoding,
        delimiter=_named_delimiter(first),
        has_end_mark=line.rstrip("\r\n").endswith(_END),
    )


def glance(content: Content, name: str, encoding: str = "") -> CsvFile:
    """Return a file of which no more than the header should be looked at: nothing is proven."""
    beginning = content.beginning()
    encoding = chosen_encoding(beginning, encoding, name)
    first = ""
    with suppress(UnicodeDecodeError):  # UTF-16 and UTF-32 by name, without their mark
        first = next(text_lines(content.open(), encoding, MAX_LINE, "replace"), "")
    delimiter = _named_delimiter(first)
    return CsvFile(
        name, 0, 0, "", content, encoding, delimiter, errors="replace", most_lines=_FIRST_LINES
    )


def _named_delimiter(line: str) -> str:
    match = _names_delimiter.fullmatch(line)
    return match[1].replace("\\t", "\t") if match else ""


def _syntax(error: str) -> str:
    if "end of data" in error or "field limit" in error:
        return "opens a quotation mark that is never closed, or has a cell beyond all measure"
    return "has a quotation mark in the wrong place"
