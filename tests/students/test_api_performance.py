"""GET /v1/console/student-performance: results per student and case study (contract §10)."""

import csv
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
import time_machine

from config import exports
from students.models import CaseStudyProgress, Session
from tenants.models import AuditEvent
from tests.clients import ApiClient
from tests.factories import (
    START,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
    TranscriptFactory,
    UserFactory,
)
from tests.sheets import lines_of

pytestmark = pytest.mark.django_db

URL = "/v1/console/student-performance"


def graded(user, case_study, score="75.0", days=0.0, transcript="available", **values) -> Session:
    session = SessionFactory(
        user=user,
        case_study=case_study,
        start_time=START + timedelta(days=days),
        transcript_status=transcript,
        **values,
    )
    GradeFactory(session=session, final_score=score)
    return session


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant, title="Ethiopian Airlines Case Study")


@pytest.fixture
def jane(tenant):
    return StudentFactory(
        tenant=tenant, first_name="Jane", last_name="Smith", email="jane.smith@example.com"
    )


def test_row_is_the_documented_one(api, jane, case_study):
    graded(jane, case_study, "82.5", days=0)
    best = graded(jane, case_study, "82.5", days=1, transcript="partial")
    graded(jane, case_study, "60.0", days=2)
    # None of these enters.
    graded(jane, case_study, "99.0", days=3, elapsed_active_time=59, transcript="failed")
    SessionFactory(user=jane, case_study=case_study, start_time=START + timedelta(days=4))
    not_any_more = graded(jane, case_study, "98.0", days=5, transcript="failed")
    Session.objects.filter(pk=not_any_more.pk).update(grading_status="failed")

    answer = api.get(URL)

    assert answer.json() == {
        "success": True,
        "data": [
            {
                "user_id": jane.pk,
                "student_name": "Jane Smith",
                "student_email": "jane.smith@example.com",
                "case_study_id": case_study.pk,
                "case_study_title": "Ethiopian Airlines Case Study",
                "attempt_count": 3,
                "final_score": 82.5,
                "best_session_id": best.pk,
                "latest_attempt_at": "2026-04-03T14:30:00Z",
                "transcript_status": "partial",
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 50,
        "total_pages": 1,
        "message": None,
    }


@pytest.fixture
def three(tenant, case_study):
    """Ann 90 once, Béa 50 twice, Cid 90 once; and Ann 70 at another case study."""
    ann, bea, cid = (
        StudentFactory(tenant=tenant, first_name=name, last_name="Obi", email=f"{name}@x.edu")
        for name in ("Ann", "Béa", "Cid")
    )
    graded(ann, case_study, "90.0", days=2, transcript="failed")
    graded(bea, case_study, "50.0", days=0)
    graded(bea, case_study, "40.0", days=1, transcript="missing")
    graded(cid, case_study, "90.0", days=3)
    graded(ann, CaseStudyFactory(tenant=tenant, title="Brewery"), "70.0", days=-1)
    SessionFactory(user=StudentFactory(tenant=tenant))
    gone = StudentFactory(tenant=tenant)
    graded(gone, case_study)
    gone.status = "DELETED"
    gone.save()
    graded(FacultyFactory(tenant=tenant), case_study)
    stranger = StudentFactory()
    graded(stranger, CaseStudyFactory(tenant=stranger.tenant))


# Initials and scores tell the rows apart.
QUERIES = [
    ({}, ["C90", "A90", "B50", "A70"]),
    ({"sort_order": "asc"}, ["A70", "B50", "A90", "C90"]),
    ({"sort_by": "final_score", "sort_order": "asc"}, ["B50", "A70", "A90", "C90"]),
    ({"sort_by": "final_score"}, ["A90", "C90", "A70", "B50"]),
    ({"sort_by": "attempt_count"}, ["B50", "A90", "A70", "C90"]),
    ({"sort_by": "attempt_count", "sort_order": "asc"}, ["A90", "A70", "C90", "B50"]),
    ({"sort_by": "student_name", "sort_order": "asc"}, ["A90", "A70", "B50", "C90"]),
    ({"sort_by": "student_name"}, ["C90", "B50", "A90", "A70"]),
    ({"search": "béa"}, ["B50"]),
    ({"search": "x.edu"}, ["C90", "A90", "B50", "A70"]),
    ({"transcript_status": "FAILED"}, ["A90"]),
    ({"transcript_status": "available"}, ["C90", "A70"]),
    ({"transcript_status": "processing"}, []),
    ({"start_date": "2026-04-03"}, ["C90", "A90"]),
    ({"end_date": "2026-04-02"}, ["B50", "A70"]),
    ({"start_date": "2026-04-02T14:30:00Z", "end_date": "2026-04-02T14:30:00Z"}, ["B50"]),
    ({"start_date": "2026-03-31T14:30:00Z", "end_date": "2026-04-03T14:29:59Z"}, ["B50", "A70"]),
    ({"start_date": "2026-04-02T14:30:01Z", "transcript_status": "available"}, ["C90"]),
]


def marks(rows: list[dict]) -> list[str]:
    return [f"{row['student_name'][0]}{row['final_score']:.0f}" for row in rows]


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_list_is_sorted_and_narrowed(api, three, query, expected):
    answer = api.get(URL, query).json()

    assert marks(answer["data"]) == expected
    assert answer["total"] == len(expected)


def test_list_of_one_case_study(api, three, case_study):
    answer = api.get(URL, {"case_study_id": case_study.pk, "sort_by": "final_score"}).json()
    assert (marks(answer["data"]), answer["total"]) == (["A90", "C90", "B50"], 3)

    late = {"case_study_id": case_study.pk, "start_date": "2026-04-03", "limit": 1}
    answer = api.get(URL, late).json()
    assert (marks(answer["data"]), answer["total"]) == (["C90"], 2)

    foreign = CaseStudyFactory()
    assert api.get(URL, {"case_study_id": foreign.pk}).json()["total"] == 0


@pytest.mark.parametrize(("query", "expected"), QUERIES)
def test_file_has_the_rows_of_the_list(api, three, query, expected):
    answer = api.get(f"{URL}/export", query)

    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    rows = list(csv.reader(StringIO(text, newline="")))
    assert len(rows[0]) == 7
    assert [f"{row[0][0]}{float(row[4]):.0f}" for row in rows[1:]] == expected


@time_machine.travel(datetime(2026, 6, 4, 23, 59, tzinfo=UTC), tick=False)
def test_file_is_a_csv_byte_for_byte(tenant):
    user = StudentFactory(
        tenant=tenant, first_name="=Jane", last_name="Smith", email="jane@example.com"
    )
    graded(user, CaseStudyFactory(tenant=tenant, title="Beer, brewed"), "82.5")

    answer = ApiClient(UserFactory(tenant=tenant)).get(f"{URL}/export")

    name = f"student_performance_{tenant.slug}_2026-06-04.csv"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == "text/csv"
    assert b"".join(answer.streaming_content) == (
        b"\xef\xbb\xbf"
        b"Student Name,Email,Case Study,Attempts,Final Score,Latest Attempt,Transcript Status\r\n"
        b'\'=Jane Smith,jane@example.com,"Beer, brewed",1,82.5,2026-04-01T14:30:00Z,available\r\n'
    )


@time_machine.travel(datetime(2026, 6, 4, 23, 59, tzinfo=UTC), tick=False)
def test_workbook_has_the_same_cells_and_numbers_for_numbers(tenant):
    user = StudentFactory(tenant=tenant, first_name="=Jane", last_name="Smith", email="j@x.edu")
    graded(user, CaseStudyFactory(tenant=tenant, title="Beer, <brewed>"), "82.5")
    api = ApiClient(UserFactory(tenant=tenant))

    answer = api.get(f"{URL}/export", {"format": "xlsx"})

    name = f"student_performance_{tenant.slug}_2026-06-04.xlsx"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["Content-Type"] == exports.MEDIA_TYPES["xlsx"]
    workbook = lines_of(answer, "xlsx")
    at = "2026-04-01T14:30:00Z"
    assert workbook[1:] == [["'=Jane Smith", "j@x.edu", "Beer, <brewed>", 1, 82.5, at, "available"]]
    assert [list(map(str, row)) for row in workbook] == lines_of(api.get(f"{URL}/export"), "csv")


def test_file_of_another_kind_is_refused(api):
    answer = api.get(f"{URL}/export", {"format": "pdf"})

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == ["format"]


def test_file_of_more_rows_than_allowed_is_refused(api, three, monkeypatch):
    monkeypatch.setattr(exports, "MAX_ROWS", 3)

    answer = api.get(f"{URL}/export")

    assert answer.status_code == 400
    assert answer.json()["details"] == {"limit": 3, "total": 4}


@pytest.mark.parametrize("rows", [1, 3])
def test_lists_take_a_constant_number_of_statements(
    api, tenant, case_study, rows, django_assert_num_queries
):
    for user in StudentFactory.create_batch(rows, tenant=tenant):
        graded(user, case_study)

    # Authentication, total, page, its students, its case studies.
    with django_assert_num_queries(5):
        assert api.get(URL).json()["total"] == rows
    # Authentication, total, a transaction for the event, the rows.
    with django_assert_num_queries(6):
        b"".join(api.get(f"{URL}/export").streaming_content)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"case_study_id": "abc"}, "case_study_id"),
        ({"transcript_status": "gone"}, "transcript_status"),
        ({"start_date": "June"}, "start_date"),
        ({"start_date": "2026-04-02", "end_date": "2026-04-01"}, "start_date"),
        ({"sort_by": "age"}, "sort_by"),
        ({"limit": "0"}, "limit"),
    ],
)
def test_bad_parameter_is_named(api, query, field):
    answer = api.get(URL, query)

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]


# One attempt ----------------------------------------------------------------------------------


def test_attempt_is_the_documented_one(api, jane, case_study):
    SessionFactory(user=jane, case_study=case_study, start_time=START - timedelta(days=1))
    session = graded(
        jane,
        case_study,
        "82.5",
        elapsed_active_time=541.9,
        end_reason="user_ended",
        transcript="partial",
    )
    SessionFactory(user=jane, case_study=case_study, start_time=START + timedelta(days=1))

    answer = api.get(f"{URL}/attempts/{session.pk}")

    assert answer.json() == {
        "success": True,
        "data": {
            "session_id": session.pk,
            "user_id": jane.pk,
            "student_name": "Jane Smith",
            "student_email": "jane.smith@example.com",
            "case_study_id": case_study.pk,
            "case_study_title": "Ethiopian Airlines Case Study",
            "attempt_label": "Attempt 2",
            "status": "ended",
            "counted_as_attempt": True,
            "duration_seconds": 541,
            "started_at": "2026-04-01T14:30:00Z",
            "ended_at": "2026-04-01T14:39:00Z",
            "end_reason": "user_ended",
            "score": 82.5,
            "used_for_final_score": True,
            "transcript_status": "partial",
            "grading_status": "complete",
        },
        "message": None,
    }


def test_transcript_is_the_documented_one_and_its_reading_on_record(api, admin, jane, case_study):
    session = SessionFactory(user=jane, case_study=case_study, transcript_status="available")
    TranscriptFactory(
        session=session,
        messages=[
            {"role": "agent", "content": "Shall we?", "timestamp": "2026-04-01T14:30:05Z"},
            {"role": "student", "content": "Yes, please.", "timestamp": "2026-04-01T14:30:11Z"},
        ],
    )

    answer = api.get(f"{URL}/attempts/{session.pk}/transcript")

    assert answer.json() == {
        "success": True,
        "data": {
            "session_id": session.pk,
            "transcript_status": "available",
            "message_count": 2,
            "messages": [
                {
                    "index": 0,
                    "role": "agent",
                    "content": "Shall we?",
                    "timestamp": "2026-04-01T14:30:05Z",
                },
                {
                    "index": 1,
                    "role": "student",
                    "content": "Yes, please.",
                    "timestamp": "2026-04-01T14:30:11Z",
                },
            ],
        },
        "message": None,
    }
    event = AuditEvent.objects.get()
    assert (event.event_type, event.actor_user_id) == ("transcript.read", admin.pk)
    assert (event.target_type, event.target_id) == ("transcript", session.pk)
    assert event.metadata == {
        "transcript_id": session.pk,
        "tenant_id": jane.tenant_id,
        "user_id": jane.pk,
        "case_study_id": case_study.pk,
        "transcript_status": "available",
    }


@pytest.mark.parametrize("status", ["missing", "processing", "failed", "available", "partial"])
def test_transcript_without_messages_is_empty(api, jane, status):
    session = SessionFactory(user=jane, transcript_status=status)
    if status in {"missing", "processing", "failed"}:
        TranscriptFactory(session=session, messages=[{"role": "agent", "content": "x"}])

    answer = api.get(f"{URL}/attempts/{session.pk}/transcript")

    assert answer.json()["data"] == {
        "session_id": session.pk,
        "transcript_status": status,
        "message_count": 0,
        "messages": [],
    }


def test_grade_is_the_documented_one(api, jane, case_study):
    session = graded(jane, case_study, "82.5")
    grade = session.grade
    grade.overall_summary = "Clear reasoning, thin on numbers."
    grade.criteria = [
        {"name": "Critical Thinking", "weight": 40, "score": 85.0, "feedback": "…"},
        {"name": "Comprehension", "weight": 60, "score": 80.8, "feedback": ""},
    ]
    grade.created_at = datetime(2026, 4, 1, 14, 45, tzinfo=UTC)
    grade.save()

    answer = api.get(f"{URL}/attempts/{session.pk}/grade")

    assert answer.json() == {
        "success": True,
        "data": {
            "id": grade.pk,
            "session_id": session.pk,
            "user_id": jane.pk,
            "user_name": "Jane Smith",
            "content_type_id": "case_study",
            "content_id": case_study.pk,
            "rubric_id": None,
            "grading_status": "complete",
            "final_score": 82.5,
            "overall_summary": "Clear reasoning, thin on numbers.",
            "criteria": [
                {"name": "Critical Thinking", "weight": 40, "score": 85.0, "feedback": "…"},
                {"name": "Comprehension", "weight": 60, "score": 80.8, "feedback": ""},
            ],
            "created_at": "2026-04-01T14:45:00Z",
        },
        "message": None,
    }


@pytest.mark.parametrize("status", ["pending", "failed"])
def test_attempt_without_a_grade_has_an_empty_one(api, jane, case_study, status):
    session = graded(jane, case_study)
    Session.objects.filter(pk=session.pk).update(grading_status=status)

    answer = api.get(f"{URL}/attempts/{session.pk}/grade")

    assert answer.json()["data"] == {
        "id": None,
        "session_id": session.pk,
        "user_id": jane.pk,
        "user_name": "Jane Smith",
        "content_type_id": "case_study",
        "content_id": case_study.pk,
        "rubric_id": None,
        "grading_status": status,
        "final_score": None,
        "overall_summary": None,
        "criteria": [],
        "created_at": None,
    }


@pytest.mark.parametrize("part", ["", "/transcript", "/grade"])
def test_attempt_of_nobody_here_is_not_found(api, tenant, part):
    sessions = [
        SessionFactory(),
        SessionFactory(user=StudentFactory(tenant=tenant), start_time=None),
        SessionFactory(user=StudentFactory(tenant=tenant, status="DELETED")),
        SessionFactory(user=FacultyFactory(tenant=tenant)),
    ]
    for session_id in [*(session.pk for session in sessions), "0" * 24]:
        assert api.get(f"{URL}/attempts/{session_id}{part}").status_code == 404
    assert not AuditEvent.objects.exists()
    assert not CaseStudyProgress.objects.for_tenant(TenantFactory()).exists()
