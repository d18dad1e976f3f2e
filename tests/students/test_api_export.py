"""GET /v1/console/students/export: the list as a file (contract §8)."""

import csv
from datetime import UTC, datetime
from io import BytesIO, StringIO

import pytest
import time_machine
from django.core.exceptions import ValidationError
from openpyxl import load_workbook

from config import exports
from config.text import one_line
from tests.clients import ApiClient
from tests.factories import (
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)
from tests.sheets import sheet
from tests.students.test_roster import rosters

pytestmark = pytest.mark.django_db

URL = "/v1/console/students/export"
LIST = "/v1/console/students"
HEADER = ["Student Name", "Email", "Programme", "Status", "Overall Case Studies", "Last Seen"]


def content(answer) -> bytes:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content)


def csv_rows(api, **query) -> list[list[str]]:
    text = content(api.get(URL, query)).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))


def xlsx_rows(api, **query) -> list[list]:
    return sheet(content(api.get(URL, {"format": "xlsx"} | query)))


@pytest.fixture
def two_students(tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business, Administration")
    mph = ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    CaseStudyFactory.create_batch(3, tenant=tenant, programmes=[mba])
    CaseStudyFactory(tenant=tenant, programmes=[mba, mph], is_active=False)
    seen = StudentFactory(
        tenant=tenant,
        first_name="Zoë",
        last_name='O"Neill',
        email="zoe@x.edu",
        programmes=[mph, mba],
    )
    SessionFactory(user=seen, start_time=datetime(2026, 6, 4, 9, tzinfo=UTC), end_time=None)
    StudentFactory(
        tenant=tenant, first_name="Ann", last_name="Bo", email="ann@x.edu", status="INACTIVE"
    )


def test_csv_is_utf8_for_excel_with_commas_and_line_ends_of_its_own(api, two_students):
    answer = api.get(URL)

    assert answer.headers["Content-Type"] == "text/csv"
    assert content(answer) == (
        b"\xef\xbb\xbf"
        b"Student Name,Email,Programme,Status,Overall Case Studies,Last Seen\r\n"
        b'"Zo\xc3\xab O""Neill",zoe@x.edu,"Business, Administration, Public Health",active,3,'
        b"2026-06-04T09:00:00Z\r\n"
        b"Ann Bo,ann@x.edu,,inactive,0,\r\n"
    )


def test_xlsx_has_the_same_cells_and_numbers_for_counts(api, two_students):
    answer = api.get(URL, {"format": "xlsx"})

    assert answer.headers["Content-Type"] == exports.MEDIA_TYPES["xlsx"]
    book = load_workbook(BytesIO(content(answer)))
    assert [[cell.value for cell in row] for row in book.active.iter_rows()] == [
        HEADER,
        [
            'Zoë O"Neill',
            "zoe@x.edu",
            "Business, Administration, Public Health",
            "active",
            3,
            "2026-06-04T09:00:00Z",
        ],
        ["Ann Bo", "ann@x.edu", None, "inactive", 0, None],
    ]
    assert book.active["E2"].data_type == "n"


@pytest.mark.parametrize("kind", ["csv", "xlsx", "XLSX"])
@time_machine.travel(datetime(2026, 6, 4, 23, 59, tzinfo=UTC), tick=False)
def test_file_is_named_after_tenant_and_day(tenant, kind):
    answer = ApiClient(UserFactory(tenant=tenant)).get(URL, {"format": kind})

    assert content(answer)
    name = f"students_{tenant.slug}_2026-06-04.{kind.lower()}"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Cache-Control"] == "no-store"


def test_file_without_a_match_has_its_header_only(api, two_students):
    assert csv_rows(api, search="nobody") == [HEADER]
    assert xlsx_rows(api, search="nobody") == [HEADER]


# Signs, what looks like them, and what nobody sees before them: blanks, marks, a real apostrophe.
FORMULAS = [
    *("=", "+", "-", "@", "\t", "\r", "\n"),
    *("＝", "﹦", "＋", "﹢", "−", "－", "﹣", "＠", "﹫", "⁼", "₊"),
    *("\u200b=", "\ufeff+", "\xad-", "\u200e@", "\u202e＝"),
    *("\u2066−", "\xa0=", "\u3000=", "\u2060 ="),
    *("'=", "''@", "' +", "\u200b'-"),
]


@pytest.mark.parametrize("first", FORMULAS)
def test_cell_is_never_a_formula(api, tenant, first):
    programme = ProgrammeFactory(tenant=tenant, name=f"{first}SUM(A1)")
    StudentFactory(tenant=tenant, first_name=f"{first}1+1", last_name="Bo", programmes=[programme])

    for rows in (csv_rows(api), xlsx_rows(api)):
        name, _, label, *_ = rows[1]
        # A spreadsheet's own reader takes a bare carriage return for a line feed.
        seen = first.replace("\r", "\n")
        assert name.replace("\r", "\n") == f"'{seen}1+1 Bo"
        assert label.replace("\r", "\n") == f"'{seen}SUM(A1)"


def is_taken(first: str) -> bool:
    """Return whether an import takes a name that begins so, just as it is."""
    try:
        return one_line(f"{first}Ada") == f"{first}Ada"
    except ValidationError:
        return False


def test_a_file_that_is_imported_as_it_came_changes_nothing(api, tenant):
    for number, first in enumerate(FORMULAS):
        if is_taken(first):
            programme = ProgrammeFactory(tenant=tenant, name=f"{first}{number}")
            name = f"{first}Ada {number}"
            StudentFactory(tenant=tenant, first_name=name, programmes=[programme])
    before = rosters.everything()

    plan = rosters.run(tenant, rosters.roster(content(api.get(URL))))

    assert (plan.errors, plan.is_empty) == ([], True)
    assert rosters.everything() == before


def test_address_of_a_student_is_never_a_formula(api, tenant):
    StudentFactory(tenant=tenant, email="=cmd@x.edu")

    assert csv_rows(api)[1][1] == "'=cmd@x.edu"
    assert xlsx_rows(api)[1][1] == "'=cmd@x.edu"


def test_characters_that_no_spreadsheet_holds_are_left_out(api, tenant):
    StudentFactory(tenant=tenant, first_name="A\x0bn\x1fn\ufffe", last_name="Line\nbreak")

    assert csv_rows(api)[1][0] == "Ann Line\nbreak"
    assert xlsx_rows(api)[1][0] == "Ann Line\nbreak"


@pytest.mark.parametrize(
    "query",
    [
        {},
        {"sort_by": "name", "sort_order": "asc"},
        {"sort_by": "programme"},
        {"sort_by": "status", "sort_order": "asc"},
        {"search": "obi 1"},
        {"programme": "MBA"},
        {"status": "INACTIVE"},
        {"start_date": "2026-04-02"},
        {"end_date": "2026-04-01"},
    ],
)
def test_file_has_the_rows_of_the_list_in_its_order(api, tenant, query):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")
    for number in range(12):
        made = StudentFactory(
            tenant=tenant,
            programmes=[mba] if number % 3 else [],
            status="ACTIVE" if number % 4 else "INACTIVE",
        )
        if number % 2:
            SessionFactory(user=made, start_time=datetime(2026, 4, number, tzinfo=UTC))
    StudentFactory(tenant=tenant, status="DELETED")
    StudentFactory()
    FacultyFactory(tenant=tenant)

    listed = api.get(LIST, query | {"limit": 100}).json()["data"]

    expected = [
        [
            row["student_name"],
            row["student_email"],
            row["programme_label"],
            row["status"],
            str(row["overall_case_studies"]),
            row["last_seen"] or "",
        ]
        for row in listed
    ]
    assert csv_rows(api, **query) == [HEADER, *expected]
    assert csv_rows(api, **query, skip="5", limit="nonsense") == [HEADER, *expected]
    assert [row[1] for row in xlsx_rows(api, **query)[1:]] == [row[1] for row in expected]


def test_file_of_more_rows_than_allowed_is_refused_before_its_first_byte(
    api, two_students, monkeypatch
):
    monkeypatch.setattr(exports, "MAX_ROWS", 1)

    for kind in ("csv", "xlsx"):
        answer = api.get(URL, {"format": kind})
        assert answer.status_code == 400
        assert answer.headers["Content-Type"] == "application/json"
        assert answer.json() == {
            "success": False,
            "error": "2 rows match, and an export has at most 1. Narrow the filters.",
            "code": "VALIDATION_ERROR",
            "details": {"limit": 1, "total": 2},
        }
    assert len(csv_rows(api, search="zoë")) == 2


def test_file_has_fifty_thousand_rows_at_most():
    assert exports.MAX_ROWS == 50_000


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"format": "pdf"}, "format"),
        ({"status": "gone"}, "status"),
        ({"sort_by": "age"}, "sort_by"),
        ({"start_date": "June"}, "start_date"),
    ],
)
def test_bad_parameter_is_named(api, query, field):
    answer = api.get(URL, query)

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]


def test_viewing_is_not_enough_for_exporting(tenant):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])

    answer = ApiClient(UserFactory(tenant=tenant, role=role)).get(URL)

    assert answer.status_code == 403
    assert answer.json()["error"] == "Permission denied: USER_MANAGEMENT.can_export required"


@pytest.mark.parametrize("students", [1, 3])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_file_takes_six_statements_however_many_rows_it_has(
    api, tenant, kind, students, django_assert_num_queries
):
    programme = ProgrammeFactory(tenant=tenant)
    StudentFactory.create_batch(students, tenant=tenant, programmes=[programme])

    # Authentication, the number of rows, a transaction for the event, the rows.
    with django_assert_num_queries(6):
        content(api.get(URL, {"format": kind}))
