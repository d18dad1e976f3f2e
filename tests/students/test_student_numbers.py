"""Student number and cohort where students are read through the API (contract §8, §17)."""

import csv
from datetime import UTC, datetime
from io import StringIO

import pytest

from accounts.models import UserStatus
from accounts.models.user import LONGEST_COHORT, LONGEST_SIS_ID
from students.models import Student
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
)

pytestmark = pytest.mark.django_db

URL = "/v1/console/students"
CAP = "\U0001f393"

# What other systems may call people.
ODD_IDS = [
    *("0007", "7", "%", "_", "\\", "a%_\\b", ",", "--", "´", "-", "null", "=1+1"),
    *("A B  C", "É-7", "e\u0301-7", f"{CAP}{CAP}", "M/2026, 7", "'; DROP TABLE", "Zed"),
    "x" * LONGEST_SIS_ID,
]


def found(api, **query) -> list[str]:
    """Return the names of the students of the first page, which says how many there are."""
    body = api.get(URL, query).json()
    assert body["total"] == len(body["data"]), body
    return sorted(row["student_name"] for row in body["data"])


@pytest.fixture
def zed(tenant):
    """Somebody whom no odd id finds by name or address, but for one that is their name."""
    return StudentFactory(tenant=tenant, first_name="Zed", last_name="Uwu", email="z@wu.zw")


# Shown --------------------------------------------------------------------------------------------


def test_number_is_the_sis_id_and_else_the_user_id(api, tenant):
    numbered = StudentFactory(tenant=tenant, sis_id="007", cohort="2026 A")
    plain = StudentFactory(tenant=tenant)

    for student, number, cohort in ((numbered, "007", "2026 A"), (plain, plain.pk, None)):
        shown = api.get(f"{URL}/{student.pk}").json()["data"]
        assert (shown["student_number"], shown["cohort"]) == (number, cohort)


def test_file_keeps_its_six_columns(api, tenant):
    StudentFactory(tenant=tenant, first_name="Ada", last_name="Obi", sis_id="S-1", cohort="2026")
    StudentFactory(tenant=tenant, sis_id="S-2", cohort="2026")

    answer = api.get(f"{URL}/export", {"cohort": "2026", "search": "S-1"})

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    header, row = csv.reader(StringIO(text, newline=""))
    assert len(header) == len(row) == 6
    assert row[0] == "Ada Obi"
    assert not {"S-1", "2026"} & set(row)


# Found by the number ------------------------------------------------------------------------------


@pytest.mark.parametrize("sis_id", ODD_IDS)
def test_a_search_finds_a_whole_sis_id(api, tenant, zed, sis_id):
    StudentFactory(tenant=tenant, first_name="Qq", last_name="Qq", email="q@q.qq", sis_id=sis_id)

    assert "Qq Qq" in found(api, search=sis_id)
    assert "Qq Qq" in found(api, search=f"  {sis_id} ")
    assert ("Zed Uwu" in found(api, search=sis_id)) == (sis_id == "Zed")


@pytest.mark.parametrize(
    "text", ["20/01", "0/0017", "2020/00170", "2020/0017 x", "2020/0017,", "a/1", "A/l", "％"]
)
def test_a_part_of_a_sis_id_or_one_in_other_letters_finds_nobody(api, tenant, zed, text):
    for number, sis_id in enumerate(["2020/0017", "A/1", "%"]):
        StudentFactory(tenant=tenant, first_name="Q", email=f"q{number}@q.qq", sis_id=sis_id)

    assert found(api, search=text) == []


def test_who_is_found_by_number_and_by_name_is_counted_once(api, tenant):
    for first, sis_id in (("Ab", "ab"), ("Cab", "c"), ("Dora", "d"), ("Eve", "abc")):
        StudentFactory(
            tenant=tenant, first_name=first, last_name="", email=f"{first}@q.qq", sis_id=sis_id
        )

    assert found(api, search="ab") == ["Ab", "Cab"]
    assert found(api, search="d") == ["Dora"]
    assert found(api, search="c") == ["Cab"]
    assert found(api, search="abc") == ["Eve"]


@pytest.mark.parametrize("search", ["9", "99", "999", ","])
def test_the_other_filters_hold_for_who_is_found_by_number(api, tenant, search):
    mba, mph = (ProgrammeFactory(tenant=tenant, code=code) for code in ("MBA", "MPH"))
    nine = StudentFactory(
        tenant=tenant,
        first_name="Nine",
        last_name="",
        email="n@q.qq",
        sis_id=search,
        cohort="2026",
        programmes=[mba],
        status=UserStatus.INACTIVE,
    )
    SessionFactory(user=nine, start_time=datetime(2026, 3, 1, tzinfo=UTC))
    other = {"first_name": "Other", "last_name": "", "email": "o@q.qq"}
    StudentFactory(tenant=tenant, cohort="2026", programmes=[mph], **other)
    kept = [
        *({"programme": "MBA"}, {"cohort": "2026"}, {"status": "inactive"}),
        *({"start_date": "2026-03-01"}, {"end_date": "2026-03-01"}),
        {"programme": "MBA", "cohort": "2026", "status": "inactive", "start_date": "2026-03-01"},
    ]
    lost = [
        *({"programme": "MPH"}, {"cohort": "2025"}, {"status": "active"}),
        *({"start_date": "2026-03-02"}, {"end_date": "2026-02-28"}),
    ]

    for sort_by in ("name", "last_seen", "programme", "status"):
        order = {"search": search, "sort_by": sort_by}
        assert [found(api, **order, **one) for one in kept] == [["Nine"]] * len(kept)
        assert [found(api, **order, **one) for one in lost] == [[]] * len(lost)


def test_a_number_is_of_one_university(api, tenant):
    StudentFactory(first_name="Foreign", sis_id="S-1")
    StudentFactory(first_name="Foreign", sis_id="S-2", cohort="2026")
    StudentFactory(tenant=tenant, first_name="Own", last_name="Obi", sis_id="S-1")

    assert found(api, search="S-1") == ["Own Obi"]
    assert found(api, search="S-2") == []
    assert found(api, cohort="2026") == []


def test_staff_and_the_deleted_are_no_students_whatever_their_number(api, tenant):
    FacultyFactory(tenant=tenant, sis_id="S-1", cohort="2026")
    StudentFactory(tenant=tenant, sis_id="S-2", cohort="2026", status=UserStatus.DELETED)

    assert found(api, search="S-1") == found(api, search="S-2") == found(api, cohort="2026") == []


def test_results_and_attempts_are_found_by_the_number_too(api, tenant, zed):
    case_study = CaseStudyFactory(tenant=tenant)
    tried = StudentFactory(tenant=tenant, first_name="Tried", sis_id="S/1")
    untried = StudentFactory(tenant=tenant, first_name="Untried", sis_id="S/2")
    for student in (tried, zed):
        GradeFactory(session=SessionFactory(user=student, case_study=case_study))
    StudentFactory(sis_id="S/3")

    def emails(path: str, text: str) -> list[str]:
        asked = {"search": text, "case_study_id": case_study.pk}
        body = api.get(f"/v1/console/{path}", asked).json()
        assert body["total"] == len(body["data"])
        return [row["student_email"] for row in body["data"]]

    assert emails("student-performance", " S/1 ") == emails("attempts", " S/1 ") == [tried.email]
    assert emails("student-performance", "S/2") == []
    assert emails("attempts", "S/2") == [untried.email]
    for nothing in ("S/", "s/1", "S/3"):
        assert emails("student-performance", nothing) == emails("attempts", nothing) == []


# Narrowed by the cohort ---------------------------------------------------------------------------


def test_a_cohort_keeps_its_students_alone(api, tenant):
    for first, cohort in (("A", "2026"), ("B", "2026 A"), ("C", "%"), ("D", None), ("E", "é")):
        StudentFactory(tenant=tenant, first_name=first, last_name="", cohort=cohort)

    expected = {
        "2026": ["A"],
        " 2026 ": ["A"],
        "2026 A": ["B"],
        "2026  A": ["B"],
        "%": ["C"],
        "2026 a": [],
        "202": [],
        "_": [],
        "É": [],
        "e\u0301": ["E"],
        "": ["A", "B", "C", "D", "E"],
        " ": ["A", "B", "C", "D", "E"],
    }
    assert {one: found(api, cohort=one) for one in expected} == expected


def test_a_cohort_too_long_to_be_one_is_refused(api):
    answer = api.get(URL, {"cohort": "x" * (LONGEST_COHORT + 1)})

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == ["cohort"]


@pytest.mark.parametrize("sort_by", ["name", "last_seen", "programme", "status"])
@pytest.mark.parametrize("sort_order", ["asc", "desc"])
def test_pages_of_a_cohort_neither_repeat_nor_lose_a_row(api, tenant, sort_by, sort_order):
    mba, mph = (ProgrammeFactory(tenant=tenant, code=code) for code in ("MBA", "MPH"))
    for number in range(9):
        student = StudentFactory(
            tenant=tenant,
            cohort="2026" if number < 7 else "2025",
            programmes=[[mba], [mph], [mba, mph], []][number % 4],
            status="INACTIVE" if number % 3 == 0 else "ACTIVE",
        )
        if number % 2:
            SessionFactory(user=student, start_time=datetime(2026, 4, number, tzinfo=UTC))
    order = {"sort_by": sort_by, "sort_order": sort_order}
    all_of_them = api.get(URL, order | {"limit": 100}).json()["data"]

    pages = [
        api.get(URL, order | {"cohort": "2026", "limit": 3, "skip": skip}).json()
        for skip in (0, 3, 6, 9)
    ]

    assert {page["total"] for page in pages} == {7}
    rows = [row for page in pages for row in page["data"]]
    of_cohort = set(Student.objects.filter(cohort="2026").values_list("pk", flat=True))
    assert rows == [row for row in all_of_them if row["user_id"] in of_cohort]


@pytest.mark.parametrize(
    ("query", "statements"), [({"cohort": "2026"}, 3), ({"search": "S-1"}, 3), ({"search": "S"}, 2)]
)
def test_neither_costs_more_statements(api, tenant, query, statements, django_assert_num_queries):
    StudentFactory(tenant=tenant, first_name="S", sis_id="S-1", cohort="2026")

    # Who calls, how many match, the page; the first page of letters counts them itself.
    with django_assert_num_queries(statements):
        answer = api.get(URL, query)

    assert len(answer.json()["data"]) == 1


def test_names_and_cohorts_of_any_length_can_be_kept(api, tenant):
    """The index on cohorts holds the name as well, and an entry of it has to fit on a page."""
    letters = "".join(chr(0x20000 + number * 37) for number in range(255))
    made = StudentFactory(
        tenant=tenant,
        first_name=letters,
        last_name=letters[::-1],
        cohort=letters[:LONGEST_COHORT],
        sis_id=letters,
    )

    body = api.get(URL, {"cohort": made.cohort, "search": made.sis_id}).json()

    assert [row["user_id"] for row in body["data"]] == [made.pk]
