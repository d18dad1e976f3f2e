"""Transcripts that a tenant keeps no longer: the text goes, all else stays (contract §18)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.core.management import call_command
from django.urls import reverse
from django.utils import timezone

from config.time_allowed import TimeAllowed
from students.models import Grade, Session, Transcript
from students.services.retention import remove_old_transcripts
from tenants.models import AuditEvent, TenantRetention
from tests.clients import ApiClient, OperatorClient, ServiceClient
from tests.factories import (
    GradeFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    TranscriptFactory,
)
from tests.students.talks import SAID, talk

pytestmark = pytest.mark.django_db


@pytest.fixture
def retention(tenant) -> TenantRetention:
    return TenantRetention.objects.create(tenant=tenant, transcript_days=60)


def messages(session) -> list:
    return Transcript.objects.get(pk=session.pk).messages


def test_the_text_goes_and_that_and_when_it_went_stays(tenant, retention):
    old = talk(tenant, 61)
    GradeFactory(session=old)
    young = talk(tenant, 59)

    assert remove_old_transcripts(tenant) == 1

    old.refresh_from_db()
    assert (messages(old), old.transcript_status, old.transcript.status) == ([], *["missing"] * 2)
    assert timezone.now() - old.transcript_removed_at < timedelta(minutes=1)
    assert Grade.objects.get(session=old).final_score == 75
    assert (old.elapsed_active_time, old.counted_as_attempt) == (540.0, True)
    young.refresh_from_db()
    assert (messages(young), young.transcript_status) == (SAID, "available")
    assert young.transcript_removed_at is None


def test_it_stands_in_the_trail_once_for_each_tenant_and_run(tenant, retention):
    for _ in range(3):
        talk(tenant, 61)
    call_command("tidy")
    call_command("tidy")

    event = AuditEvent.objects.get()
    assert (event.event_type, event.target_type) == ("transcript.removed", "transcript")
    assert (event.metadata["transcripts"], event.metadata["transcript_days"]) == (3, 60)
    assert event.tenant == tenant


def test_nothing_goes_where_nobody_has_said_so(tenant):
    other = TenantFactory()
    TenantRetention.objects.create(tenant=other, transcript_days=30)
    TenantRetention.objects.create(tenant=tenant, audit_days=90)
    session = talk(tenant, 3000)

    call_command("tidy")

    assert messages(session) == SAID
    assert not AuditEvent.objects.exists()


@pytest.mark.parametrize(
    ("values", "goes"),
    [
        ({"status": "active", "end_time": None}, False),
        ({"end_time": None}, True),
        ({"start_time": None, "end_time": datetime(2020, 1, 1, tzinfo=UTC)}, True),
        ({"start_time": datetime(2020, 1, 1, tzinfo=UTC), "end_time": timezone.now()}, False),
    ],
    ids=["open", "ended, nobody knows when", "never started", "ended just now"],
)
def test_what_counts_is_the_end(tenant, retention, values, goes):
    session = talk(tenant, 61, **values)

    remove_old_transcripts(tenant)

    assert (messages(session) == []) is goes


def test_a_failed_transcript_stays_what_it_is(tenant, retention):
    session = SessionFactory(user=StudentFactory(tenant=tenant), transcript_status="failed")
    TranscriptFactory(session=session, status="failed")

    assert remove_old_transcripts(tenant) == 0
    assert Session.objects.get().transcript_status == "failed"


def test_batches_end_where_the_rows_do(tenant, retention, monkeypatch):
    monkeypatch.setattr("students.services.retention._LOOKED_AT", 3)
    monkeypatch.setattr("students.services.retention._BATCH", 2)
    sessions = [talk(tenant, 61) for _ in range(7)]

    assert remove_old_transcripts(tenant) == 7
    assert [messages(session) for session in sessions] == [[]] * 7


def test_what_the_time_does_not_allow_goes_the_next_time(tenant, retention, monkeypatch):
    monkeypatch.setattr("students.services.retention._BATCH", 2)
    for _ in range(3):
        talk(tenant, 61)
    no_time = TimeAllowed(0)

    assert remove_old_transcripts(tenant, no_time) == 2
    assert no_time.leaves_some
    assert remove_old_transcripts(tenant) == 1
    removed = AuditEvent.objects.order_by("arrival").values_list("metadata__transcripts", flat=True)
    assert list(removed) == [2, 1]


def test_a_report_that_comes_again_does_not_bring_it_back(tenant, retention):
    session = talk(tenant, 61)
    remove_old_transcripts(tenant)

    answer = ServiceClient(tenant).put(
        f"/v1/ingest/sessions/{session.pk}/transcript", {"status": "available", "messages": SAID}
    )

    assert answer.status_code == 200
    assert messages(session) == []
    assert Session.objects.get().transcript_status == "missing"


def test_lists_and_totals_follow(tenant, retention):
    session = talk(tenant, 61)
    GradeFactory(session=session)
    remove_old_transcripts(tenant)

    call_command("verify_derived")


def test_api_and_admin_say_that_there_is_nothing_any_more(tenant, retention):
    session = talk(tenant, 61)
    remove_old_transcripts(tenant)
    caller = SuperAdminFactory(tenant=tenant)

    answer = ApiClient(caller).get(
        f"/v1/console/student-performance/attempts/{session.pk}/transcript"
    )
    assert answer.json()["data"] == {
        "session_id": session.pk,
        "transcript_status": "missing",
        "message_count": 0,
        "messages": [],
    }
    page = OperatorClient(caller).get(
        reverse("admin:students_session_transcript", args=[session.pk])
    )
    assert "The text was removed on" in page.content.decode()
