"""What a session leaves behind: PUT …/transcript and …/grade (contract §12.2, §15)."""

import pytest

from config.ids import new_id
from students.models import Grade, Session, Transcript
from tests.factories import SessionFactory
from tests.students.reports import (
    ENDED,
    GRADE,
    MESSAGES,
    TRANSCRIPT,
    encode,
    faults,
    versions,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def session(live) -> Session:
    """An ended one, of which nothing more is known yet."""
    live.report(**ENDED)
    return Session.objects.get()


def transcript_status() -> str:
    return Session.objects.get().transcript_status


# Transcripts -------------------------------------------------------------------------------------


def test_a_transcript_is_stored(live, session):
    answer = live.document(session.pk, "transcript", TRANSCRIPT)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": {
            "session_id": session.pk,
            "transcript_status": "available",
            "message_count": 2,
        },
        "message": "Transcript stored successfully",
    }
    assert Transcript.objects.get().messages == MESSAGES
    assert transcript_status() == "available"
    assert Session.objects.get().updated_at is not None


def test_a_later_transcript_replaces_the_former(live, session):
    live.document(session.pk, "transcript", TRANSCRIPT)

    live.document(session.pk, "transcript", {"status": "partial", "messages": MESSAGES[:1]})

    assert Transcript.objects.get().messages == MESSAGES[:1]
    assert transcript_status() == "partial"


@pytest.mark.parametrize(
    ("status", "messages", "shown", "kept"),
    [
        ("available", MESSAGES, "available", MESSAGES),
        ("partial", MESSAGES, "partial", MESSAGES),
        ("available", [], "missing", []),
        ("partial", [], "missing", []),
        ("failed", [], "failed", []),
        ("failed", MESSAGES, "failed", []),  # nobody may read them (§10)
        ("FAILED", None, "failed", []),
    ],
)
@pytest.mark.parametrize("when", ["before the end", "after the end"])
def test_a_transcript_says_what_the_session_shows_once_it_has_ended(
    live, status, messages, shown, kept, when
):
    session_id = new_id()
    live.report(session_id, start_time=ENDED["start_time"])
    body = {"status": status} | ({} if messages is None else {"messages": messages})

    if when == "before the end":
        live.document(session_id, "transcript", body)
        assert transcript_status() == "processing"
        live.report(session_id, **ENDED)
    else:
        live.report(session_id, **ENDED)
        assert transcript_status() == "processing"
        live.document(session_id, "transcript", body)

    assert transcript_status() == shown
    assert Transcript.objects.get().messages == kept


def test_a_repeated_transcript_changes_no_row(live, session):
    first = live.document(session.pk, "transcript", TRANSCRIPT)
    before = versions()

    again = live.document(session.pk, "transcript", TRANSCRIPT)

    assert again.json() == first.json()
    assert versions() == before


def test_a_message_is_kept_as_it_was_said(live, session):
    said = {
        "role": "Student",
        "content": " ... \u05e9\u05dc\u05d5\u05dd \U0001f600\n",
        "timestamp": "2026-04-01T15:30:11.75+01:00",
        "confidence": 0.4,
    }

    answer = live.document(session.pk, "transcript", {"status": "available", "messages": [said]})

    assert answer.status_code == 200
    assert Transcript.objects.get().messages == [
        {"role": "student", "content": said["content"], "timestamp": "2026-04-01T14:30:11Z"}
    ]


def message(**changes) -> dict:
    return {"status": "available", "messages": [MESSAGES[0], MESSAGES[1] | changes]}


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "status"),
        ({"status": "processing", "messages": []}, "status"),
        ({"status": "missing", "messages": []}, "status"),
        ({"status": "available"}, "messages"),
        ({"status": "available", "messages": {}}, "messages"),
        ({"status": "available", "messages": ["x"]}, "messages.0"),
        ({"status": "available", "messages": [{}]}, "messages.0.role"),
        (message(role="system"), "messages.1.role"),
        (message(content=5), "messages.1.content"),
        (message(content="x" * 10_001), "messages.1.content"),
        (message(content="a\x00b"), "messages.1.content"),
        (message(timestamp="14:30"), "messages.1.timestamp"),
        (message(timestamp="2999-01-01T00:00:00Z"), "messages.1.timestamp"),
        ({"status": "available", "messages": [MESSAGES[0]] * 5001}, "messages"),
    ],
)
def test_a_malformed_transcript_is_refused(live, session, body, field):
    answer = live.document(session.pk, "transcript", body)

    assert field in faults(answer)
    assert not Transcript.objects.exists()
    assert transcript_status() == "processing"


def test_a_transcript_may_be_as_long_as_the_contract_says(live, session):
    long = MESSAGES[0] | {"content": "x" * 10_000}
    messages = [long] * 1000 + [MESSAGES[1]] * 4000  # some 10 MB

    answer = live.document(session.pk, "transcript", {"status": "available", "messages": messages})

    assert answer.status_code == 200, answer.json()
    assert answer.json()["data"]["message_count"] == 5000


def test_a_body_of_more_than_sixteen_megabytes_is_refused(live, session):
    long = encode(TRANSCRIPT | {"padding": "x" * (16 * 1024 * 1024)})

    answer = live.document(session.pk, "transcript", long)

    assert faults(answer) == {"": "The request is too large."}
    assert not Transcript.objects.exists()


# Grades ------------------------------------------------------------------------------------------


def test_a_grade_is_stored(live, session):
    answer = live.document(session.pk, "grade", GRADE)

    grade = Grade.objects.get()
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": {
            "id": grade.pk,
            "session_id": session.pk,
            "grading_status": "complete",
            "final_score": 82.5,
            "overall_summary": "Clear reasoning, thin on numbers.",
            "rubric_id": None,
            "criteria": GRADE["criteria"],
            "created_at": answer.json()["data"]["created_at"],
        },
        "message": "Grade stored successfully",
    }
    assert Session.objects.with_score().get().score == 82.5
    assert Session.objects.get().grading_status == "complete"


def test_a_later_grade_replaces_the_former(live, session):
    first = live.document(session.pk, "grade", GRADE).json()["data"]

    second = live.document(
        session.pk, "grade", {"status": "complete", "final_score": 90, "rubric_id": "r2"}
    ).json()["data"]

    assert second == first | {
        "final_score": 90.0,
        "rubric_id": "r2",
        "overall_summary": "",
        "criteria": [],
    }
    assert Grade.objects.get().updated_at is not None


def test_a_grader_that_gives_up_leaves_no_grade(live, session):
    live.document(session.pk, "grade", GRADE)

    answer = live.document(session.pk, "grade", {"status": "failed", "final_score": 3})

    assert answer.json()["data"] == {
        "id": None,
        "session_id": session.pk,
        "grading_status": "failed",
        "final_score": None,
        "overall_summary": None,
        "rubric_id": None,
        "criteria": [],
        "created_at": None,
    }
    assert not Grade.objects.exists()
    live.document(session.pk, "grade", GRADE)
    assert Session.objects.get().grading_status == "complete"


@pytest.mark.parametrize("body", [GRADE, {"status": "failed"}])
def test_a_repeated_grade_changes_no_row(live, session, body):
    first = live.document(session.pk, "grade", body)
    before = versions()

    again = live.document(session.pk, "grade", body)

    assert again.json() == first.json()
    assert versions() == before


@pytest.mark.parametrize(
    ("given", "kept"),
    [(82.25, 82.3), (82.35, 82.4), (82.24, 82.2), (0, 0.0), (99.95, 100.0), (100, 100.0)],
)
def test_a_score_is_kept_with_one_decimal_and_halves_rounded_up(live, session, given, kept):
    answer = live.document(session.pk, "grade", {"status": "complete", "final_score": given})

    assert answer.json()["data"]["final_score"] == kept


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"status": "pending"}, "status"),
        ({"final_score": None}, "final_score"),
        ({"final_score": 100.04}, "final_score"),
        ({"final_score": -0.01}, "final_score"),
        ({"final_score": "82"}, "final_score"),
        ({"final_score": 1e400}, None),
        ({"overall_summary": 5}, "overall_summary"),
        ({"rubric_id": "x" * 101}, "rubric_id"),
        ({"criteria": {}}, "criteria"),
        ({"criteria": [{"name": "", "weight": 1, "score": 1}]}, "criteria.0.name"),
        ({"criteria": [{"name": "x", "weight": -1, "score": 1}]}, "criteria.0.weight"),
        ({"criteria": [{"name": "x", "weight": 1, "score": 101}]}, "criteria.0.score"),
        ({"criteria": [{"name": "x", "weight": 1}]}, "criteria.0.score"),
    ],
)
def test_a_malformed_grade_is_refused(live, session, changes, field):
    found = faults(live.document(session.pk, "grade", GRADE | changes))

    assert field is None or field in found
    assert not Grade.objects.exists()
    assert Session.objects.get().grading_status == "pending"


# Both --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("name", "body"), [("transcript", TRANSCRIPT), ("grade", GRADE)])
def test_a_document_needs_a_session_of_the_own_tenant(live, name, body):
    theirs = SessionFactory()

    for session_id in (new_id(), theirs.pk):
        answer = live.document(session_id, name, body)
        assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")
    assert Session.objects.get().transcript_status == "processing"
    assert not Transcript.objects.exists()
    assert not Grade.objects.exists()
