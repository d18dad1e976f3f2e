"""Canvas SIS import files: users.csv, and enrollments.csv beside it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from students.roster.layouts import Layout
from students.roster.reader import Cells, RosterReader
from students.roster.rows import (
    BadRow,
    Enrolments,
    FullName,
    NameParts,
    RosterRow,
    Standing,
    full_name,
    name_parts,
    shortened,
)

USERS = Layout("Canvas SIS users.csv", ("user_id", "login_id", "status"))
ENROLMENTS = Layout(
    "Canvas SIS enrollments.csv", ("user_id", "role", "status"), one_of=("course_id", "section_id")
)

_STANDINGS = {
    "active": Standing.ACTIVE,
    "suspended": Standing.INACTIVE,
    "deleted": Standing.GONE,
}
_STUDENT_TYPES = {"", "student", "student_other"}
_IN_COURSE = {"active"}
_OUT_OF_COURSE = {"completed", "inactive", "deleted", "deleted_last_completed"}


@dataclass(slots=True)
class _Courses:
    """Where somebody is a student, and where no more."""

    joined: set[str] = field(default_factory=set)
    left: set[str] = field(default_factory=set)

    @property
    def enrolments(self) -> Enrolments:
        # Somebody who changed sections has left and joined the same course.
        return Enrolments(frozenset(self.joined), frozenset(self.left - self.joined))


class Canvas(RosterReader):
    """The students among Canvas' users, led to their programmes by their enrolments."""

    def start_beside(self) -> Callable[[Cells], None]:
        # None is somebody whose enrolments are all a teacher's, an observer's or the like.
        self._people: dict[str, _Courses | None] = {}
        return self._note

    def _note(self, cells: Cells) -> None:
        who, role, status = (cells[name] for name in ("user_id", "role", "status"))
        course = (cells.get("course_id") or cells.get("section_id", "")).upper()
        if not who or not course:
            raise BadRow("The enrolment names no user or no course.")
        if not role:
            raise BadRow("The enrolment names no role; a role_id means nothing outside Canvas.")
        if status.casefold() not in _IN_COURSE | _OUT_OF_COURSE:
            raise BadRow(f"The status is {shortened(status)}, none that Canvas knows.")
        if role.casefold() != "student":
            self._people.setdefault(who, None)
            return
        courses = self._people.get(who)
        if courses is None:
            courses = self._people[who] = _Courses()
        (courses.joined if status.casefold() in _IN_COURSE else courses.left).add(course)

    def is_student(self, cells: Cells) -> bool:
        if cells.get("declared_user_type", "").casefold() not in _STUDENT_TYPES:
            return False
        # Who is in no course yet may well be a student; who only teaches is none.
        return self.beside is None or self._people.get(cells["user_id"], True) is not None

    def address(self, cells: Cells) -> str:
        login = cells["login_id"]
        return cells.get("email") or (login if "@" in login else "")

    def student(self, line: int, email: str, cells: Cells) -> RosterRow:
        standing = _STANDINGS.get(cells["status"].casefold())
        if standing is None:
            raise BadRow(f"The status is {shortened(cells['status'])}, none that Canvas knows.")
        if standing is Standing.GONE:
            return RosterRow(line, email, standing, name=None)
        enrolments = None
        if self.beside:
            courses = self._people.get(cells["user_id"])
            enrolments = courses and courses.enrolments
        return RosterRow(line, email, standing, _name(cells), enrolments)


def _name(cells: Cells) -> NameParts | FullName:
    """Return the name in its parts where they are told, if only by the sortable name."""
    first, last = cells.get("first_name", ""), cells.get("last_name", "")
    if first or last:
        return name_parts(first, last)
    whole = cells.get("full_name", "")
    last, _, first = (part.strip() for part in cells.get("sortable_name", "").partition(","))
    if first and whole in {"", f"{first} {last}"}:
        return name_parts(first, last)
    return full_name(whole)
