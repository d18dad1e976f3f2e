"""GET /v1/console/audit-events (contract §11)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection

from tenants.models import AuditEvent, EventType
from tests.clients import ApiClient
from tests.factories import (
    AuditEventFactory,
    RoleFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.plans import analyse

pytestmark = pytest.mark.django_db

EVENTS = "/v1/console/audit-events"

NOON = datetime(2026, 6, 4, 12, tzinfo=UTC)
ACTOR, TARGET = "6650a1b2c3d4e5f6a7b8c9d0", "6650b2c3d4e5f6a7b8c9d0e1"


@pytest.fixture
def auditor(tenant) -> ApiClient:
    """A Super Admin of the tenant calling."""
    return ApiClient(SuperAdminFactory(tenant=tenant))


def ids(answer) -> list[str]:
    assert answer.status_code == 200, answer.json()
    assert answer.json()["total"] == len(answer.json()["data"])
    return [event["id"] for event in answer.json()["data"]]


def test_list_answers_the_documented_event(auditor, tenant):
    AuditEventFactory(
        tenant=tenant,
        id="6650f6a7b8c9d0e1f2a3b4c5",
        actor_user_id=ACTOR,
        actor_email="admin@example.com",
        actor_name="Admin User",
        target_id=TARGET,
        event_time=datetime(2026, 4, 1, 14, tzinfo=UTC),
        metadata={"user_id": TARGET, "tenant_id": tenant.pk},
        request_id="r-1",
        address="192.0.2.7",
        user_agent="curl/8.5.0",
    )
    AuditEventFactory()

    answer = auditor.get(EVENTS)

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": [
            {
                "id": "6650f6a7b8c9d0e1f2a3b4c5",
                "tenant_id": tenant.pk,
                "actor_user_id": ACTOR,
                "actor_email": "admin@example.com",
                "actor_name": "Admin User",
                "target_type": "user",
                "target_id": TARGET,
                "event_type": "user.created",
                "event_time": "2026-04-01T14:00:00Z",
                "metadata": {"user_id": TARGET, "tenant_id": tenant.pk},
                "address": "192.0.2.7",
                "user_agent": "curl/8.5.0",
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 50,
        "total_pages": 1,
        "message": None,
    }


def test_list_comes_newest_first_in_pages(auditor, tenant):
    newest_first = [
        AuditEventFactory(tenant=tenant, event_time=NOON - timedelta(hours=age)).pk
        for age in range(5)
    ]

    pages = [auditor.get(EVENTS, {"limit": 2, "skip": skip}).json() for skip in (0, 2, 4, 6)]

    assert [[event["id"] for event in page["data"]] for page in pages] == [
        newest_first[:2],
        newest_first[2:4],
        newest_first[4:],
        [],
    ]
    assert {(page["total"], page["total_pages"]) for page in pages} == {(5, 3)}


def test_events_of_one_moment_are_told_apart_by_their_ids(auditor, tenant):
    for event_id in ("b" * 24, "c" * 24, "a" * 24):
        AuditEventFactory(tenant=tenant, id=event_id, event_time=NOON)

    assert ids(auditor.get(EVENTS)) == ["c" * 24, "b" * 24, "a" * 24]


def test_a_role_that_is_only_called_super_admin_sees_nothing(tenant):
    AuditEventFactory(tenant=tenant)
    role = RoleFactory(tenant=tenant, name="Super  Admin")

    answer = ApiClient(UserFactory(tenant=tenant, role=role)).get(EVENTS)

    assert answer.status_code == 403
    assert answer.json()["error"] == "Permission denied: Super Admin role required"


@pytest.mark.parametrize("method", ["POST", "PUT", "PATCH", "DELETE"])
def test_nobody_writes_by_the_api(auditor, api, tenant, method):
    event = AuditEventFactory(tenant=tenant)

    assert [caller.generic(method, EVENTS).status_code for caller in (auditor, api)] == [405, 405]
    assert auditor.generic(method, f"{EVENTS}/{event.pk}").status_code == 404


# Filters --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("query", "matching", "other"),
    [
        ({"actor_user_id": ACTOR}, {"actor_user_id": ACTOR}, {"actor_user_id": TARGET}),
        ({"target_id": TARGET}, {"target_id": TARGET}, {"target_id": ACTOR}),
        ({"target_id": TARGET}, {"target_id": TARGET}, {"actor_user_id": TARGET}),
        ({"target_type": "role"}, {"target_type": "role"}, {"target_type": "user"}),
        ({"target_type": "PermisSion"}, {"target_type": "permission"}, {"target_type": "role"}),
        ({"event_type": "role.updated"}, {"event_type": "role.updated"}, {}),
        ({"event_type": " USER.DELETED "}, {"event_type": "user.deleted"}, {}),
    ],
)
def test_a_filter_keeps_what_it_says(auditor, tenant, query, matching, other):
    kept = AuditEventFactory(tenant=tenant, **matching)
    AuditEventFactory(tenant=tenant, **other)
    AuditEventFactory(**matching)

    assert ids(auditor.get(EVENTS, query)) == [kept.pk]


@pytest.mark.parametrize("event_type", EventType)
def test_every_event_is_found_by_its_type_and_by_what_it_happened_to(auditor, tenant, event_type):
    event = AuditEventFactory(
        tenant=tenant, event_type=event_type, target_type=event_type.target_type
    )

    assert ids(auditor.get(EVENTS, {"event_type": event_type.value.upper()})) == [event.pk]
    assert ids(auditor.get(EVENTS, {"target_type": event_type.target_type})) == [event.pk]


@pytest.mark.parametrize(
    ("query", "kept"),
    [
        ({"start_date": "2026-06-04T12:00:00Z"}, [0, 1, 2, 3]),
        ({"start_date": "2026-06-04T13:00:01"}, [3]),
        ({"start_date": "2026-06-04T13:00:00+01:00"}, [0, 1, 2, 3]),
        ({"end_date": "2026-06-04T12:00:00Z"}, [0, 1]),
        ({"end_date": "2026-06-04"}, [0, 1, 2, 3]),
        ({"end_date": "2026-06-03"}, []),
        ({"start_date": "2026-06-05"}, []),
        ({"start_date": "2026-06-04T12:30:00Z", "end_date": "2026-06-04T13:30:00Z"}, [2]),
    ],
)
def test_both_ends_of_a_date_range_are_included(auditor, tenant, query, kept):
    moments = [
        NOON,
        NOON.replace(microsecond=500_000),  # is shown as noon
        NOON + timedelta(hours=1),
        NOON + timedelta(hours=11, minutes=59),
    ]
    events = [AuditEventFactory(tenant=tenant, event_time=moment).pk for moment in moments]

    assert sorted(ids(auditor.get(EVENTS, query))) == sorted(events[index] for index in kept)


def test_filters_combine(auditor, tenant):
    facts = {
        "actor_user_id": ACTOR,
        "target_type": "user",
        "target_id": TARGET,
        "event_type": "user.updated",
        "event_time": NOON,
    }
    kept = AuditEventFactory(tenant=tenant, **facts)
    for different in (
        {"actor_user_id": TARGET},
        {"target_type": "role"},
        {"target_id": ACTOR},
        {"event_type": "user.created"},
        {"event_time": NOON - timedelta(days=1)},
        {"event_time": NOON + timedelta(days=1)},
    ):
        AuditEventFactory(tenant=tenant, **facts | different)

    query = {key: value for key, value in facts.items() if key != "event_time"}
    query |= {"start_date": "2026-06-04", "end_date": "2026-06-04"}

    assert ids(auditor.get(EVENTS, query)) == [kept.pk]


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({"actor_user_id": "abc"}, "actor_user_id"),
        ({"actor_user_id": ACTOR.upper()}, "actor_user_id"),
        ({"target_id": TARGET + "0"}, "target_id"),
        ({"target_id": "\0"}, "target_id"),
        ({"target_type": "users"}, "target_type"),
        ({"event_type": "user"}, "event_type"),
        ({"start_date": "yesterday"}, "start_date"),
        ({"start_date": "2026-06-05", "end_date": "2026-06-04"}, "start_date"),
        ({"limit": "0"}, "limit"),
        ({"limit": "201"}, "limit"),
        ({"skip": "-1"}, "skip"),
    ],
)
def test_a_malformed_filter_is_refused_by_name(auditor, query, field):
    answer = auditor.get(EVENTS, query)

    assert (answer.status_code, answer.json()["code"]) == (422, "VALIDATION_ERROR")
    assert {error["field"] for error in answer.json()["details"]["errors"]} == {field}


def test_blank_filters_and_the_longest_page_are_fine(auditor, tenant):
    event = AuditEventFactory(tenant=tenant)
    query = dict.fromkeys(["actor_user_id", "target_type", "target_id", "event_type"], "")

    assert ids(auditor.get(EVENTS, query | {"limit": "200"})) == [event.pk]


# Speed ----------------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 3])
def test_a_page_costs_three_queries_whatever_it_holds(
    auditor, tenant, count, django_assert_num_queries
):
    AuditEventFactory.create_batch(count, tenant=tenant)

    with django_assert_num_queries(3):  # who asks, how many there are, the page
        assert len(ids(auditor.get(EVENTS))) == count


FILL = """
    INSERT INTO tenants_auditevent
        (id, tenant_id, actor_user_id, target_type, target_id, event_type, event_time, metadata,
        actor_name)
    SELECT lpad(to_hex(n), 24, '0'), (%(tenants)s::text[])[1 + n %% 2],
        lpad(to_hex(n %% 97), 24, 'a'), split_part(event, '.', 1), lpad(to_hex(n / 8), 24, 'b'),
        event, timestamptz '2026-01-01Z' + n * interval '1 minute', '{}',
        'Ada Obi'
    FROM generate_series(1, 20000) AS n, LATERAL (
        SELECT CASE WHEN n < 40 THEN 'role.created' ELSE 'user.updated' END AS event
    ) AS kinds
"""


@pytest.mark.drill
@pytest.mark.parametrize(
    ("query", "count_index", "page_index"),
    [
        ({}, "audit_count", "audit_newest"),
        ({"skip": "9000"}, "audit_count", "audit_newest"),
        ({"actor_user_id": f"{'a' * 23}7"}, "audit_by_actor", "audit_by_actor"),
        ({"target_id": f"{'b' * 22}42"}, "audit_by_target", "audit_by_target"),
        ({"target_type": "role"}, "audit_by_type", "audit_by_type"),
        ({"event_type": "role.created"}, "audit_by_event", "audit_by_event"),
        # Counting a span, any of them will do.
        ({"start_date": "2026-01-10", "end_date": "2026-01-11"}, "audit_", "audit_newest"),
    ],
)
def test_every_list_is_read_from_its_index(
    auditor, tenant, query, count_index, page_index, django_assert_num_queries
):
    with connection.cursor() as cursor:
        cursor.execute(FILL, {"tenants": [tenant.pk, TenantFactory().pk]})
    analyse("tenants_auditevent", "tenants_auditpersonal")

    with django_assert_num_queries(3) as queries:
        assert auditor.get(EVENTS, query).json()["data"]

    plans = []
    with connection.cursor() as cursor:
        for sql in (queries[1]["sql"], queries[2]["sql"]):
            cursor.execute(f"EXPLAIN {sql}")
            plans.append("\n".join(line for (line,) in cursor.fetchall()))
    count, page = plans
    assert count_index in count
    assert page_index in page
    assert "Seq Scan" not in count + page
    assert AuditEvent.objects.count() == 20_000
