"""What the formats have in common: a file of people, one line each."""

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
    """Reads the people of a table. A format says who is a student, and how they are written."""

    def __init__(self, table: Table, beside: Table | None = None) -> None:
        self.table = table
        self.beside = beside

    def read(self) -> Iterator[RosterLine]:
        """Yield all lines in their order, those of the file beside it only where they are bad."""
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
        """Forget what an earlier reading noted; return what notes the lines of the other file."""
        raise NotImplementedError

    def is_student(self, cells: Cells) -> bool:
        return True

    def address(self, cells: Cells) -> str:
        """Return what should be the e-mail address."""
        raise NotImplementedError

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        """Return the student, or raise BadRow."""
        raise NotImplementedError
