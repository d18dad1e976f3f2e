"""Who has access to a university, and would lose it by its deletion (contract §19)."""

import pytest

from tests.clients import ApiClient, OperatorClient
from tests.factories import (
    FacultyFactory,
    ServiceKeyFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
)
from tests.operators import foretold, page

pytestmark = pytest.mark.django_db

KEPT = (
    "Nothing is lost: it can be restored on its page. Whoever was signed in has to sign in again"
    " then."
)


@pytest.fixture
def state():
    """A university in which two of the staff, three students and one key can do something."""
    state = TenantFactory(name="State University")
    FacultyFactory.create_batch(2, tenant=state)
    FacultyFactory(tenant=state, status="INACTIVE")
    StudentFactory.create_batch(3, tenant=state)
    StudentFactory(tenant=state, status="INACTIVE")
    StudentFactory(tenant=state, status="DELETED")
    ServiceKeyFactory(tenant=state)
    ServiceKeyFactory(tenant=state, revoked=True)
    return state


def test_active_people_and_keys_are_counted(super_api, state):
    answer = super_api.get(f"/v1/console/tenants/{state.pk}/access")

    assert answer.status_code == 200
    assert answer.json()["data"] == {"staff": 2, "students": 3, "service_keys": 1}


def test_the_page_that_deletes_says_the_same(state):
    operator = OperatorClient(SuperAdminFactory())

    assert foretold(operator.get(page("tenants_tenant_soft_delete", state.pk))) == [
        "2 people of the staff lose access at once.",
        "3 students lose access at once.",
        "1 service key is refused from then on.",
        KEPT,
    ]


def test_it_costs_the_same_for_any_number(state, django_assert_num_queries):
    api = ApiClient(SuperAdminFactory())
    url = f"/v1/console/tenants/{state.pk}/access"
    with django_assert_num_queries(5):
        api.get(url)
    StudentFactory.create_batch(3, tenant=state)

    with django_assert_num_queries(5):
        assert api.get(url).json()["data"]["students"] == 6
