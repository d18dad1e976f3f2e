"""Moodle's file of users, as it is uploaded there and as its bulk actions download it."""

import re

from students.services.roster.formats.layouts import Layout, Table
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    EnrolmentStatus,
    RosterRow,
    cohort,
    name_parts,
    shortened,
)

USERS = Layout(
    "Moodle users",
    ("username", "firstname", "lastname", "email"),
    optional=(
        *("idnumber", "middlename", "cohort1", "cohort", "suspended", "deleted"),
        *("role*", "type*", "sysrole*"),
    ),
    sis_id="idnumber",
    login="username",
)

_YES = {"": False, "0": False, "1": True, "no": False, "yes": True, "false": False, "true": True}
_role = re.compile(r"(?:sys)?role[0-9]+|type[0-9]+")


class Moodle(RosterReader):
    """The users of a Moodle site; those who only teach or manage there are no students."""

    def __init__(self, table: Table) -> None:
        super().__init__(table)
        self._roles = [name for name in table.columns.names if _role.fullmatch(name)]

    def is_gone(self, cells: Cells) -> bool:
        return cells.get("deleted", "").casefold() in {"1", "yes", "true"}

    def is_student(self, cells: Cells) -> bool:
        roles = [(name, cells[name].casefold()) for name in self._roles if cells[name]]
        return not roles or any(
            # A type is a number: 1 for students, more for teachers.
            role == ("1" if name.startswith("type") else "student")
            for name, role in roles
        )

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        who = self.sis_id(cells)
        if _flag(cells, "deleted"):
            return RosterRow(line, email, EnrolmentStatus.GONE, name=None, sis_id=who)
        suspended = _flag(cells, "suspended")
        return RosterRow(
            line,
            email,
            EnrolmentStatus.INACTIVE if suspended else EnrolmentStatus.ACTIVE,
            name_parts(cells["firstname"], cells["lastname"], cells.get("middlename", "")),
            sis_id=who,
            cohort=cohort(cells.get("cohort1") or cells.get("cohort", "")),
        )


def _flag(cells: Cells, column: str) -> bool:
    text = cells.get(column, "")
    flag = _YES.get(text.casefold())
    if flag is None:
        raise BadRow(f"{column} is {shortened(text)}, not 0 or 1.")
    return flag
