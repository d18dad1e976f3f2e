"""Who may call what: each route against each role (contract §1.9, §4)."""

import pytest

from accounts.models import LegacyRole
from accounts.services.roles import default_flags
from config.permissions import ALL_FLAGS
from tests.clients import ApiClient, ServiceClient
from tests.contents import undone
from tests.contract.routes import (
    CONSOLE,
    INGEST,
    PROTECTED,
    ROUTES,
    SERVICE_KEY,
    SUPER_ADMIN,
    Route,
    served,
)
from tests.factories import RoleFactory, SuperAdminFactory, SystemRoleFactory, UserFactory

pytestmark = [pytest.mark.django_db, pytest.mark.round]


def caller(tenant, role) -> ApiClient:
    return ApiClient(UserFactory(tenant=tenant, role=role))


def who_may_call(route: Route, tenant) -> ApiClient:
    """Return a caller to whom the route is open: the live service, or a Super Admin."""
    if route.access == SERVICE_KEY:
        return ServiceClient(tenant)
    return ApiClient(SuperAdminFactory(tenant=tenant))


def call(client: ApiClient, route: Route, tenant):
    """Call a route as it wants to be called, with the tenant's own rows in path and body."""
    rows = route.rows(tenant)
    return send(client, route, route.address(rows), route.body(rows))


def send(client: ApiClient, route: Route, url: str, body: dict):
    content, media_type = route.written(body)
    return client.generic(route.method, url, content, content_type=media_type)


def test_every_served_route_stands_in_the_table():
    assert sorted(served()) == sorted((route.method, route.path) for route in ROUTES)


@pytest.mark.parametrize("route", PROTECTED, ids=str)
def test_a_route_is_closed_without_a_token(route, anonymous, tenant):
    answer = call(anonymous, route, tenant)

    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")


@pytest.mark.parametrize("route", INGEST, ids=str)
def test_a_route_of_the_live_service_is_closed_to_users(route, tenant):
    answer = call(ApiClient(SuperAdminFactory(tenant=tenant)), route, tenant)

    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    assert answer["WWW-Authenticate"] == "Api-Key"


@pytest.mark.parametrize("route", [r for r in PROTECTED if r not in INGEST], ids=str)
def test_a_route_of_users_is_closed_to_the_live_service(route, tenant):
    answer = call(ServiceClient(tenant), route, tenant)

    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    assert answer["WWW-Authenticate"].startswith("Bearer")


@pytest.mark.parametrize("route", CONSOLE, ids=str)
def test_a_route_is_closed_with_every_flag_but_its_own(route, tenant):
    # TENANT_MANAGEMENT can be held by Super Admins only, so that no other role gets it here.
    others = [f for f in ALL_FLAGS if f not in route.openers and not f.startswith("TENANT_")]
    client = caller(tenant, RoleFactory(tenant=tenant, permissions=others))

    answer = call(client, route, tenant)

    assert answer.status_code == 403
    assert answer.json() == {
        "success": False,
        "error": f"Permission denied: {route.access} required",
        "code": "AUTHORIZATION_ERROR",
        "details": {},
    }


BESIDES = [pytest.param(r, one, id=f"{r} {one}") for r in CONSOLE for one in r.besides]


@pytest.mark.parametrize(("route", "lacked"), BESIDES)
def test_a_route_is_closed_without_what_it_needs_besides(route, lacked, tenant):
    held = [one for one in ALL_FLAGS if one != lacked and not one.startswith("TENANT_")]

    answer = call(caller(tenant, RoleFactory(tenant=tenant, permissions=held)), route, tenant)

    assert answer.status_code == 403
    assert answer.json()["error"] == f"Permission denied: {lacked} required"


OPENERS = [pytest.param(r, opener, id=f"{r} {opener}") for r in CONSOLE for opener in r.openers]


@pytest.mark.parametrize(("route", "opener"), OPENERS)
def test_a_route_opens_with_its_own_flag_alone(route, opener, tenant):
    if opener == SUPER_ADMIN or opener.startswith("TENANT_"):
        role = SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.SUPER_ADMIN)
    else:
        role = RoleFactory(tenant=tenant, permissions=[opener, *route.besides])

    answer = call(caller(tenant, role), route, tenant)

    assert answer.status_code in {200, 201, 202}


@pytest.mark.parametrize("route", CONSOLE, ids=str)
def test_a_route_follows_the_default_matrix(route, tenant):
    for legacy_role in LegacyRole:
        with undone():
            role = SystemRoleFactory(tenant=tenant, legacy_role=legacy_role)

            answer = call(caller(tenant, role), route, tenant)

        if route.access == SUPER_ADMIN:
            allowed = legacy_role == LegacyRole.SUPER_ADMIN
        else:
            held = set(default_flags(legacy_role))
            allowed = not held.isdisjoint(route.openers) and held.issuperset(route.besides)
        assert (answer.status_code != 403) == allowed, legacy_role
