"""Deleting a tenant locks all its people out at once, and restoring it opens no old door."""

import pytest

from accounts.models import SignIn
from tenants.models import AllowedOrigin, Tenant
from tests.clients import LOGIN, ApiClient, bearer, login
from tests.contract.routes import PROTECTED
from tests.contract.test_permissions import call
from tests.factories import PASSWORD, StudentFactory, SuperAdminFactory, TenantFactory, UserFactory

pytestmark = pytest.mark.django_db

ME = "/v1/users/me"
REFRESH = "/v1/auth/refresh"


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(slug="state")


@pytest.fixture
def delete(super_api, state):
    """Have a Super Admin of another tenant delete it."""
    return lambda: super_api.delete(f"/v1/console/tenants/{state.pk}")


@pytest.fixture
def restore(super_api, state):
    """Have a Super Admin of another tenant restore it."""
    return lambda: super_api.patch(f"/v1/console/tenants/{state.pk}", {"is_active": True})


@pytest.fixture(params=["super admin", "admin", "student"])
def user(request, state):
    factories = {
        "super admin": SuperAdminFactory,
        "admin": UserFactory,
        "student": StudentFactory,
    }
    return factories[request.param](tenant=state)


def test_tokens_work_no_more_and_never_again(user, delete, restore):
    client = ApiClient(user)
    assert client.get(ME).status_code == 200

    delete()
    deleted = client.get(ME)
    restore()
    restored = client.get(ME)

    assert (deleted.status_code, deleted.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    assert (restored.status_code, restored.json()) == (401, deleted.json())


def test_refresh_tokens_work_no_more_and_never_again(user, delete, restore, anonymous):
    tokens = [ApiClient(user).tokens.refresh_token for _ in range(2)]

    delete()
    deleted = anonymous.post(REFRESH, {"refresh_token": tokens[0]}).status_code
    restore()
    restored = [anonymous.post(REFRESH, {"refresh_token": one}).status_code for one in tokens]

    assert (deleted, restored) == (401, [401, 401])


def test_people_sign_in_again_once_the_tenant_is_back(state, delete, restore, anonymous):
    user = UserFactory(tenant=state)
    assert login(anonymous, user).status_code == 200

    delete()
    deleted = login(anonymous, user)
    restore()
    restored = login(anonymous, user)

    assert (deleted.status_code, deleted.json()["code"]) == (401, "AUTHENTICATION_ERROR")
    assert restored.status_code == 200
    pair = restored.json()["data"]
    assert anonymous.get(ME, headers=bearer(pair)).status_code == 200
    again = anonymous.post(REFRESH, {"refresh_token": pair["refresh_token"]})
    assert again.status_code == 200
    assert anonymous.get(ME, headers=bearer(again.json()["data"])).status_code == 200


def test_people_may_not_sign_in_by_the_origin_of_a_deleted_tenant(state, delete, anonymous):
    user = UserFactory(tenant=state)
    AllowedOrigin.objects.create(tenant=state, origin="https://app.state.edu")
    body = {"email": user.email, "password": PASSWORD}
    page = {"Origin": "https://app.state.edu"}
    assert anonymous.post(LOGIN, body, headers=page).status_code == 200

    delete()

    answer = anonymous.post(LOGIN, body, headers=page)
    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")


def test_each_deletion_ends_what_was_opened_since_the_last(state, delete, restore):
    user = UserFactory(tenant=state)
    for _ in range(3):
        user.tenant.refresh_from_db()
        client = ApiClient(user)
        assert client.get(ME).status_code == 200
        delete()
        restore()
        assert client.get(ME).status_code == 401

    state.refresh_from_db()
    assert (state.is_active, state.access_epoch) == (True, 3)


def test_sign_in_that_was_under_way_during_the_deletion_opens_nothing(state, delete, restore):
    user = UserFactory(tenant=state)  # loaded while the tenant was active

    delete()
    restore()
    client = ApiClient(user)

    assert SignIn.objects.open().filter(user=user).exists()
    assert client.get(ME).status_code == 401


def test_other_tenants_go_on(state, delete, admin):
    own, foreign = ApiClient(admin), ApiClient(UserFactory())

    delete()

    assert [own.get(ME).status_code, foreign.get(ME).status_code] == [200, 200]


@pytest.mark.parametrize("route", PROTECTED, ids=str)
def test_every_route_is_closed_to_people_of_a_deleted_tenant(route, state, delete):
    client = ApiClient(SuperAdminFactory(tenant=state))

    delete()

    answer = call(client, route, state)
    assert (answer.status_code, answer.json()["code"]) == (401, "AUTHENTICATION_ERROR")


def test_a_renamed_tenant_locks_nobody_out(super_api, state):
    client = ApiClient(UserFactory(tenant=state))

    super_api.patch(f"/v1/console/tenants/{state.pk}", {"name": "New", "is_active": True})

    assert client.get(ME).status_code == 200
