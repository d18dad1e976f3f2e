"""OneRoster CSV, versions 1.1 and 1.2: users.csv, and roles.csv beside it.

A bulk file has everybody. A delta file has what changed, and fills the column ``status``: who has
no line in its roles.csv is a student or not as before.
"""

from collections.abc import Callable
from datetime import date, datetime

from django.utils import timezone

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
    "OneRoster users.csv",
    ("sourcedId", "enabledUser", "username", "givenName", "familyName"),
    optional=("status", "role", "middleName", "email", "cohort"),
    sis_id="sourcedId",
    login="username",
)
ROLES = Layout(
    "OneRoster roles.csv",
    ("userSourcedId", "roleType", "role"),
    optional=("status",),
    sis_id="userSourcedId",
    dates=("beginDate", "endDate"),
)

_ENABLED = {"true": EnrolmentStatus.ACTIVE, "false": EnrolmentStatus.INACTIVE}
# In a bulk file the status is blank; a delta file fills it. Version 1.0 has inactive people.
_STATUSES = {
    "": EnrolmentStatus.ACTIVE,
    "active": EnrolmentStatus.ACTIVE,
    "inactive": EnrolmentStatus.INACTIVE,
    "tobedeleted": EnrolmentStatus.GONE,
}


class OneRoster(RosterReader):
    """The students among OneRoster's users, by their roles (1.1: in the same file)."""

    companion = "roles"

    def __init__(
        self, table: Table, beside: Table | None = None, *, is_delta: bool = False
    ) -> None:
        super().__init__(table, beside)
        self._is_delta = is_delta
        self._over = self._to_come = 0

    def start_beside(self) -> Callable[[Cells], None]:
        # Whether a person is a student, by the roles that count today; None where none does.
        self._students: dict[str, bool] = {}
        self._over = self._to_come = 0
        self._today = timezone.now().date()
        if self.join:
            self.join.is_partial = self._is_delta
        return self._note

    def _note(self, cells: Cells) -> None:
        who = cells["usersourcedid"]
        if not who:
            raise BadRow("The role names no user.")
        if self.join:
            self.join.told += 1
            if _status(cells) is not EnrolmentStatus.GONE:
                self.join.note(who)
        counts = _status(cells) is EnrolmentStatus.ACTIVE and self._is_current(cells)
        is_student = counts and cells["role"].casefold() == "student"
        self._students[who] = self._students.get(who, False) or is_student

    def _is_current(self, cells: Cells) -> bool:
        # The specification excludes the day on which a role ends.
        begin, end = _date(cells, "beginDate"), _date(cells, "endDate")
        if end and end <= self._today:
            self._over += 1
            return False
        if begin and begin > self._today:
            self._to_come += 1
            return False
        return True

    @property
    def remarks(self) -> list[str]:
        counts = {"over": self._over, "still to begin": self._to_come}
        return [
            f"Roles that do not count today, as they are {what}: {count:,}."
            for what, count in counts.items()
            if count
        ]

    def is_gone(self, cells: Cells) -> bool:
        return cells.get("status", "").casefold() == "tobedeleted"

    def is_student(self, cells: Cells) -> bool:
        if cells.get("role", "student").casefold() != "student":
            return False
        return self.beside is None or self._students.get(cells["sourcedid"], self._is_delta)

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        who = self.sis_id(cells)
        status = _status(cells)
        if status is EnrolmentStatus.GONE:
            return RosterRow(line, email, status, name=None, sis_id=who)
        enabled = cells["enableduser"]
        enabled_status = _ENABLED.get(enabled.casefold())
        if enabled_status is None:
            raise BadRow(f"enabledUser is {shortened(enabled)}, not true or false.")
        return RosterRow(
            line,
            email,
            enabled_status if status is EnrolmentStatus.ACTIVE else status,
            name_parts(cells["givenname"], cells["familyname"], cells.get("middlename", "")),
            sis_id=who,
            cohort=cohort(cells.get("cohort", "")),
            only_known=bool(
                self._is_delta and self.beside and cells["sourcedid"] not in self._students
            ),
        )


def _status(cells: Cells) -> EnrolmentStatus:
    text = cells.get("status", "")
    status = _STATUSES.get(text.casefold())
    if status is None:
        raise BadRow(f"The status is {shortened(text)}, not active or tobedeleted.")
    return status


def _date(cells: Cells, column: str) -> date | None:
    text = cells.get(column.casefold(), "")
    if not text:
        return None
    try:
        return datetime.fromisoformat(text).date()
    except ValueError:
        raise BadRow(f"{column} is {shortened(text)}, not a date such as 2026-08-31.") from None
