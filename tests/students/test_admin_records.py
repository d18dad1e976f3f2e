"""Sessions, ledger and bulk jobs in the admin: to be read (§9, §10, §12)."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from benchmarks import crowd
from config.admin import pagination
from students.queries import found
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.factories import (
    START,
    AttemptTransactionFactory,
    BulkJobFactory,
    CaseStudyFactory,
    GradeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.plans import analyse
from tests.students.admin_pages import messages, rows, text, url

pytestmark = pytest.mark.django_db

SESSIONS, LEDGER, JOBS = "session_changelist", "attempttransaction_changelist", "bulkjob_changelist"


@pytest.fixture
def operator(admin) -> OperatorClient:
    return OperatorClient(admin)


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant, first_name="Zoë", last_name="Bo", email="zoe@x.edu")


@pytest.fixture
def session(student):
    case_study = CaseStudyFactory(tenant=student.tenant, title="Fuel Subsidy")
    return SessionFactory(user=student, case_study=case_study, transcript_status="available")


# Sessions -------------------------------------------------------------------------------------


def test_sessions_are_listed_newest_first(operator, student, session):
    GradeFactory(session=session, final_score=Decimal("75.0"))
    SessionFactory(
        user=student,
        case_study=session.case_study,
        start_time=START + timedelta(days=1),
        status="active",
        elapsed_active_time=65.9,
    )
    SessionFactory(user=student, start_time=None, status="pending")
    SessionFactory(user=StudentFactory(tenant=student.tenant, status="DELETED"))

    assert rows(operator.get(url(SESSIONS))) == [
        "Zoë Bo zoe@x.edu Fuel Subsidy 2 Apr 2026 14:30 UTC 1:05 min Active Processing Pending –",
        "Zoë Bo zoe@x.edu Fuel Subsidy 1 Apr 2026 14:30 UTC 9:00 min Ended Available Complete 75.0",
    ]


def test_sessions_are_narrowed(operator, tenant, student, session):
    GradeFactory(session=session)
    later = SessionFactory(
        user=StudentFactory(tenant=tenant, first_name="Cy", email="cy@x.edu"),
        start_time=datetime(2026, 5, 2, 23, 59, tzinfo=UTC),
        status="active",
    )
    fuel = session.case_study_id
    for query, expected in (
        ({"status__exact": "active"}, [later]),
        ({"grading_status__exact": "complete"}, [session]),
        ({"case_study__id__exact": fuel}, [session]),
        ({"case_study__id__exact": fuel, "grading_status__exact": "pending"}, []),
        ({"start_time__gte": "2026-04-02"}, [later]),
        ({"start_time__gte": "2026-05-02", "start_time__lte": "2026-05-02"}, [later]),
        ({"start_time__lte": "2026-05-01"}, [session]),
        ({"user": student.pk}, [session]),
        ({"user": StudentFactory().pk}, []),
        ({"q": "zoë"}, [session]),
        ({"q": "CY@X"}, [later]),
        ({"q": "nobody"}, []),
    ):
        page = operator.get(url(SESSIONS, **query)).text
        for one in (session, later):
            assert (url("session_change", one.pk) in page) == (one in expected), query


def test_search_that_finds_too_many_says_so(operator, tenant, session, monkeypatch):
    monkeypatch.setattr(found, "MOST_FOUND", 1)
    StudentFactory(tenant=tenant, first_name="Zoëlle")

    answer = operator.get(url(SESSIONS, q="zo"))

    assert messages(answer) == [
        "2 students match. Name one more exactly: at most 1 can be looked up here.",
    ]
    assert rows(answer) == []


def test_a_date_that_is_none_is_said_to_be_none(operator, session):
    answer = operator.get(url(SESSIONS, start_time__gte="June"))

    assert messages(answer) == ["“June” is not a date."]
    assert rows(answer) == []


def test_a_list_counts_no_further_than_anybody_turns_pages(operator, student, monkeypatch):
    monkeypatch.setattr(pagination, "COUNTED", 2)
    monkeypatch.setattr(pagination.CappedPaginator, "most", 2)
    SessionFactory.create_batch(4, user=student)

    page = text(operator.get(url(SESSIONS)))

    assert "More than 2 sessions: search or filter to see the others" in page


def test_session_is_shown_with_its_place_among_the_attempts(operator, student, session):
    GradeFactory(session=session, final_score=Decimal("75.0"))

    page = text(operator.get(url("session_change", session.pk)))

    assert (
        "Attempt 1 at “Fuel Subsidy” Student Zoë Bo zoe@x.edu Session Ended"
        " Started 1 Apr 2026, 14:30 UTC Ended 1 Apr 2026, 14:39 UTC"
        " Live conversation 540 seconds Transcript Available Grading Complete"
        " Score 75.0 Final score"
    ) in page


def test_sessions_of_nobody_and_unbegun_ones_do_not_exist(operator, tenant, student):
    deleted = SessionFactory(user=StudentFactory(tenant=tenant, status="DELETED"))
    unbegun = SessionFactory(user=student, start_time=None, status="pending")

    for session in (deleted, unbegun):
        for page in ("session_change", "session_transcript", "session_grade"):
            assert operator.get(url(page, session.pk)).status_code == 404


def test_transcript_is_read_and_the_reading_recorded(operator, admin, session):
    TranscriptFactory(
        session=session,
        messages=[
            {"role": "agent", "content": "Good morning <b>", "timestamp": "2026-04-01T14:30:05Z"},
            {"role": "student", "content": "Hello.", "timestamp": None},
        ],
    )

    answer = operator.get(url("session_transcript", session.pk))

    assert "Agent · 14:30:05 UTC Good morning <b> Zoë Bo Hello." in text(answer)
    assert "Good morning &lt;b&gt;" in answer.text
    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_id) == ("transcript.read", session.pk)
    assert event.actor_user_id == admin.pk
    assert f"{admin.display_name} read a transcript" in text(
        operator.get(url("session_history", session.pk))
    )


def test_transcript_that_nobody_may_rely_on_is_not_shown(operator, session):
    TranscriptFactory(session=session, messages=[{"role": "agent", "content": "Half"}])
    type(session).objects.filter(pk=session.pk).update(transcript_status="failed")

    page = text(operator.get(url("session_transcript", session.pk)))

    assert "Failed There is nothing to read." in page
    assert "Half" not in page


def test_grade_report_is_shown_once_grading_is_complete(operator, session):
    assert "Pending There is no grade yet." in text(operator.get(url("session_grade", session.pk)))

    GradeFactory(
        session=session,
        final_score=Decimal("82.5"),
        overall_summary="Clear reasoning.",
        criteria=[{"name": "Thinking", "weight": 40, "score": 85.0, "feedback": "Good"}],
    )

    page = text(operator.get(url("session_grade", session.pk)))
    assert "Score 82.5 Graded" in page
    assert "Clear reasoning. Criterion Weight Score Feedback Thinking 40 85.0 Good" in page


def test_students_are_linked_for_those_who_may_see_them(tenant, session):
    role = RoleFactory(tenant=tenant, permissions=["STUDENT_PERFORMANCE.can_view"])
    reader = OperatorClient(UserFactory(tenant=tenant, role=role))

    page = reader.get(url("session_change", session.pk)).text

    assert "Zoë Bo" in page
    assert url("student_change", session.user_id) not in page


# Ledger ---------------------------------------------------------------------------------------


@pytest.fixture
def ledger(student):
    fuel = CaseStudyFactory(tenant=student.tenant, title="Fuel Subsidy")
    now = timezone.now()

    def line(days: int, **values):
        created = datetime(2026, 4, days, 9, tzinfo=UTC)
        return AttemptTransactionFactory(
            user=student, **({"case_study": fuel, "created_at": created} | values)
        )

    lapsed = line(1, expires_at=datetime(2026, 4, 30, 23, 59, 59, tzinfo=UTC), actor_name="Ada Obi")
    return {
        "lapsed": lapsed,
        "lapsing": line(2, expires_at=now + timedelta(days=9)),
        "unlimited": line(3, case_study=CaseStudyFactory(tenant=student.tenant, title="Other")),
        "revoke": line(4, type="revoke", amount=2, reason="Too many"),
        "expiry": line(5, type="expiry", reason="", grant=lapsed),
    }


def test_ledger_is_listed_newest_first(operator, ledger):
    shown = rows(operator.get(url(LEDGER)))

    assert shown[0] == (
        "Zoë Bo zoe@x.edu Fuel Subsidy Expiry 1 5 Apr 2026 09:00 UTC – The system -"
    )
    assert shown[1].startswith("Zoë Bo zoe@x.edu Fuel Subsidy Revoke 2 4 Apr 2026")
    assert shown[4] == (
        "Zoë Bo zoe@x.edu Fuel Subsidy Grant 1 1 Apr 2026 09:00 UTC"
        " 30 Apr 2026 23:59 UTC Ada Obi Audio dropped"
    )
    assert len(shown) == 5


def test_ledger_is_narrowed(operator, tenant, student, ledger):
    other = AttemptTransactionFactory(
        user=StudentFactory(tenant=tenant, first_name="Cy", email="cy@x.edu"), type="revoke"
    )
    lines = ledger | {"other": other}
    fuel = ledger["revoke"].case_study_id
    for query, expected in (
        ({"type__exact": "expiry"}, {"expiry"}),
        ({"grants": "expired"}, {"lapsed"}),
        ({"grants": "expiring"}, {"lapsing"}),
        ({"grants": "lasting"}, {"unlimited"}),
        ({"case_study__id__exact": fuel}, {"lapsed", "lapsing", "revoke", "expiry"}),
        ({"user": other.user_id}, {"other"}),
        ({"q": "cy@x.edu"}, {"other"}),
        ({"created_at__gte": "2026-04-04", "created_at__lte": "2026-04-04"}, {"revoke"}),
    ):
        page = operator.get(url(LEDGER, **query)).text
        shown = {name for name, line in lines.items() if line_url(line) in page}
        assert shown == expected, query


def line_url(line) -> str:
    return url("attempttransaction_change", line.pk)


def test_ledger_of_a_student_names_them_where_it_is_narrowed(operator, student, ledger):
    assert "By student All Zoë Bo" in text(operator.get(url(LEDGER, user=student.pk)))
    foreign = StudentFactory(first_name="Foreign")
    assert "Foreign" not in operator.get(url(LEDGER, user=foreign.pk)).text


def test_ledger_line_is_shown_and_stays(operator, ledger):
    expiry = ledger["expiry"]

    answer = operator.get(line_url(expiry))

    assert "Case study Fuel Subsidy Type Expiry Attempts 1" in text(answer)
    assert line_url(ledger["lapsed"]) in answer.text
    assert "Expired 30 Apr 2026, end of day in UTC" in text(
        operator.get(line_url(ledger["lapsed"]))
    )
    assert operator.post(line_url(expiry)).status_code == 405


# Bulk jobs ------------------------------------------------------------------------------------


def test_jobs_are_listed_and_shown_with_what_became_of_each_student(operator, tenant, student):
    fuel = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")
    foreign = StudentFactory(email="foreign@x.edu")
    results = [
        {"user_id": student.pk, "success": True, "error": None},
        {"user_id": foreign.pk, "success": False, "error": "There is no such student"},
    ]
    job = BulkJobFactory(
        tenant=tenant,
        case_study=fuel,
        created_at=START,
        results=results,
        total_rows=2,
        succeeded_rows=1,
        failed_rows=1,
    )

    [line] = rows(operator.get(url(JOBS)))
    assert line.startswith("Grant Done Fuel Subsidy 1 1, 1 left out")
    page = operator.get(url("bulkjob_change", job.pk))
    assert (
        "Done for 1 of 2 students; 1 left out. Outcome Student Left out There is no such student"
        " Nobody of this university Done Zoë Bo zoe@x.edu"
    ) in text(page)
    assert "foreign@x.edu" not in page.text


# Cost -----------------------------------------------------------------------------------------

MAKE = {
    SESSIONS: lambda tenant: GradeFactory(session__user__tenant=tenant),
    LEDGER: lambda tenant: AttemptTransactionFactory(user__tenant=tenant),
    JOBS: lambda tenant: BulkJobFactory(tenant=tenant),
}


@pytest.mark.parametrize("page", MAKE)
def test_list_costs_as_many_queries_for_three_as_for_one(operator, tenant, page):
    def cost() -> int:
        with CaptureQueriesContext(connection) as asked:
            assert rows(operator.get(url(page)))
        return len(asked)

    MAKE[page](tenant)
    of_one = cost()
    for _ in range(2):
        MAKE[page](tenant)

    # Session, operator, case studies to filter by, number of rows, rows.
    assert cost() == of_one == 5


# Beside what `crowd` writes: some pages of what is narrowed to, and a ledger of that length.
MANY = """
SET LOCAL session_replication_role = replica;
UPDATE students_session SET status = 'active', end_time = NULL WHERE id LIKE '%%0';
UPDATE students_session SET grading_status = 'failed' WHERE id LIKE '%%1';
UPDATE students_session SET case_study_id = %s WHERE id LIKE '%%2';
INSERT INTO students_attempttransaction
    (id, tenant_id, user_id, case_study_id, created_at, type, amount, reason)
SELECT '70000008' || right(id, 16), tenant_id, user_id, case_study_id, start_time,
    CASE WHEN id LIKE '%%3' THEN 'revoke' ELSE 'grant' END, 1, 'Outage'
FROM students_session;
SET LOCAL session_replication_role = origin
"""


@pytest.mark.drill
def test_lists_are_read_in_order_from_an_index():
    often = crowd.case_study_id(7)
    filled_with_a_crowd(2_000)
    with connection.cursor() as cursor:
        cursor.execute(MANY, [often])
    analyse("students_session", "students_attempttransaction")
    operator = OperatorClient(User.objects.get(email=crowd.ADMIN_EMAIL))
    for page, query, index in (
        (SESSIONS, {}, "sessions_newest"),
        (SESSIONS, {"start_time__gte": "2026-03-01"}, "sessions_newest"),
        (SESSIONS, {"case_study__id__exact": often}, "case_study_sessions_newest"),
        (SESSIONS, {"status__exact": "active"}, "open_sessions_newest"),
        (SESSIONS, {"grading_status__exact": "failed"}, "ungraded_sessions_newest"),
        (LEDGER, {}, "ledger_newest"),
        (LEDGER, {"type__exact": "revoke"}, "ledger_newest_of_type"),
    ):
        with CaptureQueriesContext(connection) as asked:
            operator.get(url(page, **query))
        [statement] = [
            one["sql"]
            for one in asked
            if one["sql"].startswith('SELECT "students_') and "DESC" in one["sql"]
        ]
        with connection.cursor() as cursor:
            plan = "\n".join(row[0] for row in cursor.execute(f"EXPLAIN {statement}"))

        assert f"using {index} on" in plan, plan
        assert "Sort" not in plan, plan
