"""Files that hold a table, whatever they are made of, and the names of its columns."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from config.errors import RuleViolation, Sentence
from students.services.roster.formats.rows import RowError

MAX_BYTES = 256 << 20
MAX_COLUMNS = 100


type RecordOrError = Record | RowError


class Record(NamedTuple):
    """The cells of a line without surrounding blanks, by the folded names of their columns."""

    line: int
    cells: Mapping[str, str]


@dataclass(frozen=True)
class Columns:
    """The names of a table's columns in their order; a line must have the ``needed`` ones.

    ``used`` are those that are read, and ``dates`` those of them that hold dates.
    """

    names: tuple[str, ...]
    needed: frozenset[str] = frozenset()
    used: frozenset[str] = frozenset()
    dates: frozenset[str] = frozenset()

    @cached_property
    def least(self) -> int:
        """The number of cells that a line must have to hold those that are needed."""
        places = (place for place, name in enumerate(self.names) if name in self.needed)
        return 1 + max(places, default=-1)

    def records(
        self, source: str, rows: Iterable[tuple[int, list[str]]]
    ) -> Iterator[RecordOrError]:
        """Yield lines by their columns; programs leave empty cells at the end out, or add some."""
        names, width, least = self.names, len(self.names), self.least
        for line, cells in rows:
            row = cells
            if len(row) != width:
                if len(row) < least or any(map(str.strip, row[width:])):
                    yield _of_other_length(source, line, len(row), width)
                    continue
                row = [*row[:width], *[""] * (width - len(row))]
            yield Record(line, dict(zip(names, map(str.strip, row), strict=False)))


def _of_other_length(source: str, line: int, length: int, width: int) -> RowError:
    what = "is cut off" if length < width else "is too long"
    return RowError(source, line, f"The line {what}: it has {length} cells for {width} columns.")


@dataclass(frozen=True)
class TableFile:
    """A file that was inspected; ``lines`` are those of the file, or the rows of its sheet."""

    name: str
    size: int
    lines: int
    sha256: str

    @property
    def encoding_name(self) -> str:
        """How the file is written, for people."""
        raise NotImplementedError

    @property
    def delimiters(self) -> Collection[str]:
        """The characters that may part the cells; an empty one where nothing does."""
        raise NotImplementedError

    def rows(self, delimiter: str) -> Iterator[tuple[int, list[str]]]:
        """Yield the lines that are not empty, with their number, the header among them."""
        raise NotImplementedError

    def cells(self, delimiter: str) -> Iterator[list[str]]:
        """Yield the cells of all lines, as far as they can be read."""
        return (cells for _line, cells in self.rows(delimiter))

    def header(self, delimiter: str) -> list[str]:
        """Return the titles of the columns; none if the delimiter does not fit."""
        try:
            _line, cells = next(self.rows(delimiter), (0, []))
        except RuleViolation:
            return []
        return [cell.strip() for cell in cells]

    def records(self, delimiter: str, columns: Columns) -> Iterator[RecordOrError]:
        """Yield the records below the header.

        Raises RuleViolation where the beginning of the next record cannot be found.
        """
        rows = self.rows(delimiter)
        next(rows, None)
        return columns.records(self.name, rows)

    def refusal(self, what: Sentence, line: int | None = None) -> RuleViolation:
        return refusal(self.name, what, line)


def refusal(name: str, what: Sentence, line: int | None = None) -> RuleViolation:
    """Return the refusal of a file: its name, and what is said of it."""
    said = {"file": name, "what": what, "line": line}
    if line is None:
        return RuleViolation(_("%(file)s %(what)s.") % said)
    return RuleViolation(_("%(file)s, line %(line)s %(what)s.") % said)
