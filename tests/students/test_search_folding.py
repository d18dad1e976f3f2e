"""Searches find people however blanks, accents, hyphens and the order of a name are typed (§16)."""

from importlib import import_module

import pytest
from django.db import connection

from accounts.models import User
from config.context import within
from config.db.sql_objects import sql_text
from students.models import Student
from students.models.progress import matching
from students.queries.students import StudentList
from tests.clients import OperatorClient
from tests.factories import FacultyFactory, StudentFactory, SuperAdminFactory
from tests.operators import listed, page
from tests.students.panel_truth import kept_and_true

pytestmark = pytest.mark.django_db

# First, middle and last name; and texts by which they are found.
NAMES = [
    (
        ("Jürgen", "Émile", "Müller Díaz"),
        (
            *("Muller", "Müller", "MÜLLER", "Mu\u0308ller", "jurgen mu", "Jürgen  Müller"),
            *(
                "Jürgen\tMüller",
                "Jürgen\u00a0\u2003Müller",
                "Müller Díaz, Jürgen",
                "muller diaz jur",
            ),
            *(
                "Müller Díaz, Jürgen Émile",
                "Jürgen Émile Müller",
                "diaz,jurgen",
                " , Müller ,",
                "mü",
            ),
        ),
    ),
    (
        ("Áine", None, "O’Neill-Smith"),
        (
            *("O'Neill", "O’Neill", "O\u02bcNeill", "O`Neill", "Neill-Smith", "Neill\u2011Smith"),
            *(
                "neill\u2010smith",
                "Neill–Smith",
                "O'Neill-Smith, Aine",
                "O'Neill-Smith Á",
                "l-",
                "á",
            ),
        ),
    ),
    (
        ("Ada", None, "Two\u00a0\u00a0Blanks"),
        ("two blanks", "Two  Blanks", "ada two", "blanks, ada"),
    ),
    (("Θάλεια", None, "Παπάς"), ("θαλεια", "ΘΆΛΕΙΑ", "παπας, θα", "ΠΑΠΑΣ")),
]
# What is no accent stays, as in the order of names.
OTHERS = ["Mueller", "Jürgen;", "neillsmith", "Díaz Jürgen Müller", "two  blanks  ada\nx", "ø"]


def made(factory, names, tenant):
    first, middle, last = names
    return factory(tenant=tenant, first_name=first, middle_name=middle, last_name=last)


CASES = [(names, text) for names, texts in NAMES for text in texts]


@pytest.mark.parametrize(("names", "text"), CASES)
def test_students_are_found(names, text, tenant, api):
    for other in NAMES:
        made(StudentFactory, other[0], tenant)
    wanted = Student.objects.get(first_name=names[0])

    answer = api.get("/v1/console/students", {"search": text}).json()

    ids = [row["user_id"] for row in answer["data"]]
    assert wanted.pk in ids
    assert answer["total"] == len(ids)
    assert wanted in Student.objects.search(text)
    if len(text.strip()) > 2:
        assert ids == [wanted.pk]
        with within(tenant.pk):
            assert [entry.user_id for entry in matching(text, tenant=tenant)] == ids


@pytest.mark.parametrize("text", OTHERS)
def test_what_is_another_name_is_not_found(text, tenant):
    for names, _ in NAMES:
        made(StudentFactory, names, tenant)

    assert StudentList.of(tenant.pk).filter(search=text).count() == 0
    assert not Student.objects.search(text).exists()


@pytest.mark.parametrize("text", [",", " , ", "\u0301", "\u00a0,\u0301"])
def test_accents_and_commas_alone_find_nobody(text, tenant):
    made(StudentFactory, NAMES[0][0], tenant)

    assert StudentList.of(tenant.pk).filter(search=text).count() == 0
    assert not Student.objects.search(text).exists()
    with within(tenant.pk):
        assert not matching(text, tenant=tenant).exists()


@pytest.mark.parametrize(("names", "text"), CASES)
def test_staff_are_found_on_the_page(names, text, tenant):
    made(FacultyFactory, names, tenant)
    operator = OperatorClient(SuperAdminFactory(tenant=tenant, first_name="Xq", last_name="Xq"))

    answer = operator.get(page("accounts_user_changelist"), {"q": text})

    assert any(names[0] in cell for row in listed(answer) for cell in row)


def test_the_last_name_comes_first_among_many_too(tenant, monkeypatch):
    """With more matches than are read at once, the first of the list are looked at one by one."""
    monkeypatch.setattr("students.queries.students.page_ids.FEW", 3)
    for number in range(8):
        StudentFactory(tenant=tenant, first_name=f"Ada{number}", last_name="Obi")

    found = StudentList.of(tenant.pk).filter(search="Obi, Ada").order_by("name")

    with within(tenant.pk):
        assert found.count() == 8
        assert [line.display_name for line in found[0:2]] == ["Ada0 Obi", "Ada1 Obi"]


def test_names_that_change_places_are_found_in_their_new_ones(tenant):
    student = StudentFactory(tenant=tenant, first_name="Ada Eve", last_name="Obi")

    User.objects.filter(pk=student.pk).update(first_name="Ada", last_name="Eve Obi")

    found = StudentList.of(tenant.pk).filter
    with within(tenant.pk):
        assert found(search="Eve Obi, Ada").count() == 1
        assert found(search="Obi, Ada Eve").count() == 0
    kept, true = kept_and_true()
    assert kept == true


def test_one_letter_counts_those_with_an_accent(tenant):
    made(StudentFactory, NAMES[0][0], tenant)
    made(StudentFactory, NAMES[2][0], tenant)

    with connection.cursor() as cursor:
        cursor.execute("SELECT search_grams(fold_case('Mü’s'))")
        assert set(cursor.fetchone()[0]) >= {"m", "u", "mu", "u'", "'s"}
    assert StudentList.of(tenant.pk).filter(search="ü").count() == 1
    assert StudentList.of(tenant.pk).filter(search="u").count() == 1


@pytest.mark.django_db(transaction=True)
def test_people_from_before_are_found_once_their_texts_are_written_anew(tenant, monkeypatch):
    with connection.cursor() as cursor:
        cursor.execute(sql_text("tenants", "fold_case", 1))
        before = [made(StudentFactory, names, tenant) for names, _ in NAMES]
        cursor.execute(sql_text("tenants", "fold_case", 2))
    refold = import_module("students.migrations.0005_refold")
    monkeypatch.setattr(refold, "_BATCH", 3)
    assert StudentList.of(tenant.pk).filter(search="ü").count() == 0

    for _ in range(2):  # once more changes nothing
        with connection.schema_editor(atomic=False) as editor:
            refold.refold(None, editor)

        kept, true = kept_and_true()
        assert kept == true
        with within(tenant.pk):
            for text in ("Muller", "Diaz, Jurgen"):
                lines = StudentList.of(tenant.pk).filter(search=text)[0:5]
                assert [line.pk for line in lines] == [before[0].pk]
