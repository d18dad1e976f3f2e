"""What was understood of a file, for the person who has to say whether it is right."""

from collections.abc import Iterator
from dataclasses import asdict, dataclass
from itertools import islice
from typing import Any

from students.services.roster.formats.layouts import Table
from students.services.roster.formats.table_files import Record

_ROWS = 5
_LONGEST = 60


@dataclass(frozen=True)
class Understood:
    """A file's format and encoding, which of its columns count, and its first rows in these."""

    file: str
    format: str
    encoding: str
    parted_by: str
    used: tuple[str, ...]
    ignored: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, table: Table) -> "Understood":
        named = [
            (name, title)
            for name, title in zip(table.columns.names, table.titles, strict=True)
            if title
        ]
        used = [(name, title) for name, title in named if table.has(name)]
        return cls(
            file=table.file.name,
            format=table.layout.name,
            encoding=table.file.encoding_name,
            parted_by=table.parted_by,
            used=tuple(title for _, title in used),
            ignored=tuple(title for name, title in named if not table.has(name)),
            rows=tuple(_first_rows(table, [name for name, _ in used])),
        )

    @property
    def lines(self) -> Iterator[str]:
        """The same in words, for a terminal."""
        yield f"  columns read: {', '.join(self.used)}"
        if self.ignored:
            yield f"  columns left aside: {', '.join(self.ignored)}"
        for row in self.rows:
            yield f"  {' | '.join(row)}"

    @property
    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def _first_rows(table: Table, names: list[str]) -> Iterator[tuple[str, ...]]:
    for record in islice((one for one in table.records() if isinstance(one, Record)), _ROWS):
        yield tuple(_short(record.cells[name]) for name in names)


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"
