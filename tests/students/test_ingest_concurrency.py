"""Reports that come at the same moment (contract §15)."""

from threading import Event
from time import monotonic

import pytest
from django.db import connection, transaction

from config.ids import new_id
from students.models import Grade, Session, Transcript
from students.services.locks import lock_students
from tenants.models import TenantAIConfig
from tests.clients import ServiceClient
from tests.factories import (
    AttemptTransactionFactory,
    SessionFactory,
    StudentFactory,
)
from tests.students.reports import ENDED, GRADE, TRANSCRIPT, LiveService, encode
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 6


@pytest.fixture
def callers(live) -> list[ServiceClient]:
    """One client for each thread, all of the same tenant."""
    return [ServiceClient(live.student.tenant) for _ in range(TIMES)]


def put(client: ServiceClient, live: LiveService, session_id: str, **facts):
    return client.put(f"/v1/ingest/sessions/{session_id}", {**live.whose, **facts})


def test_parallel_first_reports_of_one_session_make_one_row(live, callers):
    TenantAIConfig.objects.create(tenant=live.student.tenant, max_sessions_per_student=1)
    for _ in range(3):
        session_id = new_id()
        live.student = StudentFactory(tenant=live.student.tenant)

        def report(index: int, session_id: str = session_id):
            return put(callers[index], live, session_id, **ENDED)

        answers = at_once(report, TIMES)

        assert {answer.status_code for answer in answers} == {200}
        assert len({answer.content for answer in answers}) == 1
        assert Session.objects.get(user=live.student).pk == session_id


def test_parallel_last_attempts_leave_one(live, callers):
    """Each with its minute of conversation: one is admitted, whichever comes first."""
    TenantAIConfig.objects.create(tenant=live.student.tenant, max_sessions_per_student=1)
    for _ in range(3):
        live.student = StudentFactory(tenant=live.student.tenant)

        answers = at_once(lambda index: put(callers[index], live, new_id(), **ENDED), TIMES)

        refused = [answer for answer in answers if answer.status_code == 400]
        assert len(refused) == TIMES - 1
        assert all(a.json()["details"] == {"attempts_remaining": 0} for a in refused)
        assert Session.objects.filter(user=live.student).count() == 1


def somebody_waits_for_us() -> bool:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted "
            "AND pg_backend_pid() = ANY (pg_blocking_pids(pid)))"
        )
        return cursor.fetchone()[0]


def test_a_session_waits_for_a_revocation_and_then_finds_no_attempt_left(live, callers):
    """Whoever changes what is left holds the same lock."""
    tenant, locked = live.student.tenant, Event()
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=1)

    def act(index: int):
        if index:
            assert locked.wait(timeout=10)
            return put(callers[index], live, new_id(), **ENDED)
        with transaction.atomic():
            lock_students(tenant=tenant, user_ids=[live.student.pk])
            AttemptTransactionFactory(user=live.student, case_study=live.case_study, type="revoke")
            locked.set()
            deadline = monotonic() + 10
            while not somebody_waits_for_us():
                assert monotonic() < deadline, "nobody waits"
        return None

    _, answer = at_once(act, 2)

    assert (answer.status_code, answer.json()["details"]) == (400, {"attempts_remaining": 0})


def test_parallel_reports_lose_nothing(live, callers):
    """The end, the transcript, the grade and late signs of life, all at once."""
    for _ in range(5):
        session_id = new_id()
        live.student = StudentFactory(tenant=live.student.tenant)
        put(callers[0], live, session_id, start_time=ENDED["start_time"])
        acts = [
            lambda c, s: put(c, live, s, **ENDED),
            lambda c, s: c.put(f"/v1/ingest/sessions/{s}/transcript", TRANSCRIPT),
            lambda c, s: c.put(f"/v1/ingest/sessions/{s}/grade", GRADE),
            lambda c, s: put(c, live, s, elapsed_active_time=600),
            lambda c, s: put(c, live, s, last_activity="2026-04-01T14:38:59Z"),
            lambda c, s: put(c, live, s, reconnect_count=2),
        ]

        def act(index: int, session_id: str = session_id, acts=acts) -> int:
            return acts[index](callers[index], session_id).status_code

        assert at_once(act, TIMES) == [200] * TIMES
        session = Session.objects.get(pk=session_id)
        assert (session.status, session.transcript_status) == ("ended", "available")
        assert (session.grading_status, session.grade.final_score) == ("complete", 82.5)
        assert (session.elapsed_active_time, session.reconnect_count) == (600, 2)
        assert session.last_activity.isoformat() == "2026-04-01T14:39:00+00:00"


@pytest.mark.parametrize(
    ("name", "body", "model"), [("transcript", TRANSCRIPT, Transcript), ("grade", GRADE, Grade)]
)
def test_parallel_documents_make_one_row(live, callers, name, body, model):
    session = SessionFactory(user=live.student)

    def act(index: int):
        return callers[index].put(f"/v1/ingest/sessions/{session.pk}/{name}", body)

    answers = at_once(act, TIMES)

    assert {answer.status_code for answer in answers} == {200}
    assert all(answer.json() == answers[0].json() for answer in answers)
    assert model.objects.count() == 1


def test_bulks_that_name_the_same_students_in_opposite_orders_take_turns(live, callers):
    tenant = live.student.tenant
    students = StudentFactory.create_batch(40, tenant=tenant)
    shared = [live.line(user_id=student.pk, transcript=TRANSCRIPT) for student in students]

    def send(index: int) -> dict:
        own = [live.line(user_id=student.pk, grade=GRADE) for student in students]
        lines = (shared + own) if index % 2 else (own + shared)[::-1]
        body = b"\n".join(map(encode, lines))
        return (
            callers[index]
            .post("/v1/ingest/sessions/bulk", body, "application/x-ndjson")
            .json()["data"]
        )

    results = at_once(send, 4)

    # Three attempts each: some own sessions find none left, nothing else goes wrong.
    refused = [error for result in results for error in result["errors"]]
    assert {error["error"] for error in refused} <= {"The student has no attempt left."}
    assert sum(result["created"] for result in results) == 40 * 3
    for student in students:
        assert Session.objects.filter(user=student, counted_as_attempt=True).count() == 3
