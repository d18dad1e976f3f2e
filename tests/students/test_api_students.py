"""GET /v1/console/students: who is listed, in which order, with what (contract §8)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from accounts.models import UserStatus
from students.queries.students import deep_pages
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.plans import kept_in_transactions
from tests.trips import counting_trips

pytestmark = pytest.mark.django_db

URL = "/v1/console/students"


def names(api, **query) -> list[str]:
    """Return the names that the list answers, upwards by name unless the query says otherwise."""
    answer = api.get(URL, {"sort_by": "name", "sort_order": "asc"} | query)
    assert answer.status_code == 200, answer.json()
    return [row["student_name"] for row in answer.json()["data"]]


def student(tenant, name: str, *, seen: datetime | None = None, **attributes):
    first_name, _, last_name = name.rpartition(" ")
    made = StudentFactory(tenant=tenant, first_name=first_name, last_name=last_name, **attributes)
    if seen:
        SessionFactory(user=made, start_time=seen, end_time=None)
    return made


# Rows -----------------------------------------------------------------------------------------


def test_list_answers_the_whole_documented_row(api, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA1234", name="Masters in Business Administration")
    CaseStudyFactory.create_batch(2, tenant=tenant, programmes=[mba])
    documented = student(
        tenant,
        "Abdulwahab Umar",
        email="abdulwahabumar@miva.university",
        programmes=[mba],
        seen=datetime(2026, 6, 4, 9, tzinfo=UTC),
    )
    query = "search=abdul&programme=MBA1234&status=active&sort_by=last_seen&sort_order=desc"

    answer = api.get(f"{URL}?{query}&limit=10")

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "user_id": documented.pk,
                "student_name": "Abdulwahab Umar",
                "student_email": "abdulwahabumar@miva.university",
                "programmes": [{"code": "MBA1234", "name": "Masters in Business Administration"}],
                "programme_label": "Masters in Business Administration",
                "overall_case_studies": 2,
                "status": "active",
                "last_seen": "2026-06-04T09:00:00Z",
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 10,
        "total_pages": 1,
        "message": None,
    }


def test_list_is_empty_without_students(api, tenant):
    assert api.get(URL).json() == {
        "success": True,
        "data": [],
        "total": 0,
        "page": 1,
        "page_size": 10,
        "total_pages": 0,
        "message": None,
    }


def test_list_leaves_out_staff_and_deleted_students(api, tenant):
    FacultyFactory(tenant=tenant)
    UserFactory(tenant=tenant, role=None)
    student(tenant, "Gone Girl", status=UserStatus.DELETED)
    student(tenant, "Still There", status=UserStatus.INACTIVE)

    rows = api.get(URL).json()["data"]

    assert [(row["student_name"], row["status"]) for row in rows] == [("Still There", "inactive")]


def test_programmes_come_in_code_order_with_their_label(api, tenant):
    zoology = ProgrammeFactory(tenant=tenant, code="A1", name="Zoology")
    arts = ProgrammeFactory(tenant=tenant, code="B2", name="Arts", is_active=False)
    student(tenant, "Both Ways", programmes=[arts, zoology])

    row = api.get(URL).json()["data"][0]

    assert row["programmes"] == [
        {"code": "A1", "name": "Zoology"},
        {"code": "B2", "name": "Arts"},
    ]
    assert row["programme_label"] == "Zoology, Arts"


def test_overall_case_studies_counts_distinct_active_ones_that_share_a_programme(api, tenant):
    mba, mph, law = ProgrammeFactory.create_batch(3, tenant=tenant)
    student(tenant, "Has Two", programmes=[mba, mph])
    student(tenant, "Has None")
    CaseStudyFactory(tenant=tenant, programmes=[mba])
    CaseStudyFactory(tenant=tenant, programmes=[mba, mph])  # shared twice, counted once
    CaseStudyFactory(tenant=tenant, programmes=[law])
    CaseStudyFactory(tenant=tenant, programmes=[mba], is_active=False)
    CaseStudyFactory(tenant=tenant)  # open to all: shares no code (G4)

    rows = api.get(URL, {"sort_by": "name", "sort_order": "asc"}).json()["data"]

    counts = {row["student_name"]: row["overall_case_studies"] for row in rows}
    assert counts == {"Has None": 0, "Has Two": 2}
    assert [row["programme_label"] for row in rows] == ["", f"{mba.name}, {mph.name}"]


# Search and filters ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("zoë", ["Zoë Müller"]),
        ("ZOË MÜL", ["Zoë Müller"]),
        ("zoe", ["Zoë Müller"]),
        ("  müller  ", ["Zoë Müller"]),
        ("ann lee", ["Ann Marie Lee"]),
        ("ann marie lee", ["Ann Marie Lee"]),
        ("zoë  müller", ["Zoë Müller"]),
        ("lee ann", ["Ann Marie Lee"]),
        ("Lee, Ann Marie", ["Ann Marie Lee"]),
        ("lee marie", []),
        ("z.mueller@", ["Zoë Müller"]),
        ("lee\nann", []),
        ("ΠΑΠΑΔΌΠΟΥΛΟΣ", ["Νίκος Παπαδόπουλος"]),
        ("zoe\u0308", ["Zoë Müller"]),  # decomposed, as some keyboards write it
        ("%", ["Per%cent O_Hare"]),
        ("o_h", ["Per%cent O_Hare"]),
        ("\\", ["Back\\slash Ng"]),
        ("ng", ["Back\\slash Ng"]),
        ("'; drop table", []),
    ],
)
def test_search_finds_parts_of_names_and_addresses(api, tenant, text, found):
    student(tenant, "Zoë Müller", email="z.mueller@example.com")
    StudentFactory(tenant=tenant, first_name="Ann", middle_name="Marie", last_name="Lee")
    student(tenant, "Per%cent O_Hare")
    student(tenant, "Νίκος Παπαδόπουλος")
    student(tenant, "Back\\slash Ng")

    rows = api.get(URL, {"search": text}).json()["data"]

    displayed = {"Ann Marie Lee": "Ann Lee"}
    assert [row["student_name"] for row in rows] == [displayed.get(n, n) for n in found]


def test_programme_keeps_enrolled_students_of_the_own_tenant(api, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")
    student(tenant, "In It", programmes=[mba, ProgrammeFactory(tenant=tenant)])
    student(tenant, "Not In")
    elsewhere = ProgrammeFactory(code="MBA")
    StudentFactory(tenant=elsewhere.tenant, programmes=[elsewhere])

    assert names(api, programme="MBA") == ["In It"]
    assert names(api, programme="NOPE") == []


@pytest.mark.parametrize(
    ("status", "found"),
    [
        ("active", ["On Duty"]),
        ("INACTIVE", ["On Leave"]),
        ("", ["On Duty", "On Leave"]),
    ],
)
def test_status_keeps_active_or_inactive_students(api, tenant, status, found):
    student(tenant, "On Duty")
    student(tenant, "On Leave", status=UserStatus.INACTIVE)

    assert names(api, status=status) == found


@pytest.mark.parametrize(
    ("bounds", "found"),
    [
        ({"start_date": "2026-03-02"}, ["Second", "Third"]),
        ({"end_date": "2026-03-02"}, ["First", "Second"]),
        ({"start_date": "2026-03-02", "end_date": "2026-03-02"}, ["Second"]),
        ({"start_date": "2026-03-02T23:59:59Z"}, ["Second", "Third"]),
        ({"start_date": "2026-03-03T00:00:00"}, ["Third"]),
        ({"start_date": "2026-03-03T02:00:00+02:00"}, ["Third"]),
        ({"end_date": "2026-03-01T11:59:59Z"}, []),
        ({"start_date": "", "end_date": ""}, ["First", "Never", "Second", "Third"]),
    ],
)
def test_dates_bound_the_last_activity_inclusively(api, tenant, bounds, found):
    student(tenant, "X First", seen=datetime(2026, 3, 1, 12, tzinfo=UTC))
    student(tenant, "X Second", seen=datetime(2026, 3, 2, 23, 59, 59, tzinfo=UTC))
    student(tenant, "X Third", seen=datetime(2026, 3, 3, tzinfo=UTC))
    student(tenant, "X Never")

    rows = names(api, **bounds)

    assert rows == [f"X {name}" for name in found]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("status=deleted", "status"),
        ("start_date=yesterday", "start_date"),
        ("end_date=2026-02-30", "end_date"),
        ("start_date=2026-03-02&end_date=2026-03-01", "start_date"),
        ("sort_by=email", "sort_by"),
        ("sort_order=up", "sort_order"),
        ("skip=-1", "skip"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=ten", "limit"),
        ("search=%00", "search"),
    ],
)
def test_a_bad_parameter_is_named(api, tenant, query, field):
    answer = api.get(f"{URL}?{query}")

    assert answer.status_code == 422
    body = answer.json()
    assert (body["success"], body["code"]) == (False, "VALIDATION_ERROR")
    assert [error["field"] for error in body["details"]["errors"]] == [field]


def test_an_unknown_parameter_is_ignored(api, tenant):
    student(tenant, "Still Here")

    assert names(api, colour="green") == ["Still Here"]


# Order and pages ------------------------------------------------------------------------------


@pytest.fixture
def sortable(tenant):
    """Students that differ in everything lists sort by; two of them only in name."""
    arts = ProgrammeFactory(tenant=tenant, code="Z", name="arts")
    biology = ProgrammeFactory(tenant=tenant, code="A", name="Biology")
    march = datetime(2026, 3, 1, tzinfo=UTC)
    student(tenant, "émile Adams", programmes=[arts], seen=march)
    student(tenant, "Zoe Brown", programmes=[biology], seen=march + timedelta(days=1))
    student(tenant, "Eve Clark", programmes=[biology], seen=march, status=UserStatus.INACTIVE)
    student(tenant, "adam Dean")


@pytest.mark.parametrize(
    ("sort_by", "sort_order", "expected"),
    [
        ("name", "asc", ["adam Dean", "émile Adams", "Eve Clark", "Zoe Brown"]),
        ("name", "desc", ["Zoe Brown", "Eve Clark", "émile Adams", "adam Dean"]),
        ("last_seen", "asc", ["émile Adams", "Eve Clark", "Zoe Brown", "adam Dean"]),
        ("last_seen", "desc", ["Zoe Brown", "émile Adams", "Eve Clark", "adam Dean"]),
        ("programme", "asc", ["émile Adams", "Eve Clark", "Zoe Brown", "adam Dean"]),
        ("programme", "desc", ["Eve Clark", "Zoe Brown", "émile Adams", "adam Dean"]),
        ("status", "asc", ["adam Dean", "émile Adams", "Zoe Brown", "Eve Clark"]),
        ("status", "desc", ["Eve Clark", "adam Dean", "émile Adams", "Zoe Brown"]),
    ],
)
def test_sorting_is_total_with_missing_values_last(api, sortable, sort_by, sort_order, expected):
    assert names(api, sort_by=sort_by, sort_order=sort_order) == expected


def test_the_default_order_is_last_seen_descending(api, sortable):
    default = [row["student_name"] for row in api.get(URL).json()["data"]]

    assert default == names(api, sort_by="last_seen", sort_order="desc")


@pytest.mark.parametrize("sort_by", ["name", "last_seen", "programme", "status"])
@pytest.mark.parametrize("sort_order", ["asc", "desc"])
def test_pages_neither_repeat_nor_lose_a_row(api, tenant, sort_by, sort_order):
    made = StudentFactory.create_batch(7, tenant=tenant, first_name="Same", last_name="Name")
    query = {"sort_by": sort_by, "sort_order": sort_order, "limit": 3}

    pages = [api.get(URL, {**query, "skip": skip}).json() for skip in (0, 3, 6, 9)]

    ids = [row["user_id"] for page in pages for row in page["data"]]
    # All sort keys and names are equal, so that the id decides, upwards in both directions.
    assert ids == sorted(one.pk for one in made)
    numbers = [
        (page["total"], page["page"], page["page_size"], page["total_pages"]) for page in pages
    ]
    assert numbers == [(7, 1, 3, 3), (7, 2, 3, 3), (7, 3, 3, 3), (7, 4, 3, 3)]


# Cost -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("rows", [1, 3])
def test_a_page_costs_three_queries(api, tenant, rows, django_assert_num_queries):
    for _ in range(rows):
        programmes = ProgrammeFactory.create_batch(2, tenant=tenant)
        CaseStudyFactory(tenant=tenant, programmes=programmes)
        SessionFactory(user=StudentFactory(tenant=tenant, programmes=programmes))
    mark = {"search": "a", "status": "active", "sort_by": "programme"}

    with django_assert_num_queries(3):  # who calls, how many match, the page
        answer = api.get(URL, mark)

    assert len(answer.json()["data"]) == rows


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"programme": "P1"},
        {"status": "inactive", "sort_by": "name", "sort_order": "asc"},
        {"sort_by": "programme"},
        {"start_date": "2026-03-01", "end_date": "2026-04-30"},
        {"search": "ab"},
        {"search": "xy"},
    ],
)
def test_the_first_page_and_its_total_are_one_statement(
    api, tenant, asked, django_assert_num_queries
):
    StudentFactory.create_batch(3, tenant=tenant, first_name="Abdul")

    with django_assert_num_queries(2):  # who calls, the list
        answer = api.get(URL, asked).json()

    assert answer["total"] == len(answer["data"])


@pytest.mark.parametrize(
    ("asked", "trips"),
    [
        ({}, 2),  # who calls; the total and the page
        ({"programme": "P1", "skip": "900"}, 2),
        ({"status": "inactive", "sort_by": "name", "sort_order": "asc"}, 2),
        ({"sort_by": "programme"}, 2),
        ({"start_date": "2026-03-01", "end_date": "2026-04-30"}, 2),
        ({"search": "ab"}, 2),
        # The total says how to find the page.
        ({"search": "abdul"}, 3),
        ({"sort_by": "status"}, 3),
    ],
)
def test_a_page_and_its_total_take_one_trip(api, tenant, asked, trips):
    StudentFactory.create_batch(3, tenant=tenant, first_name="Abdul")
    api.get(URL, asked)

    with counting_trips() as made:
        assert api.get(URL, asked).status_code == 200

    assert made() == trips


@pytest.mark.parametrize("order", ["asc", "desc"])
@pytest.mark.parametrize(
    "asked", [{}, {"status": "active"}, {"start_date": "2026-01-01T00:00:00Z"}]
)
def test_a_deep_page_takes_no_more_than_the_first_one(
    api, tenant, monkeypatch, order, asked, django_assert_num_queries
):
    monkeypatch.setattr(deep_pages, "DEEP", 1)
    for day in (1, 1, 2, 3):
        student(tenant, "Abdul Ali", seen=datetime(2026, 3, day, 12, tzinfo=UTC))
    asked |= {"sort_order": order}
    every = api.get(URL, asked).json()

    with django_assert_num_queries(4):  # who calls, the list; twice
        deep = api.get(URL, asked | {"skip": "2", "limit": "1"}).json()
        behind = api.get(URL, asked | {"skip": "4"}).json()

    assert deep["total"] == behind["total"] == every["total"] == 4
    assert deep["data"] == every["data"][2:3]
    assert behind["data"] == []


@pytest.mark.direct  # asks what its session keeps
def test_the_beginning_of_a_list_is_planned_once(api, tenant):
    StudentFactory.create_batch(3, tenant=tenant)

    with kept_in_transactions():
        for skip in ("0", "0", "1"):
            api.get(URL, {"skip": skip, "sort_by": "name"})

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT generic_plans + custom_plans FROM pg_prepared_statements"
            " WHERE statement LIKE '%page AS MATERIALIZED%sort_name DESC%'"
        )
        assert cursor.fetchall() == [(2,)]
