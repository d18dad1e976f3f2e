"""The common base of the formats: a file of people, one line each."""

from collections.abc import Callable, Iterator, Mapping

from students.services.roster.formats.layouts import Table
from students.services.roster.formats.rows import (
    BadRow,
    NotAStudent,
    RosterRow,
    RowError,
    require_email,
)

type Cells = Mapping[str, str]
type RosterLine = RosterRow | RowError | NotAStudent


class RosterReader:
    """A reader of the people in a table. A format decides who is a student, and reads the names."""

    def __init__(self, table: Table, beside: Table | None = None) -> None:
        self.table = table
        self.beside = beside

    def read(self) -> Iterator[RosterLine]:
        """Yield all lines in their order, and of the second file only bad lines."""
        if self.beside:
            yield from self._read_beside(self.beside)
        for record in self.table.records():
            if isinstance(record, RowError):
                yield record
                continue
            line, cells = record
            email = None
            if not self.is_student(cells):
                yield NotAStudent(line)
                continue
            try:
                email = require_email(self.address(cells))
                yield self.student(line, email, cells)
            except BadRow as bad:
                yield RowError(self.table.file.name, line, str(bad), email)

    def _read_beside(self, table: Table) -> Iterator[RowError]:
        note = self.start_beside()
        for record in table.records():
            if isinstance(record, RowError):
                yield record
                continue
            try:
                note(record.cells)
            except BadRow as bad:
                yield RowError(table.file.name, record.line, str(bad))

    def start_beside(self) -> Callable[[Cells], None]:
        """Forget what an earlier reading noted; return a function for lines of the second file."""
        raise NotImplementedError

    def is_student(self, cells: Cells) -> bool:
        return True

    def address(self, cells: Cells) -> str:
        """Return the cell that should hold the e-mail address."""
        raise NotImplementedError

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        """Return the student, or raise BadRow."""
        raise NotImplementedError
