"""Small files, each of a kind that universities have: what is read of them, or why they are not.

They are in ``files``, all of our own making.
"""

from pathlib import Path

import pytest

from config.errors import RuleViolation
from students.services.roster.formats.detection import NamedFile, Roster, open_pair
from students.services.roster.formats.rows import (
    Enrolments,
    EnrolmentStatus,
    NotAStudent,
    RosterRow,
    RowError,
    Skipped,
)

FILES = Path(__file__).parent / "files"
TWO = [
    ("0007", "adaeze@uni.example", "Adaeze", "Nwosu"),
    ("0008", "bjorn@uni.example", "Björn", "Åkesson"),
]


@pytest.fixture
def opened():
    """Return a function that opens a file, and one beside it."""
    files = []

    def open_file(name: str, beside: str = "", encoding: str = "") -> Roster:
        named = [
            NamedFile((FILES / one).open("rb"), one, encoding) for one in (name, beside) if one
        ]
        files.extend(named)
        return open_pair(named[0], named[1] if beside else None)

    yield open_file
    for named in files:
        named.file.close()


def told(roster: Roster) -> list:
    """Return the lines of a roster in short: id, address and name of a person, or why not."""
    lines = []
    for line in roster.read():
        if isinstance(line, RosterRow):
            names = line.name.names(None) if line.name else None
            lines.append((line.sis_id, line.email, names and names.first, names and names.last))
        elif isinstance(line, RowError | Skipped):
            lines.append(line.reason)
        else:
            lines.append("not a student")
    return lines


@pytest.mark.parametrize(
    ("name", "description"),
    [
        ("short-rows.csv", "UTF-8"),
        ("long-rows.csv", "UTF-8"),
        ("cr-only.csv", "UTF-8"),
        ("mixed-line-ends.csv", "UTF-8"),
        ("empty-first-lines.csv", "UTF-8"),
        ("end-mark.csv", "UTF-8"),
        ("sep-line.csv", "UTF-8 with BOM, parted by semicolons"),
        ("excel-unicode-text.tsv", "UTF-16, parted by tabs"),
        ("roster.xlsx", "sheet 'Students' of an Excel workbook"),
    ],
)
def test_the_same_people_are_read_however_they_are_written(opened, name, description):
    roster = opened(name)

    assert told(roster) == TWO
    assert roster.tables[0].description == f"{name}: Canvas SIS users.csv, {description}"
    assert (roster.remarks, roster.refusal) == ([], None)


@pytest.mark.parametrize(
    ("name", "encoding", "first", "last"),
    [
        ("central-europe.csv", "cp1250", "Jiří", "Dvořák"),
        ("cyrillic.csv", "cp1251", "Іван", "Ткаченко"),
        ("japanese.csv", "shift_jis", "由紀", "田中"),
        ("utf-16-without-its-mark.csv", "utf-16-le", "Adaeze", "Nwosu"),
    ],
)
def test_a_file_is_read_in_the_encoding_that_is_named(opened, name, encoding, first, last):
    assert told(opened(name, encoding=encoding))[0][2:] == (first, last)


@pytest.mark.parametrize(
    ("name", "beside", "message"),
    [
        ("central-europe.csv", "", "windows-1252: 'Jiøí', 'Dvoøák', 'Go³¹b'; windows-1250: 'Jiří'"),
        ("cyrillic.csv", "", "windows-1251: 'Іван', 'Ткаченко'"),
        ("japanese.csv", "", "shift_jis: '由紀', '田中'"),
        ("utf-16-without-its-mark.csv", "", r"as UTF-16 has: name the encoding utf-16-le"),
        ("cut-off-by-nuls.csv", "", "line 4 has a NUL byte in it, as no text has: the file is dam"),
        ("quoted-as-a-whole.csv", "", "has each line in quotation marks as a whole"),
        ("old-excel.xls", "", r"is a workbook of an old Excel \(\.xls\), or one with a password"),
        ("web-page.xls", "", "is a web page, whatever its name says"),
        ("canvas.zip", "people.csv", r"canvas\.zip is a ZIP file, which is sent by itself"),
        ("people.csv", "canvas.zip", r"canvas\.zip is a ZIP file, which is sent by itself"),
        ("moodle-users.csv", "people.csv", "no enrollments.csv belongs to it"),
    ],
)
def test_a_refusal_leads_to_the_remedy(opened, name, beside, message):
    with pytest.raises(RuleViolation, match=message):
        opened(name, beside)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("question-marks.csv", "The name 'Chid?mm?' was ruined by another program"),
        ("own-export-question-marks.csv", "letters in it were replaced by question marks"),
        ("name-with-a-line-break.csv", "it has a line break at position 4"),
    ],
)
def test_a_ruined_name_is_a_bad_row(opened, name, reason):
    (line,) = told(opened(name))

    assert reason in line


@pytest.mark.parametrize(
    ("beside", "refusal"),
    [
        ("enrolments-of-strangers.csv", "'T0', 'T1', 'T2'). Export both files together"),
        ("enrolments-rounded.csv", "A spreadsheet has rounded the ids"),
    ],
)
def test_files_that_do_not_belong_together_are_refused_with_examples(opened, beside, refusal):
    roster = opened("people.csv", beside)
    list(roster.read())

    assert refusal in roster.refusal


def test_lost_zeros_are_recognised(opened):
    roster = opened("short-rows.csv", "enrolments-without-zeros.csv")
    list(roster.read())

    assert "have lost their leading zeros" in roster.refusal


def test_enrolments_by_the_words_of_an_export(opened):
    roster = opened("people.csv", "enrolments-of-an-export.csv")

    assert [line.programmes for line in roster.read()] == [
        Enrolments(frozenset(), frozenset({"MPH"})),
        Enrolments(frozenset({"MPH"})),
        Enrolments(frozenset(), frozenset({"MPH"})),
        Enrolments(frozenset({"MPH"})),
        None,
    ]
    assert roster.refusal is None


def test_a_deleted_person_without_an_address_is_known_by_the_id(opened):
    roster = opened("export-with-deleted.csv")

    assert told(roster)[1] == ("S8", "", None, None)
    assert roster.remarks == []


def test_who_marries_keeps_the_id(opened):
    (before,), (after,) = told(opened("married-before.csv")), told(opened("married-after.csv"))

    assert before[0] == after[0] == "S3"
    assert before[1] != after[1]


def test_roles_that_have_ended_or_not_begun_make_no_students(opened):
    roster = opened("oneroster-users.csv", "oneroster-roles.csv")

    assert [type(line) for line in roster.read()] == [RosterRow, *[NotAStudent] * 3]
    assert roster.remarks == [
        "Roles that do not count today, as they are over: 1.",
        "Roles that do not count today, as they are still to begin: 1.",
    ]


def test_moodles_users_have_ids_and_cohorts(opened):
    ada, ben = opened("moodle-users.csv").read()

    assert (ada.sis_id, ada.cohort, ada.status) == ("0007", "2026-A", EnrolmentStatus.ACTIVE)
    assert (ben.sis_id, ben.cohort, ben.status) == ("0008", None, EnrolmentStatus.INACTIVE)


def test_blackboards_people_are_students_by_their_role(opened):
    ada, ben, chi = opened("blackboard-people.txt").read()

    assert (ada.sis_id, ada.status) == ("0007", EnrolmentStatus.ACTIVE)
    assert isinstance(ben, NotAStudent)
    assert (chi.sis_id, chi.status) == ("0009", EnrolmentStatus.INACTIVE)


@pytest.mark.parametrize(
    ("name", "tables", "note"),
    [
        ("canvas.zip", ["users.csv", "enrollments.csv"], "Not read: courses.csv."),
        ("oneroster.zip", ["users.csv", "roles.csv"], "Not read: classes.csv."),
    ],
)
def test_a_bundle_is_read_with_what_belongs_to_it(opened, name, tables, note):
    roster = opened(name)

    student, other = roster.read()
    assert (student.email, other) == ("adaeze@uni.example", NotAStudent(3))
    assert [table.file.name for table in roster.tables] == [f"{name}/{table}" for table in tables]
    assert roster.notes == (note,)
