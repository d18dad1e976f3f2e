"""PUT /v1/ingest/sessions/{session_id} (contract §12, §15)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from accounts.models import UserStatus
from config.ids import new_id
from students.models import Session
from tenants.models import TenantAIConfig
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
)
from tests.students.reports import ENDED, LiveService, faults, versions

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


@pytest.fixture
def last_attempt(live, tenant) -> LiveService:
    """The student has one attempt, and has not used it."""
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=1)
    return live


def stored(answer) -> dict:
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def seen(live: LiveService) -> datetime | None:
    live.student.refresh_from_db()
    return live.student.last_seen_at


def test_the_first_report_creates_the_session(live):
    session_id = new_id()

    with time_machine.travel(NOW, tick=False):
        answer = live.report(session_id, **ENDED)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": {
            "id": session_id,
            "user_id": live.student.pk,
            "case_study_id": live.case_study.pk,
            "content_type_id": "case_study",
            "content_id": live.case_study.pk,
            "conversation_id": None,
            "status": "ended",
            "is_active": False,
            "start_time": "2026-04-01T14:30:00Z",
            "end_time": "2026-04-01T14:39:01Z",
            "last_activity": "2026-04-01T14:39:00Z",
            "created_at": "2026-06-04T09:00:00Z",
            "elapsed_active_time": 541.5,
            "reconnect_count": 1,
            "end_reason": "user_ended",
            "duration_limit": 600,
            "transcript_status": "processing",
            "grading_status": "pending",
            "counted_as_attempt": True,
        },
        "message": "Session stored successfully",
    }
    session = Session.objects.get()
    assert (session.pk, session.counted_as_attempt, session.updated_at) == (session_id, True, None)
    assert seen(live) == datetime(2026, 4, 1, 14, 39, tzinfo=UTC)


def test_a_session_grows_with_its_reports(live):
    session_id = new_id()
    first = stored(live.report(session_id))
    assert (first["status"], first["is_active"], first["start_time"]) == ("pending", True, None)
    assert seen(live) is None

    begun = stored(live.report(session_id, status="active", start_time=ENDED["start_time"]))
    assert (begun["status"], begun["counted_as_attempt"]) == ("active", False)
    assert seen(live) == datetime(2026, 4, 1, 14, 30, tzinfo=UTC)

    # From here on the service leaves out what does not change.
    url = f"/v1/ingest/sessions/{session_id}"
    almost = stored(live.put(url, {"elapsed_active_time": 59.99}))
    assert almost["counted_as_attempt"] is False
    counted = stored(live.put(url, {"elapsed_active_time": 60}))
    assert (counted["counted_as_attempt"], counted["status"]) == (True, "active")
    assert counted["elapsed_active_time"] == 60.0

    ended = stored(live.put(url, ENDED))
    assert (ended["status"], ended["is_active"]) == ("ended", False)
    assert Session.objects.get().updated_at is not None


def test_a_repeated_report_changes_no_row(live, django_assert_num_queries):
    session_id = new_id()
    first = live.report(session_id, **ENDED)
    before = versions()

    with django_assert_num_queries(3):  # the key and its tenant, the session
        again = live.report(session_id, **ENDED)

    assert again.json() == first.json()
    assert versions() == before


BEHIND = {
    "status": "active",
    "start_time": "2026-04-01T14:31:00Z",
    "end_time": "2026-04-01T14:32:00Z",
    "last_activity": "2026-04-01T14:31:30Z",
    "elapsed_active_time": 59.0,
    "reconnect_count": 0,
}


def test_a_report_that_is_behind_changes_no_row(live):
    session_id = new_id()
    first = live.report(session_id, **ENDED)
    before = versions()

    for field, value in BEHIND.items():
        assert live.report(session_id, **{field: value}).json() == first.json(), field
    assert live.report(session_id, **BEHIND).json() == first.json()

    assert versions() == before


def test_what_is_news_in_a_late_report_is_taken(live):
    """The end overtook the report of the start: its field is behind in nothing."""
    session_id = new_id()
    live.report(session_id, status="ended", end_time=ENDED["end_time"], elapsed_active_time=541.5)

    late = stored(
        live.report(
            session_id,
            status="active",
            start_time=ENDED["start_time"],
            last_activity="2026-04-01T14:30:10Z",
            elapsed_active_time=8,
        )
    )

    assert late["start_time"] == ENDED["start_time"]
    assert late["last_activity"] == "2026-04-01T14:30:10Z"
    assert (late["status"], late["elapsed_active_time"]) == ("ended", 541.5)


@pytest.mark.parametrize("sign", [{"end_time": ENDED["end_time"]}, {"end_reason": "user_ended"}])
def test_what_has_an_end_is_ended(live, sign):
    data = stored(live.report(status="active", start_time=ENDED["start_time"], **sign))

    assert (data["status"], data["is_active"]) == ("ended", False)


def test_null_says_no_more_than_leaving_it_out(live):
    session_id = new_id()
    first = live.report(session_id, **ENDED)

    again = live.put(f"/v1/ingest/sessions/{session_id}", dict.fromkeys(ENDED))

    assert again.json() == first.json()


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("user_id", "x", "An id is 24 lower-case hexadecimal characters."),
        ("case_study_id", 5, "Not a valid string."),
        ("status", "lost", '"lost" is not a valid choice.'),
        ("end_reason", "bored", '"bored" is not a valid choice.'),
        ("start_time", "yesterday", "Give a date or a date and time in ISO 8601."),
        ("elapsed_active_time", -0.1, "Ensure this value is greater than or equal to 0."),
        ("elapsed_active_time", 1e6 + 1, "Ensure this value is less than or equal to 1000000."),
        ("elapsed_active_time", "60", "A valid number is required."),
        ("elapsed_active_time", True, "A valid number is required."),
        ("reconnect_count", -1, "Ensure this value is greater than or equal to 0."),
        ("reconnect_count", 32_768, "Ensure this value is less than or equal to 32767."),
        ("reconnect_count", 1.5, "A valid integer is required."),
        ("end_time", "2026-04-01T14:29:59Z", "A session cannot end before it starts."),
    ],
)
def test_a_malformed_report_is_refused(live, field, value, message):
    answer = live.report(**{**ENDED, field: value})

    assert faults(answer) == {field: message}
    assert not Session.objects.exists()


@pytest.mark.parametrize("field", ["start_time", "end_time", "last_activity"])
def test_a_clock_may_be_five_minutes_ahead_and_no_more(live, field):
    with time_machine.travel(NOW, tick=False):
        ahead = NOW + timedelta(minutes=5)
        assert live.report(**{field: ahead.isoformat()}).status_code == 200
        too_far = ahead + timedelta(microseconds=1)
        answer = live.report(**{field: too_far.isoformat()})

    assert faults(answer) == {field: "This lies in the future."}


@pytest.mark.parametrize("body", [b"[]", b'"x"', b"{", b"\xff", b'{"elapsed_active_time": NaN}'])
def test_a_body_that_is_no_object_is_refused(live, body):
    answer = live.put(f"/v1/ingest/sessions/{new_id()}", body)

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")


def test_an_end_before_the_known_start_is_refused(live):
    session_id = new_id()
    live.report(session_id, start_time=ENDED["start_time"])

    answer = live.report(session_id, end_time="2026-04-01T14:29:59Z")

    assert faults(answer) == {"end_time": "A session cannot end before it starts."}
    assert Session.objects.get().end_time is None


@pytest.mark.parametrize("given", [(), ("user_id",), ("case_study_id",)])
def test_a_new_session_needs_to_say_whose_it_is(live, given):
    body = {name: live.whose[name] for name in given}

    answer = live.put(f"/v1/ingest/sessions/{new_id()}", body)

    missing = {"user_id", "case_study_id"} - set(given)
    assert faults(answer) == dict.fromkeys(missing, "This field is required.")


@pytest.mark.parametrize("field", ["user_id", "case_study_id"])
def test_a_session_stays_with_its_student_and_case_study(live, tenant, field):
    session_id = new_id()
    live.report(session_id)
    before = versions()
    other = {"user_id": StudentFactory, "case_study_id": CaseStudyFactory}[field](tenant=tenant)
    before = versions()

    answer = live.report(session_id, **{field: other.pk, **ENDED})

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    assert versions() == before


def test_an_id_that_another_tenants_session_has_is_taken(live):
    theirs = SessionFactory()
    before = Session.objects.values().get()

    answer = live.report(theirs.pk, **ENDED)

    assert (answer.status_code, answer.json()["code"]) == (409, "CONFLICT")
    assert Session.objects.values().get() == before


# The gate for new sessions -----------------------------------------------------------------------


def assert_refused(answer, message: str, **details) -> None:
    assert answer.json() == {
        "success": False,
        "error": message,
        "code": "VALIDATION_ERROR",
        "details": details,
    }
    assert answer.status_code == 400


@pytest.mark.parametrize("status", [UserStatus.INACTIVE, UserStatus.DELETED])
def test_a_student_who_is_not_active_begins_nothing(live, status):
    type(live.student).objects.filter(pk=live.student.pk).update(status=status)

    assert_refused(live.report(**ENDED), "The student is not active.")


def test_a_retired_case_study_is_not_begun(live):
    type(live.case_study).objects.update(is_active=False)

    assert_refused(live.report(**ENDED), "The case study is not active.")


def test_a_case_study_is_begun_by_its_programmes_students(live, tenant):
    mba, mph = ProgrammeFactory.create_batch(2, tenant=tenant)
    live.case_study = CaseStudyFactory(tenant=tenant, programmes=[mba])
    live.student = StudentFactory(tenant=tenant, programmes=[mph])
    refused = live.report(**ENDED)
    live.student = StudentFactory(tenant=tenant, programmes=[mph, mba])

    assert_refused(refused, "The case study is not open to the student.")
    assert live.report(**ENDED).status_code == 200


def test_a_retired_programme_still_opens_its_case_studies(live, tenant):
    mba = ProgrammeFactory(tenant=tenant, is_active=False)
    live.case_study = CaseStudyFactory(tenant=tenant, programmes=[mba])
    live.student = StudentFactory(tenant=tenant, programmes=[mba])

    assert live.report(**ENDED).status_code == 200


@pytest.mark.parametrize(
    ("field", "make", "message"),
    [
        ("user_id", lambda tenant: StudentFactory(), "There is no such student."),
        ("user_id", lambda tenant: FacultyFactory(tenant=tenant), "There is no such student."),
        ("case_study_id", lambda tenant: CaseStudyFactory(), "There is no such case study."),
    ],
)
def test_who_or_what_the_tenant_does_not_have_is_unknown(live, tenant, field, make, message):
    answer = live.report(**{field: make(tenant).pk, **ENDED})

    assert answer.status_code == 404
    assert (answer.json()["code"], answer.json()["error"]) == ("NOT_FOUND", message)


def test_a_new_session_needs_an_attempt_left(live):
    others = CaseStudyFactory(tenant=live.case_study.tenant)
    SessionFactory.create_batch(9, user=live.student, case_study=others)
    for _ in range(3):
        assert live.report(**ENDED).status_code == 200

    assert_refused(live.report(**ENDED), "The student has no attempt left.", attempts_remaining=0)
    AttemptTransactionFactory(user=live.student, case_study=live.case_study)
    assert live.report(**ENDED).status_code == 200


def test_a_revoked_attempt_is_not_left(last_attempt):
    AttemptTransactionFactory(
        user=last_attempt.student, case_study=last_attempt.case_study, type="revoke"
    )

    assert_refused(last_attempt.report(), "The student has no attempt left.", attempts_remaining=0)


def test_unlimited_sessions_lift_the_limit_and_nothing_else(last_attempt):
    type(last_attempt.student).objects.update(unlimited_sessions=True)

    for _ in range(3):
        assert last_attempt.report(**ENDED).status_code == 200
    type(last_attempt.case_study).objects.update(is_active=False)
    assert last_attempt.report(**ENDED).status_code == 400


def test_a_session_below_sixty_seconds_uses_no_attempt(last_attempt):
    """Also while it is open: it may never get there, and the console shows the attempt as left."""
    assert last_attempt.report(status="active", elapsed_active_time=59.9).status_code == 200
    assert last_attempt.report(**{**ENDED, "elapsed_active_time": 59.9}).status_code == 200
    assert last_attempt.report(**ENDED).status_code == 200

    assert last_attempt.report().status_code == 400


def test_a_session_once_accepted_is_never_refused(last_attempt):
    early, late = new_id(), new_id()
    last_attempt.report(early, status="active", start_time=ENDED["start_time"])
    last_attempt.report(late, **ENDED)
    AttemptTransactionFactory(
        user=last_attempt.student, case_study=last_attempt.case_study, type="revoke", amount=9
    )
    programme = ProgrammeFactory(tenant=last_attempt.student.tenant)
    last_attempt.case_study.programme_links.create(
        tenant=programme.tenant, case_study=last_attempt.case_study, programme=programme
    )
    type(last_attempt.case_study).objects.update(is_active=False)
    type(last_attempt.student).objects.update(status=UserStatus.INACTIVE)

    data = stored(last_attempt.report(early, **ENDED))

    assert (data["status"], data["counted_as_attempt"]) == ("ended", True)
    assert Session.objects.filter(counted_as_attempt=True).count() == 2


def test_other_students_other_tenants_and_other_case_studies_use_none_of_their_attempts(
    last_attempt, tenant
):
    SessionFactory(user=StudentFactory(tenant=tenant), case_study=last_attempt.case_study)
    SessionFactory(user=last_attempt.student)
    SessionFactory(user=StudentFactory(tenant=TenantFactory()))

    assert last_attempt.report(**ENDED).status_code == 200


def test_a_new_session_costs_a_fixed_number_of_queries(live, django_assert_num_queries):
    live.report()  # notes the key's use

    # key, session, savepoint (a transaction's begin), student's lock, session again, case study,
    # entitlement, insert, savepoint's end
    with django_assert_num_queries(10):
        live.report(**ENDED)
