"""Reports that come at the same moment (contract §15)."""

import pytest
from django.db import transaction

from config.ids import new_id
from students.models import Grade, Session, Transcript
from students.services.locks import lock_students
from tenants.models import TenantAIConfig
from tests.clients import ServiceClient
from tests.factories import SessionFactory, StudentFactory, TenantFactory
from tests.students.reports import ENDED, GRADE, TRANSCRIPT, LiveService, encode
from tests.threads import at_once

pytestmark = pytest.mark.django_db(transaction=True)

TIMES = 6


@pytest.fixture
def live() -> LiveService:
    return LiveService(TenantFactory())


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


def test_a_grant_that_is_being_taken_back_is_waited_for(live, callers):
    """A revocation holds the same lock: a session that came meanwhile sees what is left then."""
    TenantAIConfig.objects.create(tenant=live.student.tenant, max_sessions_per_student=1)

    def act(index: int) -> int:
        if index:
            return put(callers[index], live, new_id(), **ENDED).status_code
        with transaction.atomic():
            lock_students(tenant=live.student.tenant, user_ids=[live.student.pk])
            return Session.objects.filter(user=live.student).count()

    seen, *codes = at_once(act, TIMES)

    assert seen in {0, 1}
    assert sorted(codes) == [200] + [400] * (TIMES - 2)


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
