"""GET /v1/console/student-performance/attempts: the sessions of all students (contract §10)."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from benchmarks import crowd
from students.queries import found
from tests.clients import ApiClient
from tests.crowds import filled_with_a_crowd
from tests.factories import (
    START,
    CaseStudyFactory,
    GradeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
    made_staff,
)
from tests.plans import analyse
from tests.students.test_admin_records import MANY

pytestmark = pytest.mark.django_db

URL = "/v1/console/student-performance/attempts"
NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def sessions(tenant, zoe, fuel):
    """Sessions in each state, a day after another; the last one is another student's."""

    def session(days: int, **values):
        begun = {"user": zoe, "case_study": fuel, "start_time": START + timedelta(days=days)}
        return SessionFactory(**{"transcript_status": "available"} | begun | values)

    graded = session(0)
    GradeFactory(session=graded, final_score=Decimal("75.0"))
    graded.refresh_from_db()
    return {
        "graded": graded,
        "failed": session(1, grading_status="failed"),
        "unread": session(2, transcript_status="missing"),
        "stuck": session(3, status="active", end_time=None, transcript_status="processing"),
        "other": session(
            4,
            user=StudentFactory(tenant=tenant, first_name="Cy", email="cy@x.edu"),
            case_study=CaseStudyFactory(tenant=tenant, title="Other"),
        ),
    }


def asked(api, **query: str) -> dict:
    with time_machine.travel(NOW, tick=False):
        answer = api.get(URL, query)
    assert answer.status_code == 200, answer.json()
    return answer.json()


@pytest.fixture
def api(admin):
    with time_machine.travel(NOW, tick=False):
        return ApiClient(admin)


def test_row_is_the_documented_one(api, zoe, fuel, sessions):
    [row] = asked(api, grading_status="complete")["data"]

    assert row == {
        "session_id": sessions["graded"].pk,
        "user_id": zoe.pk,
        "student_name": "Zoë Bo",
        "student_email": "zoe@x.edu",
        "case_study_id": fuel.pk,
        "case_study_title": "Fuel Subsidy",
        "status": "ended",
        "counted_as_attempt": True,
        "duration_seconds": 540,
        "started_at": "2026-04-01T14:30:00Z",
        "ended_at": "2026-04-01T14:39:00Z",
        "score": 75.0,
        "transcript_status": "available",
        "grading_status": "complete",
    }


def test_all_are_listed_newest_first_and_in_pages(api, sessions):
    newest = [session.pk for session in reversed(sessions.values())]

    whole = asked(api)
    part = asked(api, skip="1", limit="2")
    oldest = asked(api, sort_by="started_at", sort_order="asc")

    assert [row["session_id"] for row in whole["data"]] == newest
    assert (whole["total"], whole["page_size"]) == (5, 50)
    assert [row["session_id"] for row in part["data"]] == newest[1:3]
    assert part["total"] == 5
    assert [row["session_id"] for row in oldest["data"]] == newest[::-1]


def test_who_is_no_student_and_what_has_not_begun_is_left_out_and_not_counted(
    api, tenant, zoe, sessions
):
    SessionFactory(user=zoe, start_time=None, status="pending")
    SessionFactory(user=StudentFactory(tenant=tenant, status="DELETED"))
    SessionFactory(user=made_staff(StudentFactory(tenant=tenant)))
    SessionFactory(user=StudentFactory())

    body = asked(api)

    assert {row["session_id"] for row in body["data"]} == {one.pk for one in sessions.values()}
    assert body["total"] == 5


def test_sessions_are_narrowed(api, zoe, fuel, sessions):
    of_zoe = sessions.keys() - {"other"}
    for query, expected in (
        ({"status": "ACTIVE"}, {"stuck"}),
        ({"grading_status": "failed"}, {"failed"}),
        ({"attention": "grading_failed"}, {"failed"}),
        ({"attention": "no_transcript"}, {"unread"}),
        ({"attention": "stuck"}, {"stuck"}),
        ({"attention": "stuck", "status": "ended"}, set()),
        ({"case_study_id": fuel.pk}, of_zoe),
        ({"case_study_id": fuel.pk, "grading_status": "failed"}, {"failed"}),
        ({"user_id": zoe.pk}, of_zoe),
        ({"user_id": StudentFactory().pk}, set()),
        ({"search": "zoë"}, of_zoe),
        ({"search": "CY@X"}, {"other"}),
        ({"search": "nobody"}, set()),
        ({"start_date": "2026-04-02", "end_date": "2026-04-03"}, {"failed", "unread"}),
        ({"status": " ", "attention": ""}, sessions.keys()),
    ):
        body = asked(api, **query)
        ids = {row["session_id"] for row in body["data"]}
        assert ids == {sessions[name].pk for name in expected}, query
        assert body["total"] == len(expected), query


@pytest.mark.parametrize("reason", ["no_transcript", "grading_failed", "stuck"])
def test_attention_is_what_its_own_address_tells(api, sessions, reason):
    with time_machine.travel(NOW, tick=False):
        told = api.get("/v1/console/student-performance/attention", {"reason": reason}).json()

    assert told["total"] == 1
    assert asked(api, attention=reason)["data"] == told["data"]


@pytest.mark.parametrize(
    "query",
    [
        {"status": "open"},
        {"grading_status": "graded"},
        {"attention": "all"},
        {"case_study_id": "fuel"},
        {"start_date": "2026-05-01", "end_date": "2026-04-01"},
        {"sort_by": "score"},
        {"limit": "101"},
    ],
)
def test_a_bad_value_is_refused(admin, query):
    assert ApiClient(admin).get(URL, query).status_code == 422


def test_a_search_that_means_too_many_is_refused(admin, tenant, zoe, monkeypatch):
    monkeypatch.setattr(found, "MOST_FOUND", 1)
    StudentFactory(tenant=tenant, first_name="Zoëlle")

    answer = ApiClient(admin).get(URL, {"search": "zo"})

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        "2 students match. Name one more exactly: at most 1 can be looked up here.",
    )


def test_who_sees_attempts_alone_does_not_see_them(tenant):
    role = RoleFactory(tenant=tenant, permissions=["ATTEMPT_MANAGEMENT.can_view"])

    assert ApiClient(UserFactory(tenant=tenant, role=role)).get(URL).status_code == 403


def test_it_costs_as_many_queries_for_three_as_for_one(admin, tenant, django_assert_num_queries):
    api = ApiClient(admin)
    GradeFactory(session__user__tenant=tenant)
    # Who is asking, the sessions, their number, and those of people who are no students.
    with django_assert_num_queries(4):
        api.get(URL)
    GradeFactory.create_batch(2, session__user__tenant=tenant)
    with django_assert_num_queries(4):
        assert len(api.get(URL).json()["data"]) == 3


@pytest.mark.drill
def test_it_is_read_in_order_from_an_index():
    often = crowd.case_study_id(7)
    filled_with_a_crowd(2_000)
    with connection.cursor() as cursor:
        cursor.execute(MANY, [often])
    analyse("students_session")
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))
    for query, index in (
        ({}, "sessions_newest"),
        ({"sort_order": "asc"}, "sessions_newest"),
        ({"start_date": "2026-03-01"}, "sessions_newest"),
        ({"case_study_id": often}, "case_study_sessions_newest"),
        ({"status": "active"}, "open_sessions_newest"),
        ({"grading_status": "failed"}, "ungraded_sessions_newest"),
        ({"attention": "grading_failed"}, "ungraded_sessions_newest"),
    ):
        with CaptureQueriesContext(connection) as captured:
            assert api.get(URL, query).json()["data"]
        [statement] = [
            one["sql"]
            for one in captured
            if one["sql"].startswith('SELECT "students_') and "ORDER BY" in one["sql"]
        ]
        with connection.cursor() as cursor:
            plan = "\n".join(row[0] for row in cursor.execute(f"EXPLAIN {statement}"))

        assert f"using {index} on" in plan, plan
        assert "Sort" not in plan, plan
