"""Files of which a part is missing: nobody is lost, or made a student, without a word."""

import re
from collections.abc import Callable

import pytest

from accounts.models import LegacyRole
from accounts.validators.campus import is_rounded
from config.errors import RuleViolation
from tests.factories import SystemRoleFactory
from tests.students.test_roster.packages import (
    ADA,
    HEADER,
    SHEET,
    opened,
    packed,
    rewritten,
    workbook,
)
from tests.students.test_roster.rosters import CANVAS, ENROLLMENTS, ONEROSTER, roster, run

BEN = ["0008", "ben", "Ben", "Obi", "ben@uni.example", "active", None]
ENROLMENT_HEADER = "course_id,user_id,role,status\n"


def before(mark: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet[: sheet.index(mark)]


def with_row(row: bytes) -> Callable[[bytes], bytes]:
    return lambda sheet: sheet.replace(b"</sheetData>", row + b"</sheetData>")


@pytest.mark.parametrize(
    "change",
    [
        before(b'<row r="3"'),
        before(b"</sheetData>"),
        with_row(b'<row r="1"><c r="A1"><v>1</v></c></row>'),
        with_row(b'<row r="3"><c r="A3"><v>1</v></c></row>'),
        with_row(b"<row r='2000000000'><c r='A2000000000'><v>1</v></c></row>"),
        with_row(b"<row r='4'><c r='XFD4'><v>1</v></c></row>"),
    ],
    ids=["cut off", "cut off at the end", "back", "twice", "far row", "far column"],
)
def test_a_sheet_whose_rows_would_not_all_be_read_is_refused(change):
    content = rewritten(workbook([HEADER, ADA, BEN]), SHEET, change)

    with pytest.raises(RuleViolation, match=r"roster\.xlsx (is built|cannot be read|has more)"):
        list(opened(content).read())


@pytest.mark.parametrize("kind", ["zip", "xlsx"])
def test_no_part_of_a_packed_file_is_taken_for_the_whole(kind):
    content = (
        workbook([HEADER, ADA, BEN])
        if kind == "xlsx"
        else packed({"users.csv": CANVAS, "enrollments.csv": ENROLLMENTS})
    )
    for length in range(0, len(content), max(len(content) // 150, 1)):
        with pytest.raises(RuleViolation):
            list(opened(content[:length]).read())


@pytest.mark.parametrize(
    "enrolments",
    [
        ENROLMENT_HEADER,
        f"{ENROLMENT_HEADER},01103,student,active\n",  # without a course
    ],
)
def test_enrolments_that_tell_nothing_make_nobody_a_student(enrolments):
    file = roster(CANVAS, enrolments=enrolments)
    list(file.read())

    assert "enrollments.csv says nothing of anybody" in file.refusal


def test_roles_that_tell_nothing_are_refused():
    file = roster(ONEROSTER, roles="userSourcedId,roleType,role\n")
    list(file.read())

    assert "roles.csv says nothing of anybody" in file.refusal


@pytest.mark.parametrize(
    ("who", "why"),
    [("1107", "have lost their leading zeros"), ("2.02601E+11", "has rounded the ids")],
)
def test_one_id_that_is_certainly_lost_is_enough(who, why):
    known = "".join(f"MPH,0110{n},student,active\n" for n in range(3, 7))
    file = roster(CANVAS, enrolments=f"{ENROLMENT_HEADER}{known}MPH,{who},teacher,active\n")
    list(file.read())

    assert re.search(why, file.refusal)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [("2.02601E+11", True), ("2,02601e+11", True), ("-1E+9", True), ("E+11", False), ("7", False)],
)
def test_a_rounded_id_is_told_by_one_rule(text, is_one):
    assert is_rounded(text) is is_one


def test_a_member_of_a_bundle_is_not_read_to_its_end_for_a_header():
    blank = "\n" * 100_000
    files = {"users.csv": CANVAS, "notes.csv": f"{blank}{CANVAS}"}

    file = opened(packed(files))

    assert file.notes[-1] == "Not read: notes.csv."


@pytest.mark.parametrize(
    ("member", "what"),
    [
        ("content.xml", "is an OpenDocument file"),
        ("Index/Document.iwa", "is of Apple Numbers"),
        ("xl/workbook.bin", "is a binary workbook"),
    ],
)
def test_packages_of_other_programs_are_refused_by_their_name(member, what):
    with pytest.raises(RuleViolation, match=f"{what}.*(CSV|csv)"):
        opened(packed({member: "x"}))


@pytest.mark.django_db
@pytest.mark.parametrize("lost", ["MPH,0008,teacher,asleep", "MPH,0008,,active"])
def test_nobody_becomes_a_student_because_the_line_that_says_they_teach_is_bad(lost, tenant):
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    people = "".join(f"{','.join(map(str, one[:6]))}\n" for one in (HEADER, ADA, BEN))
    enrolments = f"{ENROLMENT_HEADER}MPH,0007,student,active\n{lost}\n"

    plan = run(tenant, roster(people, enrolments=enrolments), skip_bad_rows=True)

    assert [new.profile.sis_id for new in plan.creations] == ["0007"]
    assert (plan.counts["bad_rows"], plan.counts["not_students"]) == (1, 1)
