"""POST /v1/ingest/sessions/bulk (contract §15)."""

from io import BytesIO

import pytest

from config.ids import new_id
from students.models import Grade, Session, Transcript
from students.services.ingest import stream as bulk
from students.views import ingest
from tenants.models import TenantAIConfig
from tests.factories import CaseStudyFactory, SessionFactory, StudentFactory
from tests.students.reports import ENDED, GRADE, TRANSCRIPT, LiveService, encode, versions

pytestmark = pytest.mark.django_db


@pytest.fixture
def plenty(live, tenant) -> LiveService:
    """The student has attempts for every test."""
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=100)
    return live


def result(answer) -> dict:
    assert answer.status_code == 200, answer.json()
    assert answer.json()["message"] == "Sessions stored successfully"
    return answer.json()["data"]


def counts(answer) -> tuple[int, ...]:
    data = result(answer)
    assert data["lines"] == sum(
        data[name] for name in ("created", "updated", "unchanged", "failed")
    )
    assert data["failed"] == len(data["errors"])
    return data["created"], data["updated"], data["unchanged"], data["failed"]


def test_lines_are_stored_and_errors_told_by_line(live):
    good, other = live.line(transcript=TRANSCRIPT, grade=GRADE), live.line()
    bad = live.line(elapsed_active_time=-1)
    stranger = live.line(user_id="0" * 24)

    answer = live.bulk(good, bad, "", "{", other, stranger)

    assert result(answer) == {
        "lines": 5,
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "failed": 3,
        "errors": [
            {
                "line": 2,
                "session_id": bad["session_id"],
                "code": "VALIDATION_ERROR",
                "error": "The request is not valid.",
                "details": {
                    "errors": [
                        {
                            "field": "elapsed_active_time",
                            "message": "Ensure this value is greater than or equal to 0.",
                        }
                    ]
                },
            },
            {
                "line": 4,
                "session_id": None,
                "code": "VALIDATION_ERROR",
                "error": "The request is not valid.",
                "details": {"errors": [{"field": "", "message": "The line is not valid JSON."}]},
            },
            {
                "line": 6,
                "session_id": stranger["session_id"],
                "code": "NOT_FOUND",
                "error": "There is no such student.",
                "details": {},
            },
        ],
    }
    session = Session.objects.get(pk=good["session_id"])
    assert (session.transcript_status, session.grading_status) == ("available", "complete")
    assert (session.transcript.messages, session.grade.final_score) == (
        TRANSCRIPT["messages"],
        82.5,
    )
    assert set(Session.objects.values_list("pk", flat=True)) == {
        good["session_id"],
        other["session_id"],
    }


def test_a_line_does_exactly_what_the_endpoints_do(live, tenant):
    session_id = new_id()
    live.report(session_id, **ENDED)
    live.document(session_id, "transcript", TRANSCRIPT)
    live.document(session_id, "grade", GRADE)
    other = LiveService(tenant)
    line = other.line(transcript=TRANSCRIPT, grade=GRADE)
    other.bulk(line)

    def whole(session_id: str) -> list[dict]:
        fresh = {"id", "session_id", "user_id", "case_study_id", "created_at", "updated_at"}
        rows = [
            *Session.objects.filter(pk=session_id).values(),
            *Transcript.objects.filter(pk=session_id).values(),
            *Grade.objects.filter(session=session_id).values(),
        ]
        return [
            {
                k: v
                for k, v in row.items()
                if k.removesuffix("_id") + "_id" not in fresh and k not in fresh
            }
            for row in rows
        ]

    assert len(whole(session_id)) == 3
    assert whole(session_id) == whole(line["session_id"])


def test_sending_everything_again_changes_no_row(plenty):
    lines = [plenty.line(transcript=TRANSCRIPT, grade=GRADE), plenty.line()]
    assert counts(plenty.bulk(*lines)) == (2, 0, 0, 0)
    before = versions()

    assert counts(plenty.bulk(*lines)) == (0, 0, 2, 0)

    assert versions() == before


def test_a_known_session_is_furthered(plenty):
    first = plenty.line(status="active", end_time=None, end_reason=None)
    plenty.bulk(first)

    assert counts(plenty.bulk(first | ENDED, first | ENDED)) == (0, 1, 1, 0)
    assert counts(plenty.bulk(first | ENDED | {"grade": GRADE})) == (0, 1, 0, 0)
    transcript = {"session_id": first["session_id"], "transcript": TRANSCRIPT}
    assert counts(plenty.bulk(transcript, transcript)) == (0, 2, 0, 0)  # judged together
    assert counts(plenty.bulk(transcript)) == (0, 0, 1, 0)
    assert Session.objects.get().transcript_status == "available"


def test_one_line_may_create_what_the_next_one_furthers(plenty):
    begun = plenty.line(status="active", end_time=None, end_reason=None, elapsed_active_time=5)

    assert counts(plenty.bulk(begun, begun | ENDED, {"session_id": begun["session_id"]})) == (
        1,
        1,
        1,
        0,
    )
    assert Session.objects.get().counted_as_attempt is True


def test_attempts_that_earlier_lines_used_are_not_left(live):
    """Also when none of them is stored yet, and when an older session only now comes to count."""
    running = new_id()
    live.report(running, status="active")
    other = live.line(case_study_id=CaseStudyFactory(tenant=live.student.tenant).pk)

    answer = live.bulk(
        live.line(running),
        live.line(),
        live.line(elapsed_active_time=59),
        live.line(),
        live.line(),
        other,
    )

    assert counts(answer) == (4, 1, 0, 1)
    [refused] = answer.json()["data"]["errors"]
    assert (refused["line"], refused["details"]) == (5, {"attempts_remaining": 0})


def test_a_line_that_the_database_refuses_costs_the_others_nothing(plenty):
    theirs = SessionFactory()
    before = Session.objects.filter(pk=theirs.pk).values().get()

    answer = plenty.bulk(plenty.line(), plenty.line(theirs.pk), plenty.line())

    assert counts(answer) == (2, 0, 0, 1)
    [taken] = answer.json()["data"]["errors"]
    assert (taken["line"], taken["code"], taken["session_id"]) == (2, "CONFLICT", theirs.pk)
    assert Session.objects.filter(pk=theirs.pk).values().get() == before


def test_a_bad_transcript_or_grade_keeps_its_whole_line_out(live):
    answer = live.bulk(
        live.line(transcript={"status": "available", "messages": [{"role": "agent"}] * 400}),
        live.line(grade={"status": "complete"}),
    )

    first, second = answer.json()["data"]["errors"]
    assert first["details"]["errors"][0]["field"] == "transcript.messages.0.content"
    assert len(first["details"]["errors"]) == bulk.MOST_FAULTS
    assert second["details"]["errors"] == [
        {"field": "grade.final_score", "message": "This field is required."}
    ]
    assert not Session.objects.exists()


@pytest.mark.parametrize(
    "line",
    [b"[]", b"5", b"null", b'"x"', b"{}", b'{"session_id": 5}', b"\xff\xfe", b"{}{}", b"\x00"],
)
def test_a_line_that_is_no_report_is_an_error(live, line):
    good = live.line()

    answer = live.bulk(line, good)

    assert counts(answer) == (1, 0, 0, 1)
    assert answer.json()["data"]["errors"][0]["session_id"] is None


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b"\n\n", b" \n"])
def test_line_ends_blank_lines_and_a_byte_order_mark_are_no_errors(plenty, end):
    first = b"\xef\xbb\xbf" + encode(plenty.line())

    assert counts(plenty.bulk(first, plenty.line(), "", plenty.line(), end=end)) == (3, 0, 0, 0)


def test_the_last_line_needs_no_end_but_must_be_whole(plenty):
    whole, torn = encode(plenty.line()), encode(plenty.line())[:-9]

    assert counts(plenty.bulk(whole + b"\n" + torn, end=b"")) == (1, 0, 0, 1)
    assert counts(plenty.bulk(encode(plenty.line()), end=b"")) == (1, 0, 0, 0)


def test_nothing_is_no_lines(live):
    assert counts(live.bulk("", " ")) == (0, 0, 0, 0)


def test_a_line_that_is_too_long_is_passed_over(plenty, monkeypatch):
    monkeypatch.setattr(bulk, "LARGEST_BODY", 1000)
    long = encode(plenty.line()) + b" " * 200_000 + b"x"

    answer = plenty.bulk(plenty.line(), long, plenty.line())

    assert counts(answer) == (2, 0, 0, 1)
    [error] = answer.json()["data"]["errors"]
    assert error["line"] == 2
    assert error["details"]["errors"][0]["message"] == "The line is longer than 1000 bytes."


def test_lines_behind_the_last_allowed_one_are_left(plenty, monkeypatch):
    monkeypatch.setattr(ingest, "MOST_LINES", 3)
    lines = [plenty.line() for _ in range(5)]

    answer = plenty.bulk(lines[0], "", *lines[1:])

    assert counts(answer) == (3, 0, 0, 1)
    [error] = answer.json()["data"]["errors"]
    assert error == {
        "line": 5,
        "session_id": None,
        "code": "VALIDATION_ERROR",
        "error": "At most 3 lines; this and all later ones are not stored.",
        "details": {},
    }
    assert set(Session.objects.values_list("pk", flat=True)) == {
        line["session_id"] for line in lines[:3]
    }


@pytest.mark.parametrize("content_type", ["application/json", "text/plain", ""])
def test_a_body_of_another_type_is_refused(live, content_type):
    answer = live.post("/v1/ingest/sessions/bulk", encode(live.line()), content_type)

    assert answer.status_code == 422
    assert answer.json()["details"]["errors"] == [
        {"field": "", "message": "Send the body as application/x-ndjson."}
    ]
    assert not Session.objects.exists()


def test_the_type_may_carry_a_charset(live):
    answer = live.post(
        "/v1/ingest/sessions/bulk", encode(live.line()), "Application/X-NDJSON; charset=utf-8"
    )

    assert counts(answer) == (1, 0, 0, 0)


def test_a_body_without_a_length_is_read_to_its_end(live):
    """As programs send what they only just produce; the server marks that there is an end."""
    environ = {
        "CONTENT_LENGTH": "",
        "CONTENT_TYPE": "application/x-ndjson",
        "wsgi.input": BytesIO(encode(live.line()) + b"\n" + encode(live.line())),
        "wsgi.input_terminated": True,
    }

    answer = live.generic("POST", "/v1/ingest/sessions/bulk", **environ)

    assert counts(answer) == (2, 0, 0, 0)


@pytest.mark.parametrize("students", [2, 8])
def test_a_batch_costs_the_same_however_many_students_and_case_studies_it_names(
    live, tenant, students, django_assert_num_queries
):
    live.bulk()  # notes the key's use
    lines = [
        live.line(
            user_id=StudentFactory(tenant=tenant).pk,
            case_study_id=CaseStudyFactory(tenant=tenant).pk,
            transcript=TRANSCRIPT,
            grade=GRADE,
        )
        for _ in range(students)
    ]

    # key, sessions, transaction, students' locks, sessions again, case studies, entitlements,
    # sessions' insert, transcripts, grades, grades' insert, transaction's end
    with django_assert_num_queries(13):
        assert counts(live.bulk(*lines)) == (students, 0, 0, 0)
