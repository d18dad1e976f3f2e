"""Tenants: list, read, change, delete (contract §3)."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.models import AllowedOrigin, AuditEvent, Tenant
from tests.clients import ApiClient
from tests.config.refusals import (
    BLANK,
    NO_BOOLEAN,
    NO_TEXT,
    NOT_FOUND,
    invalid,
    refusal,
    too_long,
)
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db

URL = "/v1/console/tenants"


def one(tenant: Tenant) -> str:
    return f"{URL}/{tenant.pk}"


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(name="State University", slug="state", domain="state.edu")


# List -----------------------------------------------------------------------------------------


def names(answer) -> list[str]:
    assert answer.status_code == 200, answer.json()
    return [row["name"] for row in answer.json()["data"]]


@pytest.fixture
def three(tenant) -> ApiClient:
    """A Super Admin of Zeta, beside Éta, epsilon, and a deleted one."""
    Tenant.objects.filter(pk=tenant.pk).update(name="Zeta")
    TenantFactory(name="Éta")
    TenantFactory(name="epsilon")
    TenantFactory(name="Beta", is_active=False)
    return ApiClient(SuperAdminFactory(tenant=tenant))


def test_list_is_in_the_order_of_names_without_case_and_accents(three):
    assert names(three.get(URL)) == ["epsilon", "Éta", "Zeta"]


def test_list_orders_namesakes_by_id(super_api, tenant):
    Tenant.objects.filter(pk=tenant.pk).update(name="Last")
    for tenant_id in ("c" * 24, "a" * 24, "b" * 24):
        TenantFactory(id=tenant_id, name="Éta")

    ids = [row["id"] for row in super_api.get(URL).json()["data"]]

    assert ids == ["a" * 24, "b" * 24, "c" * 24, tenant.pk]


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("", ["epsilon", "Éta", "Zeta"]),
        ("false", ["epsilon", "Éta", "Zeta"]),
        ("0", ["epsilon", "Éta", "Zeta"]),
        ("true", ["Beta", "epsilon", "Éta", "Zeta"]),
        ("TRUE", ["Beta", "epsilon", "Éta", "Zeta"]),
        ("1", ["Beta", "epsilon", "Éta", "Zeta"]),
    ],
)
def test_list_includes_the_deleted_when_asked(three, value, expected):
    answer = three.get(URL, {"include_inactive": value})

    assert names(answer) == expected
    assert answer.json()["total"] == len(expected)


def test_list_comes_in_pages(three):
    answer = three.get(URL, {"skip": 1, "limit": 1})

    assert names(answer) == ["Éta"]
    paging = {key: answer.json()[key] for key in ("total", "page", "page_size", "total_pages")}
    assert paging == {"total": 3, "page": 2, "page_size": 1, "total_pages": 3}
    assert three.get(URL).json()["page_size"] == 20
    assert names(three.get(URL, {"skip": 3, "limit": 100})) == []


@pytest.mark.parametrize(
    ("query", "problem"),
    [
        ({"limit": "0"}, ("limit", "Give an integer from 1 to 100.")),
        ({"limit": "101"}, ("limit", "Give an integer from 1 to 100.")),
        ({"skip": "-1"}, ("skip", "Give an integer of at least 0.")),
        ({"include_inactive": "yes"}, ("include_inactive", "Give true or false.")),
    ],
)
def test_list_refuses_a_bad_parameter(super_api, query, problem):
    answer = super_api.get(URL, query)

    assert (answer.status_code, answer.json()) == (422, invalid(problem))


def test_list_costs_the_same_for_one_row_and_three(super_api):
    costs = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            super_api.get(URL)
        costs.append(len(queries))
        TenantFactory.create_batch(2)

    assert costs == [3, 3]  # authentication, count, rows


# Read -----------------------------------------------------------------------------------------


def test_a_deleted_tenant_is_still_read(super_api, state):
    super_api.delete(one(state))

    answer = super_api.get(one(state))

    assert answer.status_code == 200
    assert answer.json()["data"]["is_active"] is False


def test_read_costs_three_queries_however_much_is_set_up(
    super_api, state, django_assert_num_queries
):
    with django_assert_num_queries(3):  # authentication, tenant with configurations, origins
        super_api.get(one(state))

    super_api.patch(f"{one(state)}/branding", {"primary_color": "#000000"})
    super_api.patch(f"{one(state)}/sso", {"is_enabled": False})
    super_api.patch(f"{one(state)}/ai-config", {"default_language": "en"})
    for n in range(3):
        AllowedOrigin.objects.create(tenant=state, origin=f"https://{n}.state.edu")
    with django_assert_num_queries(3):
        answer = super_api.get(one(state))
    assert len(answer.json()["data"]["allowed_origins"]) == 3


# Change ---------------------------------------------------------------------------------------


def test_patch_changes_what_is_sent_alone(super_api, state):
    before = super_api.get(one(state)).json()["data"]

    with time_machine.travel(datetime(2027, 1, 2, 3, 4, 5, tzinfo=UTC), tick=False):
        client = ApiClient(SuperAdminFactory())
        answer = client.patch(one(state), {"name": "New State", "lms_type": "moodle"})

    changed = {"name": "New State", "lms_type": "moodle", "updated_at": "2027-01-02T03:04:05Z"}
    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": before | changed,
        "message": "Tenant updated successfully",
    }


def test_patch_clears_what_may_be_null_and_leaves_the_rest_at_null(super_api, state):
    before = super_api.get(one(state)).json()["data"]
    body = {"domain": None, "lms_type": "", "name": None, "is_active": None}

    answer = super_api.patch(one(state), body)

    after = answer.json()["data"]
    assert answer.status_code == 200
    assert after == before | {"domain": None, "updated_at": after["updated_at"]}


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"name": "State University"},
        {"is_active": True, "domain": "state.edu", "lms_type": None},
        {"slug": "other"},
        {"slug": 5, "id": "a" * 24, "branding": {"primary_color": "#000000"}},
    ],
)
def test_patch_that_changes_nothing_leaves_no_trace(super_api, state, body):
    before = super_api.get(one(state)).json()["data"]

    answer = super_api.patch(one(state), body)

    assert (answer.status_code, answer.json()["data"]) == (200, before)
    assert before["updated_at"] is None
    assert AuditEvent.objects.count() == 0


def test_patch_without_a_body_changes_nothing(super_api, state):
    answer = super_api.generic("PATCH", one(state), b"", content_type="application/json")

    assert (answer.status_code, answer.json()["data"]["updated_at"]) == (200, None)


@pytest.mark.parametrize(
    ("body", "problem"),
    [
        ({"name": ""}, ("name", BLANK)),
        ({"name": "x" * 256}, ("name", too_long(255))),
        ({"name": 5}, ("name", NO_TEXT)),
        ({"domain": ["state.edu"]}, ("domain", NO_TEXT)),
        ({"lms_type": "x" * 51}, ("lms_type", too_long(50))),
        ({"is_active": "true"}, ("is_active", NO_BOOLEAN)),
        ({"is_active": 1}, ("is_active", NO_BOOLEAN)),
        ({"is_active": []}, ("is_active", NO_BOOLEAN)),
        ({"is_active": ""}, ("is_active", NO_BOOLEAN)),
    ],
)
def test_patch_refuses_a_malformed_body(super_api, state, body, problem):
    answer = super_api.patch(one(state), {"name": "Changed"} | body)

    assert (answer.status_code, answer.json()) == (422, invalid(problem))
    state.refresh_from_db()
    assert state.name == "State University"


def test_a_malformed_body_goes_before_an_unknown_tenant(super_api):
    unknown = f"{URL}/{'0' * 24}"

    assert super_api.patch(unknown, {"name": 5}).status_code == 422
    answer = super_api.patch(unknown, {"name": "State"})
    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


# Delete and restore -----------------------------------------------------------------------------


@pytest.mark.parametrize(
    "delete",
    [
        lambda client, url: client.delete(url),
        lambda client, url: client.patch(url, {"is_active": False, "name": "Changed"}),
    ],
)
def test_nobody_deletes_their_own_tenant(super_api, tenant, delete):
    name = tenant.name

    answer = delete(super_api, one(tenant))

    own = refusal("You cannot delete your own university.", "VALIDATION_ERROR")
    assert (answer.status_code, answer.json()) == (400, own)
    tenant.refresh_from_db()
    assert (tenant.is_active, tenant.name, tenant.access_epoch) == (True, name, 0)
    assert AuditEvent.objects.count() == 0


def test_deleting_twice_is_deleting_once(super_api, state):
    first = super_api.delete(one(state))
    second = super_api.delete(one(state))

    assert second.status_code == 200
    assert second.json() == first.json()
    assert AuditEvent.objects.for_tenant(state).count() == 1


def test_patch_restores_a_deleted_tenant(super_api, state):
    super_api.delete(one(state))

    answer = super_api.patch(one(state), {"is_active": True})

    assert (answer.status_code, answer.json()["data"]["is_active"]) == (200, True)
    assert "State University" in names(super_api.get(URL))
