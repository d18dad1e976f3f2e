"""The recognition of formats by their header."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from students.services.roster.formats.csv_files import MAX_COLUMNS, CsvFile, Record
from students.services.roster.formats.rows import RowError, shortened

_DELIMITERS = {",": "commas", ";": "semicolons", "\t": "tabs"}


@dataclass(frozen=True)
class Layout:
    """A kind of file and the columns that it must have; of ``one_of`` one is enough."""

    name: str
    required: tuple[str, ...]
    one_of: tuple[str, ...] = ()

    def missing(self, header: list[str]) -> list[str]:
        absent = [column for column in self.required if column.casefold() not in header]
        if self.one_of and not any(column.casefold() in header for column in self.one_of):
            absent.append(" or ".join(self.one_of))
        return absent


@dataclass(frozen=True)
class Table:
    """A file whose layout is known."""

    file: CsvFile
    layout: Layout
    delimiter: str
    columns: frozenset[str]

    @property
    def description(self) -> str:
        """The file, its format and its encoding in words."""
        parted = "" if self.delimiter == "," else f", parted by {_DELIMITERS[self.delimiter]}"
        return f"{self.file.name}: {self.layout.name}, {self.file.encoding_name}{parted}"

    def records(self) -> Iterator[Record | RowError]:
        return self.file.records(self.delimiter)


def recognise(file: CsvFile, layouts: Sequence[Layout]) -> Table:
    """Return the file as one of the layouts.

    Raises RuleViolation when it is none, with the columns that are missing for the nearest one.
    """
    nearest: tuple[int, str] | None = None
    for delimiter in _DELIMITERS:
        header = file.header(delimiter)
        if len(header) > MAX_COLUMNS:
            raise file.refusal(f"has {len(header):,} columns, more than {MAX_COLUMNS}")
        for layout in layouts:
            missing = layout.missing(header)
            if not missing:
                _require_unique(file, header)
                return Table(file, layout, delimiter, frozenset(header))
            is_near = 2 * len(missing) <= len(layout.required)
            if is_near and (not nearest or len(missing) < nearest[0]):
                columns = ", ".join(missing)
                nearest = (len(missing), f"looks like {layout.name}, but lacks: {columns}")
    if nearest:
        raise file.refusal(nearest[1])
    expected = "; ".join(f"{layout.name} ({', '.join(layout.required)})" for layout in layouts)
    raise file.refusal(f"has a header of another kind. These are known: {expected}")


def _require_unique(file: CsvFile, header: list[str]) -> None:
    repeated = sorted({column for column in header if column and header.count(column) > 1})
    if repeated:
        raise file.refusal(f"has columns more than once: {', '.join(map(shortened, repeated))}")
