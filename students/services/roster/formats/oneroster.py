"""OneRoster CSV: users.csv as of version 1.2, and roles.csv beside it."""

from collections.abc import Callable

from students.services.roster.formats.layouts import Layout
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    EnrolmentStatus,
    RosterRow,
    name_parts,
    shortened,
)

USERS = Layout(
    "OneRoster users.csv", ("sourcedId", "enabledUser", "username", "givenName", "familyName")
)
ROLES = Layout("OneRoster roles.csv", ("userSourcedId", "roleType", "role"))

_ENABLED = {"true": EnrolmentStatus.ACTIVE, "false": EnrolmentStatus.INACTIVE}
# In a bulk file the status is blank; a delta file fills it.
_IS_GONE = {"": False, "active": False, "tobedeleted": True}


class OneRoster(RosterReader):
    """The students among OneRoster's users, by their roles (1.1: in the same file)."""

    def start_beside(self) -> Callable[[Cells], None]:
        self._students: set[str] = set()
        return self._note

    def _note(self, cells: Cells) -> None:
        if not _is_gone(cells) and cells["role"].casefold() == "student":
            self._students.add(cells["usersourcedid"])

    def is_student(self, cells: Cells) -> bool:
        if cells.get("role", "student").casefold() != "student":
            return False
        return self.beside is None or cells["sourcedid"] in self._students

    def address(self, cells: Cells) -> str:
        username = cells["username"]
        return cells.get("email") or (username if "@" in username else "")

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        if _is_gone(cells):
            return RosterRow(line, email, EnrolmentStatus.GONE, name=None)
        enabled = cells["enableduser"]
        status = _ENABLED.get(enabled.casefold())
        if status is None:
            raise BadRow(f"enabledUser is {shortened(enabled)}, not true or false.")
        name = name_parts(cells["givenname"], cells["familyname"], cells.get("middlename", ""))
        return RosterRow(line, email, status, name)


def _is_gone(cells: Cells) -> bool:
    status = cells.get("status", "")
    gone = _IS_GONE.get(status.casefold())
    if gone is None:
        raise BadRow(f"The status is {shortened(status)}, not active or tobedeleted.")
    return gone
