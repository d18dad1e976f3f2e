"""Nothing is replaced by what another program has left of it; cohorts and ids are kept."""

import pytest

from accounts.models import User
from tests.factories import StudentFactory
from tests.students.test_roster.rosters import canvas, everything, export, refused, run


@pytest.fixture(params=["S1", None])
def student(university, request):
    """Somebody whose names end in letters beyond ASCII, known by the id or by the address."""
    return StudentFactory(
        tenant=university,
        sis_id=request.param,
        email="ada@uni.example",
        first_name="Adé",
        middle_name="Ẩ",
        last_name="Ng Ẩ",
        cohort="Année É",
    )


@pytest.mark.parametrize(
    ("row", "what"),
    [
        ("S1,Adé,Ng ?,ada@uni.example", "The name 'Ng ?' was ruined"),
        ("S1,Ad?,Ng Ẩ,ada@uni.example", "The name 'Ad?' was ruined"),
        ("S1,Adé,Ng Ẩ,ada@uni.example,,Année ?", "The cohort 'Année ?' was ruined"),
        ("S1,Adé,Ng Ẩ,ada@uni.example,,Ann?e É", "The cohort 'Ann?e É' was ruined"),
    ],
)
def test_question_marks_for_stored_letters_are_a_bad_row(university, student, row, what):
    before = everything()

    ((line, reason),) = refused(university, canvas(row))

    assert (line, reason.startswith(what)) == (2, True)
    assert "replaced by question marks" in reason
    assert reason.endswith("Export the file again, as CSV in UTF-8.")
    assert everything() == before


@pytest.mark.parametrize("text", ["Adé Ng ?", "Ad? Ng Ẩ", "Ad? Ng ?"])
def test_a_name_in_one_text_is_compared_as_a_whole(university, student, text):
    before = everything()

    ((_, reason),) = refused(university, export(f"{text},ada@uni.example,,active"))

    assert "was ruined by another program" in reason
    assert everything() == before


def test_a_sign_that_somebody_bears_is_no_lost_letter(university):
    kept = StudentFactory(
        tenant=university, email="q@uni.example", first_name="Q", last_name="Obi ?", cohort="? A"
    )

    assert run(university, export("Q Obi ?,q@uni.example,,active")).is_empty
    run(university, export("Q Eze ?,q@uni.example,,active"))

    kept.refresh_from_db()
    assert kept.last_name == "Eze ?"


def test_another_name_may_replace_the_stored_one(university, student):
    run(university, canvas("S1,Ada,Obi,ada@uni.example,,2027"))

    student.refresh_from_db()
    assert (student.first_name, student.middle_name, student.last_name, student.cohort) == (
        *("Ada", "Ẩ", "Obi", "2027"),
    )


def test_an_empty_cell_leaves_the_cohort_alone(university, student):
    plan = run(university, canvas("S1,Adé,Ng Ẩ,ada@uni.example"))

    assert plan.counts["updated"] == (student.sis_id is None)  # the id that is adopted
    assert User.objects.get().cohort == "Année É"


def test_a_new_student_has_id_and_cohort(university):
    run(university, canvas("0017,Ada,Obi,ada@uni.example,,Autumn 2026"))

    student = User.objects.get()
    assert (student.sis_id, student.cohort) == ("0017", "Autumn 2026")
