"""Blackboard Learn's file of people (Snapshot Flat File), its cells parted by ``|`` as a rule."""

from students.services.roster.formats.layouts import Layout
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    EnrolmentStatus,
    RosterRow,
    cohort,
    name_parts,
    shortened,
)

PEOPLE = Layout(
    "Blackboard people",
    ("external_person_key", "user_id", "firstname", "lastname", "email"),
    optional=("middlename", "institution_role", "available_ind", "row_status", "cohort"),
    sis_id="external_person_key",
    login="user_id",
    aliases={
        "person id": "external_person_key",
        "person_id": "external_person_key",
        "external person key": "external_person_key",
        "batch uid": "external_person_key",
        "user id": "user_id",
        "username": "user_id",
        "first name": "firstname",
        "first_name": "firstname",
        "middle name": "middlename",
        "middle_name": "middlename",
        "last name": "lastname",
        "last_name": "lastname",
        "e-mail": "email",
        "email address": "email",
        "institution role": "institution_role",
        "available": "available_ind",
        "availability": "available_ind",
        "row status": "row_status",
    },
)

_AVAILABLE = {
    **dict.fromkeys(("", "y", "yes", "true"), EnrolmentStatus.ACTIVE),
    **dict.fromkeys(("n", "no", "false", "d"), EnrolmentStatus.INACTIVE),
}
_ROWS = {
    "": EnrolmentStatus.ACTIVE,
    "enabled": EnrolmentStatus.ACTIVE,
    "disabled": EnrolmentStatus.INACTIVE,
    "deleted": EnrolmentStatus.GONE,
}


class Blackboard(RosterReader):
    """The students among Blackboard's people, by their institution role."""

    def is_gone(self, cells: Cells) -> bool:
        return cells.get("row_status", "").casefold() == "deleted"

    def is_student(self, cells: Cells) -> bool:
        return cells.get("institution_role", "").casefold() in {"", "student"}

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        who = self.sis_id(cells)
        status = _word(cells, "row_status", _ROWS)
        if status is EnrolmentStatus.GONE:
            return RosterRow(line, email, status, name=None, sis_id=who)
        available = _word(cells, "available_ind", _AVAILABLE)
        return RosterRow(
            line,
            email,
            status if available is EnrolmentStatus.ACTIVE else available,
            name_parts(cells["firstname"], cells["lastname"], cells.get("middlename", "")),
            sis_id=who,
            cohort=cohort(cells.get("cohort", "")),
        )


def _word(cells: Cells, column: str, words: dict[str, EnrolmentStatus]) -> EnrolmentStatus:
    text = cells.get(column, "")
    status = words.get(text.casefold())
    if status is None:
        known = ", ".join(word for word in words if word)
        raise BadRow(f"{column.upper()} is {shortened(text)}, none of {known}.")
    return status
