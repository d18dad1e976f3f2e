"""The students panel of operators: the list, its file and one student (contract §8)."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal
from io import BytesIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from openpyxl import load_workbook

from accounts.models import LegacyRole, User
from config import exports
from config.admin.display import timestamp
from programmes.models import CaseStudy
from students.models import Student
from tenants.models import AuditEvent
from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.admin_pages import messages, rows, text, url

pytestmark = pytest.mark.django_db

LIST = "/v1/console/students"
EXPORT = "/v1/console/students/export"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def crowd(tenant) -> list[Student]:
    """A dozen students of two programmes or none, some inactive, some never seen; and others."""
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    mph = ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    CaseStudyFactory.create_batch(2, tenant=tenant, programmes=[mba])
    students = []
    for number in range(12):
        made = StudentFactory(
            tenant=tenant,
            first_name=f"Name{number * 7 % 12:02}",
            programmes=[[mba], [mph], [mba, mph], []][number % 4],
            status="INACTIVE" if number % 5 == 0 else "ACTIVE",
        )
        if number % 3:
            SessionFactory(user=made, start_time=datetime(2026, 4, number, 9, tzinfo=UTC))
        students.append(made)
    StudentFactory(tenant=tenant, first_name="Deleted", status="DELETED")
    StudentFactory(first_name="Foreign")
    FacultyFactory(tenant=tenant, first_name="Teacher")
    return students


def listed(answer) -> list[str]:
    """Return the e-mail addresses of a list, in its order."""
    return [next(word for word in line.split() if "@" in word) for line in rows(answer)]


# The list -------------------------------------------------------------------------------------


def test_list_shows_what_the_panel_shows(operator, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    mph = ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    CaseStudyFactory.create_batch(3, tenant=tenant, programmes=[mba, mph])
    seen = StudentFactory(
        tenant=tenant,
        first_name="Zoë",
        last_name="Bo",
        email="zoe@x.edu",
        programmes=[mph, mba],
        sis_id="07/1 a",
        cohort="2026",
    )
    SessionFactory(user=seen, start_time=datetime(2026, 6, 4, 9, 5, tzinfo=UTC), end_time=None)
    StudentFactory(
        tenant=tenant, first_name="Ann", last_name="Bo", email="ann@x.edu", status="INACTIVE"
    )

    answer = operator.get(url("student_changelist"))

    assert rows(answer) == [
        "Zoë Bo zoe@x.edu 07/1 a Business, Public Health 2026 3 Active 4 Jun 2026 09:05 UTC",
        "Ann Bo ann@x.edu – None – 0 Inactive Never",
    ]
    assert "2 students" in text(answer)


COLUMNS = {"name": 1, "programme": 3, "status": 6, "last_seen": 7}


def test_list_is_sorted_as_the_api_sorts(operator, api, crowd):
    for key, column in COLUMNS.items():
        for order, asked in (("asc", column), ("desc", -column)):
            query = {"sort_by": key, "sort_order": order, "limit": 100}
            expected = [row["student_email"] for row in api.get(LIST, query).json()["data"]]

            assert listed(operator.get(url("student_changelist", o=asked))) == expected
            assert len(expected) == len(crowd)


def test_list_is_narrowed_as_the_api_narrows(operator, api, crowd):
    for ours, apis in (
        ({}, {}),
        ({"q": "name0"}, {"search": "name0"}),
        ({"q": " NAME0 "}, {"search": "name0"}),
        ({"programme": "MBA"}, {"programme": "MBA"}),
        ({"programme": "NOPE"}, {"programme": "NOPE"}),
        ({"status": "inactive"}, {"status": "inactive"}),
        ({"last_seen_at__gte": "2026-04-05"}, {"start_date": "2026-04-05"}),
        ({"last_seen_at__lte": "2026-04-05"}, {"end_date": "2026-04-05"}),
        (
            {"last_seen_at__gte": "2026-04-02", "last_seen_at__lte": "2026-04-08", "o": "1"},
            {"start_date": "2026-04-02", "end_date": "2026-04-08", "sort_by": "name"},
        ),
        (
            {"q": "name", "programme": "MPH", "status": "active", "o": "-7"},
            {"search": "name", "programme": "MPH", "status": "active"},
        ),
    ):
        order = {"sort_order": "asc"} if apis.get("sort_by") else {}
        expected = api.get(LIST, apis | order | {"limit": 100}).json()

        answer = operator.get(url("student_changelist", **ours))

        assert listed(answer) == [row["student_email"] for row in expected["data"]]
        shown = expected["total"]
        assert (f"{shown} student" if shown else "Nothing matches") in text(answer)


def test_list_offers_the_tenants_programmes_by_code(operator, crowd):
    ProgrammeFactory(code="FOREIGN")

    page = text(operator.get(url("student_changelist")))

    assert "All MBA · Business MPH · Public Health" in page
    assert "FOREIGN" not in page


def test_list_says_what_is_wrong_with_a_filter_and_shows_nobody(operator, tenant):
    SessionFactory(user=StudentFactory(tenant=tenant))
    for query, told in (
        ({"last_seen_at__gte": "June"}, "Give a date or a date and time in ISO 8601."),
        (
            {"last_seen_at__gte": "2026-05-01", "last_seen_at__lte": "2026-04-01"},
            "The start lies after the end.",
        ),
        ({"status": "gone"}, "Give one of: active, inactive."),
    ):
        answer = operator.get(url("student_changelist", **query))

        assert messages(answer) == [told]
        assert rows(answer) == []


def test_list_goes_on_over_pages(operator, tenant):
    StudentFactory.create_batch(51, tenant=tenant)

    first, second = (operator.get(url("student_changelist", o=1, p=page)) for page in (1, 2))

    assert (len(listed(first)), len(listed(second))) == (50, 1)
    assert not set(listed(first)) & set(listed(second))
    assert "51 students" in text(first)
    beyond = operator.get(url("student_changelist", p=3), follow=True)
    assert len(listed(beyond)) == 50


def test_list_without_students_says_what_to_do(operator):
    page = text(operator.get(url("student_changelist")))

    assert "No students yet" in page
    assert "Import a roster: it says who your students are." in page


def test_list_is_of_the_tenant_that_a_super_admin_works_in(tenant):
    other = TenantFactory()
    StudentFactory(tenant=tenant, email="own@x.edu")
    StudentFactory(tenant=other, email="other@x.edu")
    client = OperatorClient(SuperAdminFactory(tenant=tenant))
    client.work_in(other)

    assert listed(client.get(url("student_changelist"))) == ["other@x.edu"]


@pytest.mark.parametrize("query", [{}, {"q": "obi", "programme": "MBA"}])
def test_list_costs_as_many_queries_for_three_as_for_one(operator, tenant, query):
    mba = ProgrammeFactory(tenant=tenant, code="MBA")

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert rows(operator.get(url("student_changelist", **query)))
        return len(asked)

    StudentFactory(tenant=tenant, programmes=[mba])
    of_one = cost()
    StudentFactory.create_batch(2, tenant=tenant, programmes=[mba])

    # Session, operator, number of students, their lines, and what to filter by: programmes,
    # cohorts, case studies.
    assert cost() == of_one == 7


# The file -------------------------------------------------------------------------------------


def export_link(answer, kind: str) -> str | None:
    return next(
        (
            part.split('"')[0].replace("&amp;", "&")
            for part in answer.content.decode().split('href="')
            if part.startswith(url("student_export")) and f"format={kind}" in part.split('"')[0]
        ),
        None,
    )


def sheet(answer) -> list[list]:
    book = load_workbook(BytesIO(b"".join(answer.streaming_content)))
    return [[cell.value for cell in row] for row in book.active.iter_rows()]


def test_file_is_the_apis(tenant, crowd):
    admin = UserFactory(tenant=tenant)
    operator, api = OperatorClient(admin), ApiClient(admin)
    for ours, apis in (
        ({}, {}),
        ({"o": "-1"}, {"sort_by": "name", "sort_order": "desc"}),
        (
            {"q": "name", "programme": "MBA", "status": "active", "o": "3"},
            {
                "search": "name",
                "programme": "MBA",
                "status": "active",
                "sort_by": "programme",
                "sort_order": "asc",
            },
        ),
        (
            {"last_seen_at__gte": "2026-04-02", "last_seen_at__lte": "2026-04-08"},
            {"start_date": "2026-04-02", "end_date": "2026-04-08"},
        ),
    ):
        page = operator.get(url("student_changelist", **ours))
        mine, theirs = (
            operator.get(export_link(page, "csv")),
            api.get(EXPORT, apis | {"format": "csv"}),
        )
        assert b"".join(mine.streaming_content) == b"".join(theirs.streaming_content)
        assert mine["Content-Type"] == theirs["Content-Type"]
        assert mine["Content-Disposition"] == theirs["Content-Disposition"]

        # A workbook tells in itself when it was written.
        mine, theirs = (
            operator.get(export_link(page, "xlsx")),
            api.get(EXPORT, apis | {"format": "xlsx"}),
        )
        assert sheet(mine) == sheet(theirs)
        assert mine["Content-Disposition"] == theirs["Content-Disposition"]


def test_file_of_too_many_rows_leads_back_to_the_list_with_the_reason(operator, crowd, monkeypatch):
    monkeypatch.setattr(exports, "MAX_ROWS", 1)

    answer = operator.get(url("student_export", programme="MBA", format="xlsx"), follow=True)

    assert answer.redirect_chain == [(url("student_changelist", programme="MBA"), 302)]
    assert messages(answer) == [
        "6 rows match, and an export has at most 1. Narrow the filters.",
    ]


def test_file_is_offered_to_those_alone_who_may_export(tenant, crowd):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    operator = OperatorClient(UserFactory(tenant=tenant, role=role))

    answer = operator.get(url("student_changelist"))

    assert export_link(answer, "csv") is None
    assert 'name="action"' not in answer.content.decode()
    assert operator.get(url("student_export")).status_code == 403


# One student ----------------------------------------------------------------------------------


@pytest.fixture
def student(tenant) -> Student:
    """Two case studies attempted, one of them twice; a third one is assigned."""
    mba = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    tried = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy", programmes=[mba])
    CaseStudyFactory(tenant=tenant, title="Never tried", programmes=[mba])
    student = StudentFactory(
        tenant=tenant, first_name="Zoë", last_name="Bo", email="zoe@x.edu", programmes=[mba]
    )
    for day, score in ((1, "61.0"), (2, "75.0")):
        session = SessionFactory(
            user=student,
            case_study=tried,
            start_time=datetime(2026, 4, day, 9, tzinfo=UTC),
            transcript_status="available",
        )
        GradeFactory(session=session, final_score=Decimal(score))
    SessionFactory(
        user=student,
        case_study=CaseStudyFactory(tenant=tenant, title="Open case", is_active=False),
        start_time=datetime(2026, 4, 3, 9, tzinfo=UTC),
        elapsed_active_time=30,
        transcript_status="missing",
    )
    return student


def test_page_shows_profile_and_a_card_per_attempted_case_study(operator, student):
    page = text(operator.get(url("student_change", student.pk)))

    assert "Zoë Bo Active E-mail zoe@x.edu Student number" in page
    assert "Student number None Cohort None Programmes Business (MBA)" in page
    assert "Case studies assigned 2 Case studies attempted 2 Attempts used 2 Sessions 3" in page
    assert "Last seen 3 Apr 2026, 09:09 UTC" in page
    newest, older = page.index("Open case (inactive)"), page.index("Fuel Subsidy Business")
    assert newest < older
    assert (
        "Best score 75.0 Used 2 of 3 Remaining 1 Base 3 Granted 0 Revoked 0 "
        "Attempts at Fuel Subsidy Attempt Started Ended Session Score Transcript Grading "
        "Attempt 2 2 Apr 2026, 09:00 UTC 2 Apr 2026, 09:09 UTC Ended 75.0 Final score "
        "Available Read transcript of Attempt 2 Complete Report on Attempt 2 "
        "Attempt 1 1 Apr 2026, 09:00 UTC 1 Apr 2026, 09:09 UTC Ended 61.0 "
        "Available Read transcript of Attempt 1 Complete Report on Attempt 1"
    ) in page
    assert "Ended not counted: under a minute – Missing Pending" in page[newest:older]


def test_page_shows_what_waits_for_the_student_and_what_expires_when(tenant, admin, student):
    """Case studies that nobody assigned wait, too, once attempts at them were granted."""
    open_to_all = CaseStudyFactory(tenant=tenant, title="Open to all")
    CaseStudyFactory(
        tenant=tenant, title="Not assigned", programmes=[ProgrammeFactory(tenant=tenant)]
    )
    mba = student.programmes.get()
    CaseStudyFactory(tenant=tenant, title="Switched off", programmes=[mba], is_active=False)
    tried = CaseStudy.objects.get(title="Fuel Subsidy")
    soon, later = (timezone.now() + timedelta(days=days) for days in (10, 20))
    about = {"user": student, "case_study": open_to_all}
    grant = AttemptTransactionFactory(**about, amount=3, expires_at=soon)
    AttemptTransactionFactory(**about, type="revoke", amount=1, grant=grant)
    used_up = AttemptTransactionFactory(**about, amount=1, expires_at=later)
    AttemptTransactionFactory(**about, type="revoke", amount=1, grant=used_up)
    AttemptTransactionFactory(**about, amount=1)
    AttemptTransactionFactory(user=student, case_study=tried, expires_at=later)
    AttemptTransactionFactory(user=student, case_study=tried, expires_at=timezone.now())

    page = text(OperatorClient(admin).get(url("student_change", student.pk)))

    attempted, waiting = page.split("Not attempted yet")
    assert f"1 granted attempt expires on {timestamp(later)}" in attempted
    assert waiting.index("Never tried") < waiting.index("Open to all")
    assert f"Open to all 2 granted attempts expire on {timestamp(soon)} 6 of 6 remaining" in waiting
    assert "Never tried Business 3 of 3 remaining Grant" in waiting
    assert "Not assigned" not in page
    assert "Switched off" not in page


def test_page_shows_that_a_student_is_never_blocked_and_their_id_to_copy(operator, student):
    Student.objects.filter(pk=student.pk).update(unlimited_sessions=True)

    answer = operator.get(url("student_change", student.pk))

    assert "Zoë Bo Active Unlimited sessions" in text(answer)
    assert f'data-copy value="{student.pk}"' in answer.content.decode()


def test_page_keeps_the_expiry_of_grants_from_who_may_not_see_transactions(tenant, student):
    AttemptTransactionFactory(
        user=student,
        case_study=CaseStudy.objects.get(title="Fuel Subsidy"),
        expires_at=timezone.now() + timedelta(days=1),
    )
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    reader = OperatorClient(UserFactory(tenant=tenant, role=role))

    page = text(reader.get(url("student_change", student.pk)))

    assert "Granted 1" in page
    assert "expires on" not in page


def test_page_offers_what_its_reader_may_do(tenant, student):
    role = RoleFactory(tenant=tenant, permissions=["USER_MANAGEMENT.can_view"])
    reader = OperatorClient(UserFactory(tenant=tenant, role=role))
    faculty = OperatorClient(FacultyFactory(tenant=tenant))

    for client, offered in (
        (reader, set()),
        (faculty, {"student_grant", "session_transcript", "session_grade"}),
        (OperatorClient(UserFactory(tenant=tenant)), PLACES),
    ):
        html = client.get(url("student_change", student.pk)).content.decode()
        assert {place for place in PLACES if PLACE_IN_LINKS[place] in html} == offered


PLACE_IN_LINKS = {
    "student_grant": "/grant/?case_study=",
    "student_revoke": "/revoke/?case_study=",
    "session_transcript": "/transcript/",
    "session_grade": "/grade/",
    "student_edit": "/edit/",
    "student_deactivate": "/deactivate/",
}
PLACES = set(PLACE_IN_LINKS)


def test_page_takes_no_form(operator, student):
    assert operator.post(url("student_change", student.pk)).status_code == 405


@pytest.mark.parametrize("gone", [{"status": "DELETED"}, {"role": LegacyRole.FACULTY}])
def test_page_of_somebody_who_is_no_student_does_not_exist(operator, tenant, gone):
    if "role" in gone:
        somebody = FacultyFactory(tenant=tenant)
    else:
        somebody = StudentFactory(tenant=tenant, **gone)

    assert operator.get(url("student_change", somebody.pk)).status_code == 404


def test_page_costs_as_many_queries_for_three_cards_as_for_one(operator, tenant):
    student = StudentFactory(tenant=tenant)

    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            text(operator.get(url("student_change", student.pk)))
        return len(asked)

    SessionFactory(user=student)
    of_one = cost()
    for _ in range(2):
        GradeFactory(session=SessionFactory(user=student))

    # Session, operator, twice the student's row, the line in the list, sessions, case studies,
    # those that were not attempted, grants that expire.
    assert cost() == of_one == 9


def test_deactivating_asks_first_and_activating_undoes_it(operator, tenant, student):
    asked = operator.get(url("student_deactivate", student.pk))
    assert "Deactivate Zoë Bo <zoe@x.edu>? Signing in ends at once" in text(asked)
    assert Student.objects.get(pk=student.pk).status == "ACTIVE"

    done = operator.post(url("student_deactivate", student.pk), follow=True)
    assert messages(done) == ["Zoë Bo is inactive."]
    assert Student.objects.get(pk=student.pk).status == "INACTIVE"
    assert operator.get(url("student_deactivate", student.pk)).status_code == 404

    operator.post(url("student_activate", student.pk))
    assert Student.objects.get(pk=student.pk).status == "ACTIVE"
    events = AuditEvent.objects.for_tenant(tenant).order_by("event_time")
    assert [event.event_type for event in events] == ["user.deactivated", "user.activated"]


DETAILS = {
    "first_name": "Zoë",
    "middle_name": "",
    "last_name": "Bo",
    "title": "",
    "department": "",
    "programme_codes": ["MBA"],
}


def test_details_are_changed_and_only_what_was_changed_is_recorded(operator, tenant, student):
    ProgrammeFactory(tenant=tenant, code="MPH", name="Public Health")
    page = operator.get(url("student_edit", student.pk))
    assert 'value="Zoë"' in page.content.decode()

    changed = DETAILS | {
        "last_name": "Bond",
        "unlimited_sessions": "on",
        "programme_codes": ["MBA", "MPH"],
    }
    done = operator.post(url("student_edit", student.pk), changed, follow=True)

    assert messages(done) == ["The details are saved."]
    user = User.objects.get(pk=student.pk)
    assert (user.last_name, user.unlimited_sessions, user.title) == ("Bond", True, None)
    event = AuditEvent.objects.for_tenant(tenant).get()
    assert event.event_type == "user.updated"
    assert event.metadata["changes"] == {
        "last_name": {"before": "Bo", "after": "Bond"},
        "unlimited_sessions": {"before": False, "after": True},
        "programme_codes": {"before": ["MBA"], "after": ["MBA", "MPH"]},
    }


def test_details_that_stay_as_they_are_leave_no_trace(operator, tenant, student):
    operator.post(url("student_edit", student.pk), DETAILS)

    assert not AuditEvent.objects.for_tenant(tenant).exists()


def test_details_without_a_name_or_with_another_tenants_programme_are_refused(operator, student):
    ProgrammeFactory(code="FOREIGN")

    answer = operator.post(
        url("student_edit", student.pk),
        DETAILS | {"first_name": "", "programme_codes": ["FOREIGN"]},
    )

    page = text(answer)
    assert "This field is required." in page
    assert "FOREIGN is not one of the available choices." in page
    assert User.objects.get(pk=student.pk).first_name == "Zoë"


def test_history_tells_what_was_changed(operator, student):
    operator.post(url("student_deactivate", student.pk))

    page = text(operator.get(url("student_history", student.pk)))

    assert "deactivated Zoë Bo" in page
