"""The trail's list reads from an index, however many lines its jobs have (contract §19)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from config.context import within
from config.db import roles
from tests.clients import ApiClient, OperatorClient
from tests.factories import SuperAdminFactory, TenantFactory, UserFactory
from tests.plans import analyse
from tests.walled.base import as_role

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

LIST = reverse("admin:tenants_auditevent_changelist")
EVENTS = "/v1/console/audit-events"
JOB = f"{'d' * 23}5"
ADA = f"{'a' * 22}da"

# Nineteen of twenty are lines of jobs of 1,000, the newest of all; a third of them by one person.
FILL = """
    INSERT INTO tenants_auditevent
        (id, tenant_id, actor_user_id, actor_name, target_type, target_id, event_type, event_time,
        metadata)
    SELECT lpad(to_hex(n), 24, '0'), %(tenant)s, actor, 'Somebody', 'user',
        lpad(to_hex(n), 24, 'b'), event, timestamptz '2026-01-01Z' + n * interval '1 minute',
        jsonb_strip_nulls(jsonb_build_object('tenant_id', place, 'part_of', job))
    FROM generate_series(1, 40000) AS n, LATERAL (
        SELECT CASE WHEN n > 2000 THEN lpad(to_hex(n / 1000), 24, 'd') END AS job,
            CASE WHEN n %% 50 = 0 AND n <= 2000 OR n / 1000 %% 3 = 2 AND n > 2000 THEN %(ada)s
            WHEN n > 2000 THEN lpad(to_hex(n / 1000), 24, 'c')
            ELSE lpad(to_hex(n %% 97), 24, 'c') END AS actor,
            CASE WHEN n > 2000 OR n %% 40 = 0 THEN 'attempt.granted' ELSE 'user.updated' END
            AS event,
            CASE WHEN n %% 100 = 7 THEN %(other)s ELSE %(tenant)s END AS place
    ) AS parts
"""


@pytest.fixture
def root(tenant):
    root = SuperAdminFactory(tenant=tenant)
    UserFactory(tenant=tenant, pk=ADA, email="ada@staff.example")
    other = TenantFactory(pk=f"{'e' * 24}")
    with connection.cursor() as cursor:
        cursor.execute(FILL, {"tenant": tenant.pk, "other": other.pk, "ada": ADA})
    analyse("tenants_auditevent", "tenants_auditpersonal")
    return root


def plans(tenant, queries) -> list[str]:
    """Return the plans that the web's role has of the statements that count and read a page."""
    found = []
    with as_role(roles.APPLICATION), within(tenant.pk), connection.cursor() as cursor:
        for query in queries:
            sql = query["sql"]
            if 'FROM "tenants_auditevent"' in sql and '"done_from" IS NOT NULL' not in sql:
                cursor.execute(f"EXPLAIN {sql}")
                found.append("\n".join(line for (line,) in cursor.fetchall()))
    return found


LISTS = {
    "audit_shown": {},
    "audit_shown_granted": {"event_type": "attempt.granted"},
    "audit_shown_by_actor": {"done_by": "ada@staff.example"},
    "audit_elsewhere": {"done_in": "e" * 24},
    "audit_lines_of_job": {"part_of": JOB},
    "audit_by_target": {"q": f"{'b' * 22}42"},
}
ANSWERS = {
    "audit_shown": {"include_lines": "false"},
    "audit_shown_by_actor": {"include_lines": "false", "done_by": "ada@staff.example"},
    "audit_lines_of_job": {"part_of": JOB},
    "audit_elsewhere": {"done_in": "e" * 24},
    "audit_by_target": {"done_to": f"{'b' * 22}42"},
}


def faults(client, address: str, asked: dict[str, dict], tenant) -> list[str]:
    """Return the plans that do not read what they should from the index that is there for it."""
    found = []
    for index, query in asked.items():
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address, query)
        assert answer.status_code == 200
        read = plans(tenant, queries)
        # A search reads its page by ids that it has looked up.
        expected = (index, "tenants_auditevent_pkey") if "q" in query else (index,)
        assert any(index in plan for plan in read), (query, "\n\n".join(read))
        found += [
            f"{query}: {plan}"
            for plan in read
            if not any(one in plan for one in expected) or "Seq Scan on tenants_auditevent" in plan
        ]
    return found


def test_every_list_is_read_from_its_index(root, tenant):
    assert faults(OperatorClient(root), LIST, LISTS, tenant) == []
    assert faults(ApiClient(root), EVENTS, ANSWERS, tenant) == []


def test_who_did_most_of_it_is_found_without_reading_all_that_they_did(root, tenant):
    browser = OperatorClient(root)

    with CaptureQueriesContext(connection) as queries:
        answer = browser.get(LIST, {"q": "ada@staff.example"})
    assert answer.context["cl"].result_count == 40
    for plan in plans(tenant, queries):
        assert "Seq Scan on tenants_auditevent" not in plan
