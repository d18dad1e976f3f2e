"""Canvas SIS import files: users.csv, and enrollments.csv beside it."""

import sys
from collections.abc import Callable

from students.services.roster.formats.layouts import Layout
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    Enrolments,
    EnrolmentStatus,
    FullName,
    NameParts,
    RosterRow,
    full_name,
    name_parts,
    shortened,
)

USERS = Layout("Canvas SIS users.csv", ("user_id", "login_id", "status"))
ENROLMENTS = Layout(
    "Canvas SIS enrollments.csv", ("user_id", "role", "status"), one_of=("course_id", "section_id")
)

_STATUSES = {
    "active": EnrolmentStatus.ACTIVE,
    "suspended": EnrolmentStatus.INACTIVE,
    "deleted": EnrolmentStatus.GONE,
}
_STUDENT_TYPES = {"", "student", "student_other"}
_TAKES_PART = {
    "active": True,
    "completed": False,
    "inactive": False,
    "deleted": False,
    "deleted_last_completed": False,
}


class Canvas(RosterReader):
    """The students among Canvas' users, with the programmes of their enrolments."""

    def start_beside(self) -> Callable[[Cells], None]:
        # A person's courses as a student, and whether they are still active; None for a person
        # whose enrolments are all those of a teacher, an observer or the like.
        self._people: dict[str, dict[str, bool] | None] = {}
        return self._note

    def _note(self, cells: Cells) -> None:
        who, role, status = (cells[name] for name in ("user_id", "role", "status"))
        course = (cells.get("course_id") or cells.get("section_id", "")).upper()
        if not who or not course:
            raise BadRow("The enrolment names no user or no course.")
        if not role:
            raise BadRow("The enrolment names no role; a role_id means nothing outside Canvas.")
        takes_part = _TAKES_PART.get(status.casefold())
        if takes_part is None:
            raise BadRow(f"The status is {shortened(status)}, none that Canvas knows.")
        if role.casefold() != "student":
            self._people.setdefault(who, None)
            return
        courses = self._people.get(who)
        if courses is None:
            courses = self._people[who] = {}
        course = sys.intern(course)  # few courses, many enrolments
        # Somebody who changed sections has left and joined the same course.
        courses[course] = courses.get(course, False) or takes_part

    def is_student(self, cells: Cells) -> bool:
        if cells.get("declared_user_type", "").casefold() not in _STUDENT_TYPES:
            return False
        # A person without a course yet may well be a student; one who only teaches is none.
        return self.beside is None or self._people.get(cells["user_id"], True) is not None

    def address(self, cells: Cells) -> str:
        login = cells["login_id"]
        return cells.get("email") or (login if "@" in login else "")

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        status = _STATUSES.get(cells["status"].casefold())
        if status is None:
            raise BadRow(f"The status is {shortened(cells['status'])}, none that Canvas knows.")
        if status is EnrolmentStatus.GONE:
            return RosterRow(line, email, status, name=None)
        courses = self._people.get(cells["user_id"]) if self.beside else None
        return RosterRow(line, email, status, _name(cells), _enrolments(courses or {}))


def _enrolments(courses: dict[str, bool]) -> Enrolments | None:
    if not courses:
        return None
    joined = frozenset(course for course, takes_part in courses.items() if takes_part)
    return Enrolments(joined, frozenset(courses) - joined)


def _name(cells: Cells) -> NameParts | FullName:
    """Return the name in parts where the file has them, even if only in the sortable name."""
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    if first or last:
        return name_parts(first, last)
    whole = cells.get("full_name", "")
    last, _, first = (part.strip() for part in cells.get("sortable_name", "").partition(","))
    if first and whole in {"", f"{first} {last}"}:
        return name_parts(first, last)
    return full_name(whole)
