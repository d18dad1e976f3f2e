"""The common base of the formats: a file of people, one line each."""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping

from students.services.roster.formats.joins import Join
from students.services.roster.formats.layouts import Table
from students.services.roster.formats.repeated import Repeated, merged
from students.services.roster.formats.rows import (
    GONE_UNKNOWN,
    BadRow,
    EnrolmentStatus,
    NotAStudent,
    RosterRow,
    RowError,
    Skipped,
    require_email,
    sis_id,
)
from students.services.roster.formats.table_files import Record

type Cells = Mapping[str, str]
type RosterLine = RosterRow | RowError | NotAStudent | Skipped


class RosterReader:
    """A reader of the people in a table. A format decides who is a student, and reads the names.

    Once it has read, ``skipped`` says which lines say nothing and why, ``join`` how the second file
    agrees with the first, and ``remarks`` what else is worth knowing.
    """

    companion = ""  # what the lines of the second file are called, many of them
    # Whether a person may stand in several lines, and whether these are logins, as of Canvas.
    merges = True
    has_logins = False

    def __init__(self, table: Table, beside: Table | None = None) -> None:
        self.table = table
        self.beside = beside
        self.skipped: Counter[str] = Counter()
        self.join: Join | None = None

    def read(self) -> Iterator[RosterLine]:
        """Yield all lines in their order, and of the second file only bad lines.

        People who stand in several lines come last: only then is known what is to be made of them.
        """
        self.skipped = Counter()
        repeated = self._survey()
        if self.beside:
            yield from self._read_beside(self.beside)
        held: list[RosterRow] = []
        for record in self.table.records():
            if isinstance(record, RowError):
                yield record
                continue
            line = self._line(record)
            if isinstance(line, RosterRow):
                if repeated and repeated.has(line):
                    held.append(line)
                else:
                    yield line
                continue
            if isinstance(line, Skipped):
                self.skipped[line.reason] += 1
            elif isinstance(line, NotAStudent):
                repeated.note_other(self.address(record.cells))
            yield line
        for line in merged(held, self.table.file.name, has_logins=self.has_logins):
            if isinstance(line, Skipped):
                self.skipped[line.reason] += 1
            teaches = isinstance(line, RosterRow) and self._teaches_elsewhere(line, repeated)
            yield NotAStudent(line.line) if teaches else line

    def _teaches_elsewhere(self, row: RosterRow, repeated: Repeated) -> bool:
        """Return whether a login has no courses, while another one of the person teaches."""
        if not self.has_logins or not self.beside or row.programmes is not None:
            return False
        return row.status is not EnrolmentStatus.GONE and repeated.is_other(row.email)

    def _line(self, record: Record) -> RosterLine:
        line, cells = record
        email = None
        try:
            address = self.address(cells)
            if reason := self.says_nothing(cells, address):
                return Skipped(line, reason, address or None, self._who(cells))
            if not self.is_student(cells):
                return NotAStudent(line)
            if address or not self._is_gone_by_id(cells):
                email = require_email(address)
            return self.student(line, email or "", cells)
        except BadRow as bad:
            return RowError(self.table.file.name, line, str(bad), email, self._who(cells))

    def _who(self, cells: Cells) -> str | None:
        """Return the id of a line that is not read further, if it has one."""
        try:
            return self.sis_id(cells)
        except BadRow:
            return None

    def _is_gone_by_id(self, cells: Cells) -> bool:
        return self.is_gone(cells) and self._who(cells) is not None

    def _survey(self) -> Repeated:
        """Read the people once before, to know their ids and who stands in several lines."""
        layout, names = self.table.layout, self.table.columns.names
        places = [
            names.index(column) if column in names else -1
            for column in (layout.sis_id.casefold(), "email", layout.login)
        ]
        repeated = Repeated()
        if self.merges:
            repeated.survey(self.table.cells(), *places)
        if self.beside:
            self.join = Join(self.companion, self.beside.file.name, self.table.file.name, repeated)
        return repeated

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

    @property
    def remarks(self) -> list[str]:
        return []

    def start_beside(self) -> Callable[[Cells], None]:
        """Forget what an earlier reading noted; return a function for lines of the second file."""
        raise NotImplementedError

    def says_nothing(self, cells: Cells, address: str) -> str | None:
        """Return why a line is skipped, or None."""
        if address or not self.is_gone(cells) or self.sis_id(cells):
            return None
        return GONE_UNKNOWN

    def is_gone(self, cells: Cells) -> bool:
        """Return whether the other system has deleted somebody; then their id is enough."""
        return False

    def sis_id(self, cells: Cells) -> str | None:
        """Return the id in the cell for it, if there is one, or raise BadRow."""
        return sis_id(cells.get(self.table.layout.sis_id.casefold(), ""))

    def is_student(self, cells: Cells) -> bool:
        return True

    def address(self, cells: Cells) -> str:
        """Return the cell that should hold the e-mail address, or a login that is one."""
        login = cells.get(self.table.layout.login, "")
        return cells.get("email") or (login if "@" in login else "")

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        """Return the student, or raise BadRow."""
        raise NotImplementedError
