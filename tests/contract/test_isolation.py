"""Another tenant's rows do not exist: not in lists, not by id (design §6)."""

import pytest

from students.models import Session
from tests.clients import ApiClient, ServiceClient
from tests.contract.routes import CONSOLE, INGEST
from tests.contract.test_permissions import call, send
from tests.factories import (
    CaseStudyFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.round]

BY_ID = [route for route in CONSOLE if "{" in route.path]
WALLED = [route for route in BY_ID if not route.across_tenants]
LISTS = [
    route
    for route in CONSOLE
    if route.method == "GET"
    and "{" not in route.path
    and not route.across_tenants
    and not route.is_file
]


@pytest.fixture
def super_admin(tenant) -> ApiClient:
    """Who may do everything, inside their own tenant."""
    return ApiClient(SuperAdminFactory(tenant=tenant))


@pytest.mark.parametrize("route", WALLED, ids=str)
def test_another_tenants_row_is_absent(route, super_admin):
    answer = call(super_admin, route, TenantFactory())

    assert answer.status_code == 404
    assert answer.json() == {
        "success": False,
        "error": "Not found.",
        "code": "NOT_FOUND",
        "details": {},
    }


@pytest.mark.parametrize("route", [r for r in INGEST if "{" in r.path], ids=str)
def test_another_tenants_session_is_out_of_reach_of_a_key(route, tenant):
    rows = route.rows(TenantFactory())
    before = Session.objects.values().get()
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)
    body = route.body(rows) | {"user_id": student.pk, "case_study_id": case_study.pk}

    answer = send(ServiceClient(tenant), route, route.path.format(**rows), body)

    # Its id is taken, whoever asks; nothing more can be learnt of it.
    assert answer.status_code == (409 if route.path.endswith("{session_id}") else 404)
    assert Session.objects.values().get() == before


@pytest.mark.parametrize("route", BY_ID, ids=str)
def test_an_own_row_is_there(route, super_admin, tenant):
    assert call(super_admin, route, tenant).status_code in {200, 201, 202}


@pytest.mark.parametrize("route", LISTS, ids=str)
def test_a_list_holds_the_own_tenants_rows_only(route, super_admin, tenant):
    own = route.rows(tenant)
    before = super_admin.get(route.address(own))
    foreign = route.rows(TenantFactory())

    answer = super_admin.get(route.address(own))

    assert answer.status_code == 200
    text = answer.content.decode()
    assert all(value in text for value in own.values())
    assert not any(value in text for value in foreign.values())
    assert answer.json() == before.json()


@pytest.mark.parametrize("route", BY_ID, ids=str)
def test_a_malformed_or_unknown_id_is_absent(route, super_admin, tenant):
    rows = route.rows(tenant)

    for bad in ("abc", "6650A1B2C3D4E5F6A7B8C9D0", "0" * 23, "0" * 25, "0" * 24):
        url = route.address(rows, **dict.fromkeys(rows, bad))
        answer = send(super_admin, route, url, route.body(rows))

        assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND"), bad
