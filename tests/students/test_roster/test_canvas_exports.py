"""Files that Canvas writes itself: its SIS export, and its provisioning report."""

import pytest

from students.services.roster.formats.rows import (
    Enrolments,
    EnrolmentStatus,
    NotAStudent,
    RosterRow,
    RowError,
    Skipped,
)
from tests.students.test_roster.rosters import roster

EXPORT = "user_id,login_id,first_name,last_name,email,status"
REPORT = (
    "canvas_user_id,user_id,integration_id,authentication_provider_id,login_id,first_name,last_name,"
    "full_name,sortable_name,short_name,email,status,created_by_sis"
)
REPORTED_ENROLMENTS = (
    "canvas_course_id,course_id,canvas_user_id,user_id,role,role_id,canvas_section_id,section_id,"
    "status,canvas_associated_user_id,associated_user_id,created_by_sis,base_role_type,"
    "limit_section_privileges"
)
ADA = "S1,ada,Ada,Obi,ada@uni.example,active"


def users(*lines: str, header: str = EXPORT, enrolments: str = ""):
    return roster("\n".join([header, *lines, ""]), enrolments=enrolments)


def enrolled(*lines: str) -> str:
    return "".join(f"{line}\n" for line in ("course_id,user_id,role,section_id,status", *lines))


def reasons(file) -> list[str]:
    return [line.reason for line in file.read() if isinstance(line, Skipped)]


def test_a_provisioning_report_is_read():
    enrolments = "".join(
        f"{line}\n"
        for line in (
            REPORTED_ENROLMENTS,
            "1,MPH,7,S1,student,3,1,,active,,,true,StudentEnrollment,false",
            "1,MPH,8,S2,Auditor,9,1,,active,,,true,StudentEnrollment,false",
            "1,MPH,9,S3,Student Helper,8,1,,active,,,true,TaEnrollment,false",
            "1,MPH,6,,student,3,1,,active,,,false,StudentEnrollment,false",
            "2,,7,S1,student,3,2,,active,,,false,StudentEnrollment,false",
        )
    )
    ada, ben, chi, nobody = (
        file := users(
            '7,S1,,cas,ada,Ada,Obi,Ada Obi,"Obi, Ada",Ada,ada@uni.example,active,true',
            '8,S2,,cas,ben,Ben,Obi,Ben Obi,"Obi, Ben",Ben,ben@uni.example,active,true',
            '9,S3,,cas,chi,Chi,Obi,Chi Obi,"Obi, Chi",Chi,chi@uni.example,active,true',
            '6,,,canvas,root,Dayo,Obi,Dayo Obi,"Obi, Dayo",Dayo,dayo@uni.example,active,false',
            header=REPORT,
            enrolments=enrolments,
        )
    ).read()

    assert (ada.sis_id, ada.programmes) == ("S1", Enrolments(frozenset({"MPH"})))
    assert ben.programmes == Enrolments(frozenset({"MPH"}))
    assert chi == NotAStudent(4)
    assert nobody == Skipped(5, "without a SIS id", "dayo@uni.example")
    assert file.remarks == [
        "Enrolments without SIS ids, left aside: 2.",
        "Skipped: 1 line, without a SIS id.",
    ]
    assert file.refusal is None


def test_people_without_a_sis_id_are_skipped_and_counted():
    file = users(ADA, ",root,Root,Obi,root@uni.example,active", ",two,Two,Obi,,active")
    assert reasons(file) == ["without a SIS id"] * 2
    assert file.remarks == ["Skipped: 2 lines, without a SIS id."]


def test_the_same_line_twice_is_one_person():
    file = users(ADA, "S2,ben,Ben,Obi,ben@uni.example,active", ADA, ADA)
    assert [line.line for line in file.read() if isinstance(line, RosterRow)] == [3, 2]
    assert file.remarks == ["Skipped: 2 lines, the same line again."]


@pytest.mark.parametrize(
    "gone", ["S1,ada,Ada,Obi,ada@uni.example,deleted", "S9,old,Ada,Obi,ADA@uni.example,deleted"]
)
@pytest.mark.parametrize("first", [True, False])
def test_who_is_deleted_beside_an_active_line_is_active(gone, first):
    file = users(*((gone, ADA) if first else (ADA, gone)))
    (row,) = [line for line in file.read() if isinstance(line, RosterRow)]
    assert (row.status, row.sis_id) == (EnrolmentStatus.ACTIVE, "S1")
    assert reasons(file) == ["deleted, beside another line of the same person"]


def test_who_is_deleted_twice_is_gone_once():
    file = users("S1,a,,,ada@uni.example,deleted", "S2,b,,,ada@uni.example,deleted")
    assert [line.status for line in file.read() if isinstance(line, RosterRow)] == [
        EnrolmentStatus.GONE
    ]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_two_logins_are_one_person_with_the_courses_of_both(order):
    logins = ["S2,ada.obi,Ada,Obi,ada@uni.example,suspended", ADA]
    courses = enrolled(
        "MPH,S1,student,,active", "MBA,S2,student,,active", "MPH,S2,student,,deleted"
    )
    file = users(*(logins[n] for n in order), enrolments=courses)

    (row,) = [line for line in file.read() if isinstance(line, RosterRow)]

    assert (row.sis_id, row.status) == ("S1", EnrolmentStatus.ACTIVE)
    assert row.programmes == Enrolments(frozenset({"MPH", "MBA"}))
    assert file.remarks == ["Skipped: 1 line, a further login of the same person."]


@pytest.mark.parametrize("order", [(0, 1), (1, 0)])
def test_a_second_login_makes_no_student_of_who_teaches_by_the_first(order):
    logins = [ADA, "S2,ada.obi,Ada,Obi,ada@uni.example,active"]
    file = users(*(logins[n] for n in order), enrolments=enrolled("MPH,S2,teacher,,active"))
    assert [type(line) for line in file.read()] == [NotAStudent] * 2


def test_who_teaches_by_one_login_and_studies_by_another_is_a_student():
    courses = enrolled("MPH,S2,teacher,,active", "MBA,S1,student,,active")
    file = users(ADA, "S2,ada.obi,Ada,Obi,ada@uni.example,active", enrolments=courses)
    (row,) = [line for line in file.read() if isinstance(line, RosterRow)]
    assert row.programmes == Enrolments(frozenset({"MBA"}))


def test_two_people_with_one_address_are_not_merged():
    file = users(ADA, "S2,eve,Eve,Obi,ada@uni.example,active")
    assert [line.sis_id for line in file.read()] == ["S1", "S2"]


def test_one_id_before_two_addresses_is_a_bad_row():
    _, error = users(ADA, "S1,eve,Ada,Obi,eve@uni.example,active").read()
    assert isinstance(error, RowError)
    assert (error.line, error.email) == (3, "eve@uni.example")
    assert error.reason == "The id S1 is in line 2 already, with another address."


@pytest.mark.parametrize(
    ("user_id", "reason"),
    [
        ("2.02601E+11", "The SIS id 2.02601E+11 is a number that a spreadsheet has rounded"),
        ("2,02601E+11", "is a number that a spreadsheet has rounded"),
        ("S" * 256, "The SIS id is longer than 255 characters."),
        ("S\x071", "This is no SIS id. Take out the character at position 2, which nobody sees"),
        ("S\u200b1", "which nobody sees: U+200B (zero width space)."),
        ("S\t1", "This is no SIS id. Take out the tab at position 2."),
    ],
)
def test_an_id_that_is_none_is_a_bad_row(user_id, reason):
    (error,) = users(f'"{user_id}",ada,Ada,Obi,ada@uni.example,active').read()
    assert reason in error.reason


def test_an_id_stays_as_it_is_written():
    for user_id in ("0007", "1E10", "a@uni.example", "7.0", "É 7"):
        (row,) = users(f"{user_id},ada,Ada,Obi,ada@uni.example,active").read()
        assert row.sis_id == user_id


def test_some_enrolments_of_strangers_are_counted():
    courses = enrolled("MPH,S1,student,,active", "MPH,X1,student,,active", "MPH,X2,ta,,deleted")
    file = users(ADA, enrolments=courses)
    list(file.read())
    assert file.refusal is None
    (remark,) = file.remarks
    assert remark.startswith("1 of 2 enrolments in enrollments.csv are of people who are not in us")
    assert remark.endswith("(such as 'X1').")


def test_who_has_no_cell_for_an_address_is_known_to_the_enrolments():
    header = "user_id,login_id,first_name,last_name,status,email"
    courses = enrolled("MPH,S1,student,,active", "MPH,S2,student,,active")
    file = users(
        "S1,ada@uni.example,Ada,Obi,active",
        "S2,ben@uni.example,Ben,Obi,active",
        header=header,
        enrolments=courses,
    )
    assert [row.programmes.joined for row in file.read()] == [{"MPH"}] * 2
    assert (file.refusal, file.remarks) == (None, [])


@pytest.mark.parametrize("strangers", [1, 2, 5])
def test_more_enrolments_of_strangers_than_others_are_refused(strangers):
    lines = [f"MPH,X{n},student,,active" for n in range(strangers)]
    file = users(ADA, enrolments=enrolled("MPH,S1,student,,active", *lines))
    list(file.read())
    assert bool(file.refusal) == (strangers > 1)


def test_a_cohort_is_read_and_a_ruined_one_is_not():
    good, empty, ruined = users(
        f"{ADA},2026-A", f"{ADA},".replace("S1", "S2").replace("ada@", "b@"),
        f"{ADA},Ph?sics".replace("S1", "S3").replace("ada@", "c@"), header=f"{EXPORT},cohort",
    ).read()  # fmt: skip
    assert (good.cohort, empty.cohort) == ("2026-A", None)
    assert "The cohort 'Ph?sics' was ruined" in ruined.reason
