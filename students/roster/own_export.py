"""Our own students export (contract §8), brought back."""

from students.roster.layouts import Layout
from students.roster.reader import Cells, RosterReader
from students.roster.rows import (
    BadRow,
    ProgrammeLabel,
    RosterRow,
    Standing,
    full_name,
    shortened,
)

LAYOUT = Layout("our students export", ("Student Name", "Email", "Programme", "Status"))

# What the export puts an apostrophe before, so that no spreadsheet takes it for a formula.
_DEFUSED = tuple(f"'{sign}" for sign in "=+-@\t\r")

_STANDINGS = {"active": Standing.ACTIVE, "inactive": Standing.INACTIVE}


class OwnExport(RosterReader):
    """The students of an export; its figures are derived and are not read."""

    def address(self, cells: Cells) -> str:
        return _plain(cells["email"])

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        standing = _STANDINGS.get(cells["status"].casefold())
        if standing is None:
            raise BadRow(f"The status is {shortened(cells['status'])}, not active or inactive.")
        name = cells["student name"]
        return RosterRow(
            line,
            email,
            standing,
            full_name(_plain(name), defused=_is_defused(name)),
            ProgrammeLabel(_plain(cells["programme"])),
        )


def _is_defused(cell: str) -> bool:
    return cell.startswith(_DEFUSED)


def _plain(cell: str) -> str:
    return cell[1:] if _is_defused(cell) else cell
