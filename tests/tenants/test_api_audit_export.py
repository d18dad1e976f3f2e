"""GET /v1/console/audit-events/export: the trail as a file (contract §18)."""

import csv
import json
from datetime import UTC, datetime, timedelta
from io import StringIO

import pytest
from django.db import OperationalError

from tenants.models import AuditEvent, EventType
from tenants.queries import trail
from tests.clients import ApiClient
from tests.factories import AuditEventFactory, SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db

LIST = "/v1/console/audit-events"
EXPORT = f"{LIST}/export"
NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture
def auditor(tenant) -> ApiClient:
    return ApiClient(SuperAdminFactory(tenant=tenant), REMOTE_ADDR="192.0.2.7")


def content(answer) -> str:
    assert answer.status_code == 200, answer.content
    return b"".join(answer.streaming_content).decode("utf-8-sig")


def lines(auditor, **query) -> list[dict]:
    text = content(auditor.get(EXPORT, {"format": "ndjson"} | query))
    return [json.loads(line) for line in text.splitlines()]


def cells(auditor, **query) -> list[dict]:
    return list(csv.DictReader(StringIO(content(auditor.get(EXPORT, query)), newline="")))


def trail_of(tenant, number: int) -> list[AuditEvent]:
    return [
        AuditEventFactory(
            tenant=tenant,
            event_time=NOON + timedelta(seconds=second // 2),
            actor_name="Zoë Ade",
            address="2001:db8::7",
            metadata={"reason": "Campus outage", "amount": 2, "tenant_id": tenant.pk},
        )
        for second in range(number)
    ]


def test_ndjson_has_the_very_events_of_the_list_in_its_order(auditor, tenant):
    trail_of(tenant, 3)
    listed = auditor.get(LIST).json()["data"]

    answer = auditor.get(EXPORT, {"format": "ndjson"})

    assert answer.headers["Content-Type"] == "application/x-ndjson"
    name = f"audit_events_{tenant.slug}_{datetime.now(UTC):%Y-%m-%d}.ndjson"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert [json.loads(line) for line in content(answer).splitlines()] == listed


def test_csv_has_a_column_for_each_member_and_the_metadata_as_json(auditor, tenant):
    (event,) = trail_of(tenant, 1)

    answer = auditor.get(EXPORT)
    assert answer.headers["Content-Type"] == "text/csv"
    (row,) = csv.DictReader(StringIO(content(answer), newline=""))

    assert list(row) == list(trail.FIELDS)
    assert row["id"] == event.pk
    assert (row["event_time"], row["actor_name"]) == ("2026-06-04T12:00:00Z", "Zoë Ade")
    assert (row["actor_user_id"], row["address"]) == ("", "2001:db8::7")
    assert json.loads(row["metadata"]) == event.metadata


def test_no_cell_is_a_formula_whoever_chose_the_text(auditor, tenant):
    AuditEventFactory(
        tenant=tenant, actor_name="=HYPERLINK(1)", user_agent="\uff0b1", target_id="-1"
    )

    (row,) = cells(auditor)

    assert row["actor_name"] == "'=HYPERLINK(1)"
    assert row["user_agent"] == "'\uff0b1"
    assert row["target_id"] == "'-1"


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_batches_lose_and_repeat_nothing_where_events_share_a_moment(
    auditor, tenant, size, monkeypatch
):
    expected = sorted(((e.event_time, e.pk) for e in trail_of(tenant, 7)), reverse=True)
    monkeypatch.setattr(trail, "_BATCH", size)

    assert [row["id"] for row in lines(auditor)] == [pk for _, pk in expected]


@pytest.mark.parametrize("kind", ["csv", "ndjson"])
def test_a_file_has_its_length_since_it_is_whole_before_its_first_byte(auditor, tenant, kind):
    trail_of(tenant, 40)

    answer = auditor.get(EXPORT, {"format": kind})

    assert int(answer.headers["Content-Length"]) == len(b"".join(answer.streaming_content))


def test_a_trail_that_cannot_be_read_to_its_end_is_not_given_out(auditor, tenant, monkeypatch):
    trail_of(tenant, 3)
    whole = trail.as_record

    def broken_at_the_end(event: AuditEvent) -> dict:
        if event.event_time == NOON:
            raise OperationalError
        return whole(event)

    monkeypatch.setattr(trail, "as_record", broken_at_the_end)

    answer = auditor.get(EXPORT, {"format": "ndjson"})

    assert answer.status_code == 503
    assert not AuditEvent.objects.filter(event_type=EventType.AUDIT_EXPORTED).exists()
    event = AuditEvent.objects.get(event_type=EventType.EXPORT_FAILED)
    assert (event.target_type, event.target_id) == ("tenant", tenant.pk)
    assert (event.metadata["export"], event.metadata["format"]) == ("audit.exported", "ndjson")


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"event_type": "user.created"}, {"a"}),
        ({"event_type": "USER.CREATED"}, {"a"}),
        ({"target_type": "role"}, {"b"}),
        ({"target_id": "a" * 24}, {"a"}),
        ({"actor_user_id": "c" * 24}, {"b"}),
        ({"start_date": "2026-06-05"}, {"b"}),
        ({"end_date": "2026-06-04"}, {"a"}),
        ({}, {"a", "b"}),
    ],
)
def test_every_filter_of_the_list_narrows_the_file(auditor, tenant, query, kept):
    first = AuditEventFactory(tenant=tenant, target_id="a" * 24, event_time=NOON)
    second = AuditEventFactory(
        tenant=tenant,
        event_type="role.created",
        target_type="role",
        actor_user_id="c" * 24,
        event_time=NOON + timedelta(days=1),
    )
    wanted = {{"a": first.pk, "b": second.pk}[letter] for letter in kept}

    assert {row["id"] for row in lines(auditor, **query)} == wanted
    # By then, the file above is an event of its own.
    again = cells(auditor, **query)
    assert {row["id"] for row in again if row["event_type"] != "audit.exported"} == wanted


def test_that_the_trail_was_given_out_is_in_the_trail_before_the_first_byte(auditor, tenant):
    trail_of(tenant, 2)
    AuditEventFactory(tenant=tenant, event_type="role.created", target_type="role")

    answer = auditor.get(
        EXPORT, {"format": "ndjson", "event_type": "user.created", "target_id": ""}
    )

    event = AuditEvent.objects.get(event_type=EventType.AUDIT_EXPORTED)
    assert (event.target_type, event.target_id) == ("tenant", tenant.pk)
    assert event.metadata == {
        "tenant_id": tenant.pk,
        "filters": {"event_type": "user.created"},
        "rows": 2,
        "format": "ndjson",
    }
    assert event.address == "192.0.2.7"
    assert len(content(answer).splitlines()) == 2


def test_an_export_does_not_contain_itself(auditor, tenant):
    trail_of(tenant, 1)

    assert {row["event_type"] for row in lines(auditor)} == {"user.created"}
    assert {row["event_type"] for row in lines(auditor)} == {"user.created", "audit.exported"}


def test_another_tenants_events_are_never_in_the_file(auditor):
    AuditEventFactory(tenant=TenantFactory())

    assert lines(auditor) == []


@pytest.mark.parametrize(
    "query", [{"format": "xlsx"}, {"event_type": "gone"}, {"start_date": "soon"}]
)
def test_a_bad_parameter_is_refused_and_nothing_is_recorded(auditor, query):
    assert auditor.get(EXPORT, query).status_code == 422
    assert not AuditEvent.objects.exists()


def test_exports_are_limited(auditor, own_limits, settings):
    settings.RATE_LIMITS = {"export": (1, 600)}

    assert auditor.get(EXPORT).status_code == 200
    assert auditor.get(EXPORT).status_code == 429
