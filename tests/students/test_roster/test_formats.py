"""Three formats, read from files as the other systems write them."""

import pytest

from config.errors import RuleViolation
from students.services.roster.formats.rows import (
    Enrolments,
    EnrolmentStatus,
    FullName,
    NameParts,
    NotAStudent,
    ProgrammeLabel,
    RosterRow,
    RowError,
)
from tests.students.test_roster import rosters
from tests.students.test_roster.rosters import CANVAS, ENROLLMENTS, EXPORT, ONEROSTER, ROLES, roster

ADA, BJORN, CHIDI = "adaeze.nwosu@uni.example", "bjorn@uni.example", "chidi@uni.example"
DEBORAH, ESTHER = "deborah@uni.example", "esther@uni.example"


def test_own_export_is_read():
    file = roster(EXPORT)
    assert file.format == "our students export"
    assert file.notes == ()
    assert list(file.read()) == [
        RosterRow(
            2,
            ADA,
            EnrolmentStatus.ACTIVE,
            FullName("Adaeze Nwosu"),
            ProgrammeLabel("Masters in Public Health"),
        ),
        RosterRow(
            3,
            BJORN,
            EnrolmentStatus.ACTIVE,
            FullName("Björn Åkesson"),
            ProgrammeLabel("Business, Law and Society, Masters in Public Health"),
        ),
        RosterRow(
            4, CHIDI, EnrolmentStatus.INACTIVE, FullName("Chidi van der Merwe"), ProgrammeLabel("")
        ),
    ]


def test_own_export_loses_its_apostrophes_again():
    (row,) = rosters.export("'=Ada Obi,'+ada@uni.example,'-Studies,active").read()
    assert (row.name, row.email, row.programmes) == (
        FullName("=Ada Obi"),
        "+ada@uni.example",
        ProgrammeLabel("-Studies"),
    )
    (row,) = rosters.export("'＝Ada  Obi,hooft@uni.example,,active").read()
    assert row.name == FullName("＝Ada Obi")
    (row,) = rosters.export("'t Hooft,hooft@uni.example,,active").read()
    assert row.name == FullName("'t Hooft")
    (row,) = rosters.export("''=Ada Obi,hooft@uni.example,,active").read()
    assert row.name == FullName("'=Ada Obi")


def test_canvas_users_are_read():
    file = roster(CANVAS)
    assert file.format == "Canvas SIS users.csv"
    assert "enrollments.csv" in file.notes[0]
    assert list(file.read()) == [
        RosterRow(2, ADA, EnrolmentStatus.ACTIVE, NameParts("Adaeze", "Nwosu"), sis_id="01103"),
        RosterRow(3, BJORN, EnrolmentStatus.ACTIVE, NameParts("Björn", "Åkesson"), sis_id="01104"),
        RosterRow(
            4, CHIDI, EnrolmentStatus.INACTIVE, NameParts("Chidi", "van der Merwe"), sis_id="01105"
        ),
        RosterRow(5, DEBORAH, EnrolmentStatus.GONE, None, sis_id="01106"),
        RosterRow(6, ESTHER, EnrolmentStatus.ACTIVE, NameParts("Esther", "Teach"), sis_id="01107"),
    ]


def test_canvas_enrolments_tell_students_and_programmes():
    file = roster(CANVAS, enrolments=ENROLLMENTS)
    assert file.notes == ()
    assert list(file.read()) == [
        RosterRow(
            2,
            ADA,
            EnrolmentStatus.ACTIVE,
            NameParts("Adaeze", "Nwosu"),
            Enrolments(frozenset({"MPH", "ENG115"}), frozenset({"MBA"})),
            sis_id="01103",
        ),
        RosterRow(
            3,
            BJORN,
            EnrolmentStatus.ACTIVE,
            NameParts("Björn", "Åkesson"),
            Enrolments(frozenset({"MBA", "MPH"})),
            sis_id="01104",
        ),
        # In no course, which says nothing of their programmes.
        RosterRow(
            4, CHIDI, EnrolmentStatus.INACTIVE, NameParts("Chidi", "van der Merwe"), sis_id="01105"
        ),
        RosterRow(5, DEBORAH, EnrolmentStatus.GONE, None, sis_id="01106"),
        NotAStudent(6),
    ]
    assert list(file.read()) == list(file.read())  # any number of times


def test_canvas_declared_user_type_tells_students():
    file = roster(
        "user_id,login_id,full_name,status,declared_user_type\n"
        "1,ada@uni.example,Ada Obi,active,student\n"
        "2,ben@uni.example,Ben Obi,active,\n"
        "3,eve@uni.example,Eve Obi,active,teacher\n"
        "4,observer,No Address,active,observer\n"
    )
    assert file.notes == ()
    ada, ben, *others = file.read()
    assert (ada.email, ben.email) == ("ada@uni.example", "ben@uni.example")
    assert others == [NotAStudent(4), NotAStudent(5)]


def test_canvas_teacher_who_studies_is_a_student():
    enrolments = (
        "course_id,user_id,role,status\n"
        "ENG,01107,teacher,active\nMPH,01107,student,active\nENG,01107,ta,active\n"
    )
    *_, esther = roster(CANVAS, enrolments=enrolments).read()
    assert esther.programmes == Enrolments(frozenset({"MPH"}))


@pytest.mark.parametrize(
    ("full", "sortable", "name"),
    [
        ("Ada Maria Obi", "Obi, Ada Maria", NameParts("Ada Maria", "Obi")),
        ("Ada van Dyke", "van Dyke, Ada", NameParts("Ada", "van Dyke")),
        ("", "van Dyke, Ada", NameParts("Ada", "van Dyke")),
        ("Ada Obi", "Dyke, Eve", FullName("Ada Obi")),
        ("Ada Obi", "", FullName("Ada Obi")),
        ("Ada", "Ada", FullName("Ada")),
    ],
)
def test_canvas_sortable_name_tells_the_parts_of_the_full_one(full, sortable, name):
    (row,) = roster(
        "user_id,login_id,full_name,sortable_name,status\n"
        f'1,ada@uni.example,{full},"{sortable}",active\n'
    ).read()
    assert row.name == name


def test_oneroster_users_are_read():
    file = roster(ONEROSTER)
    assert file.format == "OneRoster users.csv"
    assert "roles.csv" in file.notes[0]
    assert list(file.read()) == [
        RosterRow(
            2, ADA, EnrolmentStatus.ACTIVE, NameParts("Adaeze", "Nwosu", "Ngozi"), sis_id="u-1"
        ),
        RosterRow(3, BJORN, EnrolmentStatus.ACTIVE, NameParts("Björn", "Åkesson"), sis_id="u-2"),
        RosterRow(
            4, CHIDI, EnrolmentStatus.INACTIVE, NameParts("Chidi", "van der Merwe"), sis_id="u-3"
        ),
        RosterRow(5, DEBORAH, EnrolmentStatus.GONE, None, sis_id="u-4"),
        RosterRow(6, ESTHER, EnrolmentStatus.ACTIVE, NameParts("Esther", "Teach"), sis_id="u-5"),
    ]


def test_oneroster_roles_tell_students():
    file = roster(ONEROSTER, roles=ROLES)
    assert file.notes == ()
    *students, esther = file.read()
    assert [student.email for student in students] == [ADA, BJORN, CHIDI, DEBORAH]
    assert esther == NotAStudent(6)


def test_oneroster_as_of_1_1_tells_students_in_the_same_file():
    file = roster(
        "sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,"
        "givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password\n"
        "u-1,,,true,o-1,student,ada,,Ada,Obi,,,ada@uni.example,,,,,\n"
        "u-2,,,true,o-1,teacher,eve,,Eve,Obi,,,eve@uni.example,,,,,\n"
    )
    assert file.notes == ()
    assert [type(line) for line in file.read()] == [RosterRow, NotAStudent]


@pytest.mark.parametrize(
    ("content", "line", "reason"),
    [
        ("A B,a@b.example,,gone", 2, "The status is 'gone', not active or inactive."),
        ("A B,,,active", 2, "There is no e-mail address."),
        ("A B,a@@b.example,,active", 2, "'a@@b.example' is not an e-mail address."),
        (f"A B,{'a' * 250}@b.example,,active", 2, "longer than 254 characters"),
        ("  ,a@b.example,,active", 2, "There is no name."),
        ('"=HYPERLINK(""http://x"")",a@b.example,,active', 2, "The name is a formula"),
        ("@SUM(A1),a@b.example,,active", 2, "The name is a formula"),
        ("＝SUM(A1),a@b.example,,active", 2, "The name is a formula"),
        ("\u200bAda,a@b.example,,active", 2, "position 1, which nobody sees: U+200B"),
        ('"A\nB",a@b.example,,active', 2, "This is no name. Write this on one line"),
        ("A\x07B,a@b.example,,active", 2, "which nobody sees: U+0007 (a control character)"),
        ("A B,a@b.example", 2, "The line is cut off: it has 2 cells for 4 columns."),
        ("A B,a@b.example,,active,x", 2, "The line is too long: it has 5 cells for 4 columns."),
        ('A B,a@b.example,"\n\n",active\nA B,a@b.example,,gone', 5, "The status is 'gone'"),
        ("\n,,,\nA B,a@b.example,,gone", 4, "The status is 'gone'"),
    ],
)
def test_bad_rows_of_an_export_are_told_with_line_and_reason(content, line, reason):
    *_, error = rosters.export(content).read()
    assert isinstance(error, RowError)
    assert (error.source, error.line) == ("users.csv", line)
    assert reason in error.reason


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        ("1,ada,Ada,Obi,,active", "There is no e-mail address."),
        ("1,ada,Ada,Obi,ada@uni.example,ACTIVATED", "none that Canvas knows"),
        ("1,ada,Ada,Obi,ada@uni.example,", "none that Canvas knows"),
        ("1,ada,,,ada@uni.example,active", "There is no name."),
        ("1,ada,=Ada,Obi,ada@uni.example,active", "The name is a formula: '=Ada'."),
        ("1,ada,Ada,-2+3,ada@uni.example,active", "The name is a formula: '-2+3'."),
        ("1,ada,Ada,-SUM(A1),ada@uni.example,active", "The name is a formula: '-SUM(A1)'."),
        ("1,ada,Ada,－1,ada@uni.example,active", "The name is a formula: '－1'."),
        ("1,ada,Ada,-cmd|x!A1,ada@uni.example,active", "The name is a formula: '-cmd|x!A1'."),
        ("1,ada,Ada,'+Obi,ada@uni.example,active", 'The name is a formula: "\'+Obi".'),
    ],
)
def test_bad_rows_of_canvas_are_told(user, reason):
    (error,) = roster(f"user_id,login_id,first_name,last_name,email,status\n{user}\n").read()
    assert (error.line, reason in error.reason) == (2, True)


@pytest.mark.parametrize(
    "name",
    [
        "-Ann",
        "－Ann",
        "−Ann-Marie",
        "-'t Hooft",
        "'-Ann",
        "-Éva",
        "--Ann",
        "-राम",
        "-Ann, Jr.",
        "- Ann",
    ],
)
def test_a_hyphen_before_letters_is_no_formula(name):
    (row,) = roster(
        f'user_id,login_id,first_name,last_name,email,status\n1,ada,"{name}",Obi,a@b.example,active\n'
    ).read()
    assert row.name.first == name


@pytest.mark.parametrize(
    ("enrolment", "reason"),
    [
        (",,student,,active", "names no user or no course"),
        ("MPH,1,,,active", "a role_id means nothing outside Canvas"),
        ("MPH,1,student,,enrolled", "The status is 'enrolled'"),
        ("MPH,1,student", "3 cells for 5 columns"),
    ],
)
def test_bad_enrolments_are_told_with_their_file(enrolment, reason):
    header = "course_id,user_id,role,section_id,status"
    error, *rows = roster(CANVAS, enrolments=f"{header}\n{enrolment}\n").read()
    assert (error.source, error.line) == ("enrollments.csv", 2)
    assert reason in error.reason
    assert len(rows) == 5


@pytest.mark.parametrize(
    ("user", "reason"),
    [
        ("1,,yes,ada,Ada,Obi,ada@uni.example", "enabledUser is 'yes', not true or false."),
        ("1,retired,true,ada,Ada,Obi,ada@uni.example", "not active or tobedeleted"),
        ("1,,true,ada,,,ada@uni.example", "There is no name."),
        ("1,,true,ada,Ada,Obi,", "There is no e-mail address."),
    ],
)
def test_bad_rows_of_oneroster_are_told(user, reason):
    header = "sourcedId,status,enabledUser,username,givenName,familyName,email"
    (error,) = roster(f"{header}\n{user}\n").read()
    assert (error.line, reason in error.reason) == (2, True)


def test_bad_row_says_whom_it_is_about_where_it_can():
    named, nameless = rosters.export("A B,a@b.example,,gone", "A B,a@,,active").read()
    assert (named.email, nameless.email) == ("a@b.example", None)


def test_columns_may_stand_in_any_order_and_case():
    (row,) = roster("STATUS,email,notes,programme,student name\nActive,a@b.example,x,,A B\n").read()
    assert row == RosterRow(
        2, "a@b.example", EnrolmentStatus.ACTIVE, FullName("A B"), ProgrammeLabel("")
    )


@pytest.mark.parametrize(
    ("sign", "name"), [(";", "semicolons"), ("\t", "tabs"), ("|", "vertical bars")]
)
def test_cells_may_be_parted_otherwise(sign, name):
    text = "Student Name,Email,Programme,Status\nA B,a@b.example,,active\n".replace(",", sign)
    file = roster(text)
    assert [row.email for row in file.read()] == ["a@b.example"]
    assert file.tables[0].description.endswith(f"parted by {name}")


@pytest.mark.parametrize(
    ("header", "message"),
    [
        ("Name,Mail", r"header of another kind\. These are known: our students export"),
        ("Student Name,Email,Status", "looks like our students export, but lacks: Programme"),
        ("user_id;status", "looks like Canvas SIS users.csv, but lacks: login_id"),
        (
            "sourcedId,status,username,givenName,familyName,email",
            "looks like OneRoster users.csv, but lacks: enabledUser",
        ),
        ("Student Name,Email,Email,Programme,Status", "columns more than once: 'email'"),
        (",".join(map(str, range(10_000))), "has 10,000 columns, more than 100"),
    ],
)
def test_other_headers_are_refused(header, message):
    with pytest.raises(RuleViolation, match=message):
        roster(f"{header}\n")


def test_companions_belong_to_their_own_format():
    with pytest.raises(RuleViolation, match=r"no enrollments\.csv belongs to it"):
        roster(ONEROSTER, enrolments=ENROLLMENTS)
    with pytest.raises(RuleViolation, match=r"no roles\.csv belongs to it"):
        roster(EXPORT, roles=ROLES)
    with pytest.raises(RuleViolation, match=r"enrollments\.csv has a header of another kind"):
        roster(CANVAS, enrolments=ROLES)
