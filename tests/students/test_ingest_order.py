"""Reports of one session come to the same, whatever order they arrive in (contract §15)."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from config.ids import new_id
from students.models import Session, Transcript
from students.models.states import EndReason, SessionStatus
from students.services.ingest import (
    RefusedReport,
    Report,
    report_session,
    report_sessions,
    store_grade,
    store_transcript,
)
from students.services.ingest.merging import joined
from tests.factories import CaseStudyFactory, StudentFactory

START = datetime(2026, 4, 1, 14, 30, tzinfo=UTC)

REPORTED = [
    "status",
    "start_time",
    "end_time",
    "last_activity",
    "elapsed_active_time",
    "reconnect_count",
    "end_reason",
]

moments = st.integers(0, 5).map(lambda minutes: START + timedelta(minutes=minutes))

# Any facts at all, also such as no sane service would report of one session.
facts = st.fixed_dictionaries(
    {},
    optional={
        "status": st.sampled_from(SessionStatus.values),
        "start_time": st.integers(-5, 0).map(lambda minutes: START + timedelta(minutes=minutes)),
        "end_time": moments,
        "last_activity": moments,
        "elapsed_active_time": st.sampled_from([0, 0.5, 59.9, 60, 60.0, 541.5]),
        "reconnect_count": st.integers(0, 3),
        "end_reason": st.sampled_from(EndReason.values),
    },
)


def after(reports: list[dict]) -> dict:
    session = Session()
    for report in reports:
        for name, value in joined(session, report).items():
            setattr(session, name, value)
    return {name: getattr(session, name) for name in REPORTED}


@given(reports=st.lists(facts, max_size=6), chance=st.randoms(use_true_random=False))
def test_reports_join_in_any_order_and_number(reports, chance):
    again = reports + chance.choices(reports, k=3) if reports else []
    chance.shuffle(again)

    assert after(again) == after(reports)


@given(known=st.lists(facts, max_size=4), news=facts)
def test_a_session_never_moves_backwards(known, news):
    before, now = after(known), after([*known, news])

    order = SessionStatus.values.index
    assert order(now["status"]) >= order(before["status"])
    for name in ("elapsed_active_time", "reconnect_count"):
        assert now[name] >= before[name]
    for name in ("end_time", "last_activity"):
        assert before[name] is None or now[name] >= before[name]
    assert before["start_time"] is None or now["start_time"] <= before["start_time"]
    # Nothing new now is nothing new for ever: that needs no lock.
    if now == before:
        assert after([*known, news, *known]) == before


# What a live service reports of a conversation with one reconnect, in its order.
HISTORY = [
    {"status": "pending"},
    {"status": "active", "start_time": START, "last_activity": START},
    {"elapsed_active_time": 30.5, "last_activity": START + timedelta(seconds=31)},
    {"elapsed_active_time": 61, "last_activity": START + timedelta(seconds=62)},
    {"reconnect_count": 1, "last_activity": START + timedelta(seconds=300)},
    {"elapsed_active_time": 600, "last_activity": START + timedelta(seconds=850)},
    {
        "status": "ended",
        "start_time": START,
        "end_time": START + timedelta(seconds=851),
        "elapsed_active_time": 600,
        "end_reason": "timer_expired",
    },
    "transcript",
    "grade",
]
PARTIAL = {
    "status": "partial",
    "messages": [{"role": "agent", "content": "Hello.", "timestamp": START}],
}
GRADE = {"status": "complete", "final_score": 82.5, "criteria": []}


def send(tenant, session_id: str, whose: dict, event) -> None:
    if event == "transcript":
        store_transcript(tenant=tenant, session_id=session_id, transcript=PARTIAL)
    elif event == "grade":
        store_grade(tenant=tenant, session_id=session_id, grade=GRADE)
    else:
        report_session(tenant=tenant, session_id=session_id, report=whose | event)


def state_after(tenant, events: list) -> tuple:
    """Send the events of a new session; return what is stored then."""
    session_id, student = new_id(), StudentFactory(tenant=tenant)
    whose = {"user_id": student.pk, "case_study_id": CaseStudyFactory(tenant=tenant).pk}
    for event in events:
        send(tenant, session_id, whose, event)
    session = Session.objects.select_related("grade", "user").get(pk=session_id)
    return (
        [getattr(session, name) for name in REPORTED],
        (session.counted_as_attempt, session.transcript_status, session.grading_status),
        (session.grade.final_score, session.user.last_seen_at),
        Transcript.objects.get(pk=session_id).messages,
    )


@pytest.fixture
def in_order(tenant) -> tuple:
    return state_after(tenant, HISTORY)


@pytest.mark.drill
@pytest.mark.django_db
@settings(max_examples=60)
@given(data=st.data())
def test_a_conversation_is_stored_the_same_in_every_order(tenant, in_order, data):
    """All but that a transcript or a grade needs a session to belong to."""
    order = data.draw(st.permutations(HISTORY))
    first = next(event for event in order if isinstance(event, dict))
    order.remove(first)
    repeated = data.draw(st.lists(st.sampled_from(HISTORY), max_size=3))

    assert state_after(tenant, [first, *order, *repeated]) == in_order


@pytest.mark.django_db
@settings(max_examples=30)
@given(cut=st.integers(0, len(HISTORY) - 2), data=st.data())
def test_a_batch_comes_to_the_same_as_one_report_after_the_other(tenant, cut, data):
    events = data.draw(st.permutations(HISTORY[:-2]))
    case_study = CaseStudyFactory(tenant=tenant)
    stored = []

    for whole in (False, True):
        session_id, student = new_id(), StudentFactory(tenant=tenant)
        whose = {"user_id": student.pk, "case_study_id": case_study.pk}
        reports = [Report(session_id, whose | event) for event in events]
        parts = [reports[:cut], reports[cut:]] if whole else [[report] for report in reports]
        for part in parts:
            outcomes = report_sessions(tenant=tenant, reports=part)
            assert not any(isinstance(one, RefusedReport) for one in outcomes)
        session = Session.objects.get(pk=session_id)
        stored.append([getattr(session, name) for name in [*REPORTED, "counted_as_attempt"]])

    assert stored[1] == stored[0]
