"""Canvas' users.csv, and enrollments.csv beside it.

They are written for Canvas (SIS import), or by it: its SIS export, and its provisioning report,
which has Canvas' own ids as well and people whom no SIS knows.
"""

import sys
from collections.abc import Callable

from students.services.roster.formats.layouts import Layout, Table
from students.services.roster.formats.reader import Cells, RosterReader
from students.services.roster.formats.rows import (
    BadRow,
    Enrolments,
    EnrolmentStatus,
    FullName,
    NameParts,
    RosterRow,
    cohort,
    full_name,
    name_parts,
    shortened,
)

USERS = Layout(
    "Canvas SIS users.csv",
    ("user_id", "login_id", "status"),
    optional=(
        *("first_name", "last_name", "full_name", "sortable_name", "email"),
        *("declared_user_type", "cohort"),
    ),
    sis_id="user_id",
    login="login_id",
)
ENROLMENTS = Layout(
    "Canvas SIS enrollments.csv",
    ("user_id", "role", "status"),
    one_of=("course_id", "section_id"),
    optional=("base_role_type", "canvas_course_id", "canvas_section_id"),
    sis_id="user_id",
)

NO_SIS_ID = "without a SIS id"
_STATUSES = {
    "active": EnrolmentStatus.ACTIVE,
    "suspended": EnrolmentStatus.INACTIVE,
    "deleted": EnrolmentStatus.GONE,
}
_STUDENT_ROLES = {"student", "studentenrollment"}
_STUDENT_TYPES = {"", "student", "student_other"}
# By the words of imports and of exports. Who is invited takes part once they look at the course.
_TAKES_PART = {
    "active": True,
    "invited": True,
    "pending": True,
    "creation_pending": True,
    "completed": False,
    "concluded": False,
    "rejected": False,
    "inactive": False,
    "deleted": False,
    "deleted_last_completed": False,
}
_TAKEN_OUT = {"deleted", "deleted_last_completed", "rejected"}


class Canvas(RosterReader):
    """The students among Canvas' users, with the programmes of their enrolments."""

    companion = "enrolments"
    has_logins = True

    def __init__(self, table: Table, beside: Table | None = None) -> None:
        super().__init__(table, beside)
        self._has_cohort = table.has("cohort")
        self._has_type = table.has("declared_user_type")
        self._without_ids = 0

    def start_beside(self) -> Callable[[Cells], None]:
        # A person's courses as a student, and whether they are still active; None for a person
        # whose enrolments are all those of a teacher, an observer or the like.
        self._people: dict[str, dict[str, bool] | None] = {}
        # Those of whom a line could not be read: it may say that they teach.
        self._unsure: set[str] = set()
        self._without_ids = 0
        beside = self.beside
        self._is_of_canvas = beside is not None and (
            beside.has("canvas_course_id") or beside.has("canvas_section_id")
        )
        return self._note

    def _note(self, cells: Cells) -> None:
        who, status = cells["user_id"], cells["status"]
        course = (cells.get("course_id") or cells.get("section_id", "")).upper()
        if not who or not course:
            if not course and not self._is_of_canvas:
                raise BadRow("The enrolment names no user or no course.")
            self._without_ids += 1
            return
        try:
            role, takes_part = _meaning(cells)
        except BadRow:
            self._unsure.add(who)
            raise
        if self.join:
            self.join.told += 1
        # Of those who were taken out, the people may be gone from the other file as well.
        if self.join and status.casefold() not in _TAKEN_OUT:
            self.join.note(who)
        if role.casefold() not in _STUDENT_ROLES:
            self._people.setdefault(who, None)
            return
        courses = self._people.get(who)
        if courses is None:
            courses = self._people[who] = {}
        course = sys.intern(course)  # few courses, many enrolments
        # Somebody who changed sections has left and joined the same course.
        courses[course] = courses.get(course, False) or takes_part

    def is_student(self, cells: Cells) -> bool:
        if self._has_type and cells["declared_user_type"].casefold() not in _STUDENT_TYPES:
            return False
        # A person without a course yet may well be a student; one who only teaches is none.
        return self.beside is None or self._people.get(cells["user_id"], True) is not None

    def says_nothing(self, cells: Cells, address: str) -> str | None:
        return None if cells["user_id"] else NO_SIS_ID

    def is_gone(self, cells: Cells) -> bool:
        return cells["status"].casefold() == "deleted"

    @property
    def remarks(self) -> list[str]:
        count = self._without_ids
        return [f"Enrolments without SIS ids, left aside: {count:,}."] if count else []

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        status = _STATUSES.get(cells["status"].casefold())
        if status is None:
            raise BadRow(f"The status is {shortened(cells['status'])}, none that Canvas knows.")
        user_id = cells["user_id"]
        who = self.sis_id(cells)
        if status is EnrolmentStatus.GONE:
            return RosterRow(line, email, status, None, None, who)
        courses = self._people.get(user_id) if self.beside else None
        programmes = _enrolments(courses) if courses else None
        group = cohort(cells["cohort"]) if self._has_cohort else None
        is_unsure = bool(self.beside) and courses is None and user_id in self._unsure
        return RosterRow(
            *(line, email, status, _name(cells), programmes, who, group), only_known=is_unsure
        )


def _meaning(cells: Cells) -> tuple[str, bool]:
    """Return the role of an enrolment, and whether the person takes part; or raise BadRow."""
    # A role that the university made up has the name it gave it, and one of Canvas' types.
    role = cells.get("base_role_type") or cells["role"]
    if not role:
        raise BadRow("The enrolment names no role; a role_id means nothing outside Canvas.")
    status = cells["status"]
    takes_part = _TAKES_PART.get(status.casefold())
    if takes_part is None:
        raise BadRow(f"The status is {shortened(status)}, none that Canvas knows.")
    return role, takes_part


def _enrolments(courses: dict[str, bool]) -> Enrolments:
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
