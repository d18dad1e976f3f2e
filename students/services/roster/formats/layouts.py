"""The recognition of formats by their header."""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import islice
from string import digits

from django.utils.translation import gettext as _

from config.errors import RuleViolation
from students.services.roster.formats.csv_files import DELIMITERS
from students.services.roster.formats.rows import RowError, shortened
from students.services.roster.formats.table_files import (
    MAX_COLUMNS,
    Columns,
    Record,
    TableFile,
)

# What some programs write before the first title, and nobody sees: the mark of UTF-8, once more.
_UNSEEN = "\ufeff\u200b\u2060 "
# Lines in which a header is looked for, to say where it is.
_FIRST_LINES = 10


@dataclass(frozen=True)
class Layout:
    """A kind of file and the columns that it must have; of ``one_of`` one is enough.

    ``optional`` columns are read where they are there; one that ends in ``*`` stands for all with
    a number in that place. ``sis_id`` is the column of people's ids, ``login`` that of a
    name which may be an e-mail address, and ``aliases`` are other names of columns, by which they
    are known as well.
    """

    name: str
    required: tuple[str, ...]
    one_of: tuple[str, ...] = ()
    optional: tuple[str, ...] = ()
    sis_id: str = ""
    login: str = ""
    dates: tuple[str, ...] = ()
    aliases: Mapping[str, str] = field(default_factory=dict)

    def folded(self, titles: Sequence[str]) -> tuple[str, ...]:
        """Return the names by which the columns of a header are known here."""
        names = (" ".join(title.strip(_UNSEEN).split()).casefold() for title in titles)
        return tuple(self.aliases.get(name, name) for name in names)

    def missing(self, names: Sequence[str]) -> list[str]:
        absent = [column for column in self.required if column.casefold() not in names]
        if self.one_of and not any(column.casefold() in names for column in self.one_of):
            absent.append(" or ".join(self.one_of))
        return absent

    def columns(self, names: Sequence[str]) -> Columns:
        known = {
            column.casefold()
            for column in (*self.required, *self.one_of, *self.optional, *self.dates)
        }
        return Columns(
            tuple(names),
            needed=frozenset(column.casefold() for column in self.required),
            used=frozenset(
                name for name in names if name in known or f"{name.rstrip(digits)}*" in known
            ),
            dates=frozenset(map(str.casefold, self.dates)),
        )


@dataclass(frozen=True)
class Table:
    """A file whose layout is known, with the names of its columns as it writes them."""

    file: TableFile
    layout: Layout
    delimiter: str
    titles: tuple[str, ...]
    columns: Columns

    @property
    def description(self) -> str:
        """The file, its format and its encoding in words."""
        parted = "" if self.delimiter in {"", ","} else f", parted by {self.parted_by}"
        return f"{self.file.name}: {self.layout.name}, {self.file.encoding_name}{parted}"

    @property
    def parted_by(self) -> str:
        return DELIMITERS.get(self.delimiter, repr(self.delimiter)) if self.delimiter else ""

    def has(self, column: str) -> bool:
        return column in self.columns.used

    def cells(self) -> Iterator[list[str]]:
        return self.file.cells(self.delimiter)

    def records(self) -> Iterator[Record | RowError]:
        return self.file.records(self.delimiter, self.columns)


def recognise(file: TableFile, layouts: Sequence[Layout]) -> Table:
    """Return the file as one of the layouts.

    Raises RuleViolation when it is none, with the columns that are missing for the nearest one.
    """
    nearest: tuple[int, str] | None = None
    for delimiter in file.delimiters:
        titles = file.header(delimiter)
        if len(titles) > MAX_COLUMNS:
            raise file.refusal(
                _("has %(titles)s columns, more than %(most)s")
                % {"titles": f"{len(titles):,}", "most": MAX_COLUMNS}
            )
        for layout in layouts:
            names = layout.folded(titles)
            missing = layout.missing(names)
            if not missing:
                _require_unique(file, names)
                return Table(file, layout, delimiter, tuple(titles), layout.columns(names))
            is_near = 2 * len(missing) <= len(layout.required)
            if is_near and (not nearest or len(missing) < nearest[0]):
                columns = ", ".join(missing)
                nearest = (len(missing), f"looks like {layout.name}, but lacks: {columns}")
    if nearest:
        raise file.refusal(nearest[1])
    headers = ("".join(file.header(delimiter)) for delimiter in file.delimiters)
    if not any(any(map(str.isalnum, header)) for header in headers):
        raise file.refusal(_("is empty: there is nothing in its lines"))
    if line := _line_of_header(file, layouts):
        raise file.refusal(
            _(
                "has something above its header, which seems to be line %(line)s; delete the "
                "lines above it"
            )
            % {"line": line}
        )
    if _is_quoted_as_a_whole(file, layouts):
        raise file.refusal(
            _(
                "has each line in quotation marks as a whole, so that it is one cell; save it "
                "without them"
            )
        )
    expected = "; ".join(f"{layout.name} ({', '.join(layout.required)})" for layout in layouts)
    raise file.refusal(
        _(
            "has a header of another kind. These are known: %(expected)s. The header is "
            "the first line that is not empty"
        )
        % {"expected": expected}
    )


def _line_of_header(file: TableFile, layouts: Sequence[Layout]) -> int | None:
    """Return the number of the first line that would be a header; none below the tenth."""
    for delimiter in file.delimiters:
        with suppress(RuleViolation):
            for line, cells in islice(file.rows(delimiter), _FIRST_LINES):
                if any(not layout.missing(layout.folded(cells)) for layout in layouts):
                    return line
    return None


def fits(file: TableFile, layouts: Sequence[Layout]) -> Layout | None:
    """Return the first layout that the header of a file has, or None."""
    for delimiter in file.delimiters:
        titles = file.header(delimiter)
        for layout in layouts:
            if not layout.missing(layout.folded(titles)):
                return layout
    return None


def _is_quoted_as_a_whole(file: TableFile, layouts: Sequence[Layout]) -> bool:
    titles = file.header(",") if "," in file.delimiters else []
    return len(titles) == 1 and any(
        not layout.missing(layout.folded(titles[0].replace('"', "").split(delimiter)))
        for delimiter in DELIMITERS
        for layout in layouts
    )


def _require_unique(file: TableFile, names: Sequence[str]) -> None:
    repeated = sorted({column for column in names if column and names.count(column) > 1})
    if repeated:
        raise file.refusal(
            _("has columns more than once: %(join)s")
            % {"join": ", ".join(map(shortened, repeated))}
        )
