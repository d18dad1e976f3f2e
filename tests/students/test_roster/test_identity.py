"""Whom a row is about: the SIS id says it, then the address, and nobody is guessed."""

import pytest

from accounts.models import User, UserStatus
from students.services.roster import RosterRefused
from students.services.roster.formats.detection import open_roster
from students.services.roster.report import lines
from tests.factories import FacultyFactory, StudentFactory, TenantFactory
from tests.students.test_roster.packages import packed
from tests.students.test_roster.rosters import (
    canvas,
    everything,
    export,
    named,
    refused,
    roster,
    run,
)


@pytest.fixture
def settle(university):
    """Return a function that makes students of the university, ``id=address``."""

    def make(**people: str) -> dict[str, User]:
        return {
            sis_id: StudentFactory(
                tenant=university, sis_id=sis_id, email=email, first_name="A", last_name=sis_id
            )
            for sis_id, email in people.items()
        }

    return make


def known(tenant) -> dict[str | None, str]:
    """Return everybody's address by SIS id."""
    return dict(User.objects.for_tenant(tenant).values_list("sis_id", "email"))


# The id, then the address


def test_who_marries_stays_the_same_student(university, settle):
    maria = settle(X0901="maria.jones@uni.example")["X0901"]

    plan = run(university, canvas("X0901,Maria,Smith,maria.smith@uni.example"))

    assert {kind: count for kind, count in plan.counts.items() if count} == {
        "updated": 1,
        "addresses": 1,
    }
    assert list(lines(plan)) == [
        (
            "~ maria.jones@uni.example (line 2): address maria.jones@uni.example → "
            "maria.smith@uni.example; first name A → Maria; last name X0901 → Smith"
        )
    ]
    (student,) = User.objects.all()
    assert (student.pk, student.email, student.display_name) == (
        *(maria.pk, "maria.smith@uni.example", "Maria Smith"),
    )


def test_a_student_without_an_id_is_found_by_the_address_and_adopts_it(university):
    student = StudentFactory(tenant=university, email="Ada@Uni.example", sis_id=None)

    plan = run(university, canvas("0017,Ada,Obi,ada@uni.example"))

    assert "SIS id – → 0017" in next(lines(plan))
    assert User.objects.get() == student
    assert known(university) == {"0017": "Ada@Uni.example"}
    assert plan.counts["addresses"] == 0


@pytest.mark.parametrize("status", ["suspended", "deleted"])
def test_who_is_not_active_adopts_the_id_as_well(university, status):
    StudentFactory(tenant=university, email="ada@uni.example")

    run(university, canvas(f"0017,Ada,Obi,ada@uni.example,{status}"))

    assert User.objects.get().sis_id == "0017"


def test_a_row_without_an_id_leaves_it_alone(university, settle):
    settle(S1="ada@uni.example")

    run(university, export("Ada Obi,ADA@uni.example,,active"))

    assert known(university) == {"S1": "ada@uni.example"}


@pytest.mark.parametrize(("stored", "told"), [("0017", "17"), ("s1", "S1"), ("s-1", "s1")])
def test_ids_are_compared_as_they_are_written(university, settle, stored, told):
    settle(**{stored: "ada@uni.example"})
    before = everything()

    ((line, reason),) = refused(university, canvas(f"{told},Ada,Obi,ada@uni.example"))

    assert (line, reason) == (
        2,
        (
            f"ada@uni.example belongs to a student with the SIS id {stored} here, and the line "
            f"has {told}. If that is the same person, make the SIS ids the same; if not, give the "
            "other one another address first."
        ),
    )
    assert everything() == before


def test_the_same_id_at_another_university_is_somebody_else(university, settle):
    StudentFactory(tenant=TenantFactory(), sis_id="S1", email="ada@uni.example")

    assert run(university, canvas("S1,Ada,Obi,ada@uni.example")).counts["created"] == 1


@pytest.mark.parametrize("stored", ["ada@müller.example", "Ada@xn--mller-kva.example"])
@pytest.mark.parametrize("told", ["ADA@müller.example", "ada@XN--MLLER-KVA.example"])
def test_the_same_address_in_other_letters_is_no_change(university, settle, stored, told):
    settle(S1=stored)

    plan = run(university, canvas(f"S1,A,S1,{told}"))

    assert plan.is_empty
    assert known(university) == {"S1": stored}


@pytest.mark.parametrize("kind", ["id", "no id", "deleted", "staff", "inactive"])
def test_an_id_of_one_and_an_address_of_another_is_a_bad_row(university, settle, kind):
    settle(S1="ada@uni.example")
    make = FacultyFactory if kind == "staff" else StudentFactory
    status = {"deleted": UserStatus.DELETED, "inactive": UserStatus.INACTIVE}.get(kind)
    make(
        tenant=university,
        email="ben@uni.example",
        sis_id="S2" if kind == "id" else None,
        status=status or UserStatus.ACTIVE,
    )
    before = everything()

    ((line, reason),) = refused(university, canvas("S1,Ada,Obi,BEN@uni.example"))

    who = {
        "id": "a student with the SIS id S2",
        "deleted": "a deleted student without a SIS id",
        "staff": "a member of staff",
    }.get(kind, "a student without a SIS id")
    assert (line, reason) == (
        2,
        (
            f"The SIS id S1 belongs to ada@uni.example here, and BEN@uni.example to {who}. "
            "Correct the line; or, if both are right, give the other one another address first."
        ),
    )
    assert everything() == before
    with pytest.raises(RosterRefused, match="bad rows"):
        run(university, canvas("S1,Ada,Obi,BEN@uni.example"))


@pytest.mark.parametrize("address", ["ada@uni.example", "new@uni.example"])
def test_staff_and_deleted_people_are_known_by_their_ids_too(university, address):
    FacultyFactory(tenant=university, sis_id="S1", email="ada@uni.example")
    StudentFactory(
        tenant=university, sis_id="S2", email="ben@uni.example", status=UserStatus.DELETED
    )
    before = everything()
    other = address.replace("ada", "ben").replace("new", "other")

    assert refused(university, canvas(f"S1,A,B,{address}", f"S2,A,B,{other}")) == [
        (2, f"{address} is a member of staff here."),
        (3, f"{other} was deleted here; activate the account first."),
    ]
    assert run(university, canvas(f"S2,A,B,{other},suspended")).is_empty
    assert everything() == before


# Lines about one person


def test_an_id_twice_in_the_file_is_a_bad_row(university, monkeypatch):
    monkeypatch.setattr("students.services.roster.planning.BATCH", 2)
    rows = ["A,1,Ada,active", "B,2,Ben,active", "C,3,Chi,active", "D,1,Dee,active"]
    file = "Student Name,SIS ID,Email,Status,Programme\n" + "".join(
        f"{name} Obi,{sis_id},{who.lower()}@uni.example,{status},\n"
        for name, sis_id, who, status in (row.split(",") for row in rows)
    )

    assert refused(university, roster(file)) == [(5, "The SIS id 1 is in line 2 already.")]
    assert set(known(university)) == {"1", "2", "3"}


@pytest.mark.parametrize("id_first", [True, False])
@pytest.mark.parametrize("batch", [1, 5])
def test_of_two_lines_about_one_person_the_one_with_the_id_counts(
    university, settle, monkeypatch, id_first, batch
):
    monkeypatch.setattr("students.services.roster.planning.BATCH", batch)
    settle(S1="old@uni.example")
    rows = ["Ada Obi,S1,new@uni.example,active,", "Eve Obi,,old@uni.example,inactive,"]
    ordered = rows if id_first else rows[::-1]
    file = "Student Name,SIS ID,Email,Status,Programme\n" + "".join(f"{row}\n" for row in ordered)

    ((line, reason),) = refused(university, roster(file))

    assert line == (3 if id_first else 2)
    assert reason.startswith("old@uni.example (SIS id S1) is in line ")
    assert reason.endswith("Give this line its own SIS id.")
    student = User.objects.get()
    assert (student.email, student.display_name, student.status) == (
        *("new@uni.example", "Ada Obi", "ACTIVE"),
    )


def test_two_logins_are_known_by_either_id(university, settle):
    """Which of the ids is the main one depends on the courses of the day."""
    settle(S2="ada@uni.example")
    logins = ("S1,Ada,Obi,ada@uni.example", "S2,Ada,Obi,ada@uni.example")

    assert refused(university, canvas(*logins)) == []
    assert known(university) == {"S2": "ada@uni.example"}


def test_two_logins_of_two_students_are_never_merged(university, settle):
    settle(S1="one@uni.example", S2="two@uni.example")
    before = everything()
    logins = ("S1,Ada,Obi,new@uni.example", "S2,Ada,Obi,new@uni.example")

    ((_, reason),) = refused(university, canvas(*logins), deactivate_missing=True)

    assert reason.startswith("Its logins are two people here, with the SIS ids S1 and S2.")
    assert everything() == before


# Those who are gone, and those whose lines are bad

GONE = {
    "Canvas": "user_id,login_id,first_name,last_name,email,status\nS1,old,,,,deleted\n",
    "OneRoster": (
        "sourcedId,status,enabledUser,username,givenName,familyName,email\n"
        "S1,tobedeleted,true,old,,,\n"
    ),
    "Moodle": "username,firstname,lastname,email,idnumber,deleted\nold,A,B,,S1,1\n",
    "Blackboard": (
        "EXTERNAL_PERSON_KEY|USER_ID|FIRSTNAME|LASTNAME|EMAIL|ROW_STATUS\nS1|old|A|B||deleted\n"
    ),
}


@pytest.mark.parametrize("system", GONE)
def test_who_is_gone_is_known_by_the_id_alone(university, settle, system):
    settle(S1="ada@uni.example", S2="ben@uni.example")

    plan = run(university, roster(GONE[system]))

    assert plan.counts["deactivated"] == 1
    assert User.objects.get(sis_id="S1").status == UserStatus.INACTIVE
    assert run(university, roster(GONE[system])).is_empty


@pytest.mark.parametrize("system", GONE)
def test_who_is_gone_and_not_known_changes_nothing(university, system):
    assert run(university, roster(GONE[system])).counts["unchanged"] == 1
    assert not User.objects.exists()


def test_of_who_is_gone_the_address_may_be_somebody_elses_by_now(university, settle):
    settle(S1="old@uni.example", S2="ada@uni.example")

    run(university, canvas("S1,,,ada@uni.example,deleted", "S9,,,ada@uni.example,deleted"))

    assert dict(User.objects.values_list("sis_id", "status")) == {"S1": "INACTIVE", "S2": "ACTIVE"}
    assert known(university) == {"S1": "old@uni.example", "S2": "ada@uni.example"}


@pytest.mark.parametrize(
    "line", ["S1,Ada,Obi,ada@@uni.example", "S1,Ad?le,Obi,new@uni.example", "S1,,,new@uni.example"]
)
def test_whoever_a_bad_line_is_about_is_not_missing(university, settle, line):
    """They are known by their id alone: their address has changed, or cannot be read."""
    settle(S1="ada@uni.example", S2="ben@uni.example")

    plan = run(university, canvas(line), skip_bad_rows=True, deactivate_missing=True)

    assert (plan.counts["bad_rows"], plan.counts["deactivated"]) == (1, 1)
    assert User.objects.get(sis_id="S1").status == UserStatus.ACTIVE


def test_a_bad_line_that_leads_to_nobody_stops_a_deactivation(university, settle):
    settle(S1="ada@uni.example")
    with pytest.raises(RosterRefused, match="do not say whom they are about"):
        run(
            university,
            canvas("S7,Ada,Obi,ada@@uni.example"),
            skip_bad_rows=True,
            deactivate_missing=True,
        )


def test_a_delta_knows_people_by_their_ids_and_makes_nobody(university, settle):
    settle(S1="old@uni.example", S2="ben@uni.example")
    header = "sourcedId,status,enabledUser,username,givenName,familyName,email"
    people = [
        "S1,active,true,a,Ada,Obi,ada@uni.example",
        "S9,active,true,b,Ben,Obi,new@uni.example",
        "S8,active,true,c,Chi,Obi,ben@uni.example",
    ]
    files = {
        "manifest.csv": "propertyName,value\nfile.users,delta\nfile.roles,delta\n",
        "users.csv": "".join(f"{line}\n" for line in (header, *people)),
        "roles.csv": "userSourcedId,roleType,role\nsomebody,primary,student\n",
    }

    plan = run(university, open_roster(named(packed(files), "delta.zip")))

    assert (plan.counts["addresses"], plan.counts["not_students"]) == (1, 2)
    assert known(university) == {"S1": "ada@uni.example", "S2": "ben@uni.example"}
