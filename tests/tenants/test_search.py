"""GET /v1/console/tenants?search=, and the same in the admin (contract §3, §16)."""

import pytest

from tenants.models import Tenant
from tests.clients import ApiClient, OperatorClient
from tests.config.refusals import NUL, invalid
from tests.factories import SuperAdminFactory, TenantFactory
from tests.operators import listed

pytestmark = pytest.mark.django_db

URL = "/v1/console/tenants"
LIST = "/admin/tenants/tenant/"


@pytest.fixture
def boss(tenant):
    Tenant.objects.filter(pk=tenant.pk).update(name="Own 100%", slug="own")
    TenantFactory(name="Straße University", slug="state-u", domain="console.state.edu")
    TenantFactory(name="Éta", slug="eta", domain="xn--mller-kva.example")
    TenantFactory(name="State of the past", slug="past", is_active=False)
    return SuperAdminFactory(tenant=tenant)


FOUND = [
    ("", ["Éta", "Own 100%", "Straße University"]),
    ("straße", ["Straße University"]),
    ("UNIVERSITY", ["Straße University"]),
    ("TATE-", ["Straße University"]),
    ("Console.State", ["Straße University"]),
    ("  university ", ["Straße University"]),
    ("ÉT", ["Éta"]),
    ("e\u0301ta", ["Éta"]),
    ("müller", ["Éta"]),
    ("Müller.Example", ["Éta"]),
    ("xn--mller", ["Éta"]),
    ("%", ["Own 100%"]),
    ("_", []),
    ("state edu", []),
    ("nobody", []),
]


@pytest.mark.parametrize(("text", "names"), FOUND)
def test_name_slug_and_domain_are_searched(boss, text, names):
    body = ApiClient(boss).get(URL, {"search": text}).json()

    assert [row["name"] for row in body["data"]] == names
    assert (body["total"], body["total_pages"]) == (len(names), bool(names))


def test_deleted_ones_are_found_when_they_are_asked_for(boss):
    body = ApiClient(boss).get(URL, {"search": "past", "include_inactive": "true"}).json()

    assert [row["name"] for row in body["data"]] == ["State of the past"]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("x" * 501, "Ensure this value has at most 500 characters (it has 501)."),
        ("\0", NUL),
    ],
)
def test_what_cannot_be_searched_for_is_refused(boss, text, message):
    answer = ApiClient(boss).get(URL, {"search": text})

    assert (answer.status_code, answer.json()) == (422, invalid(("search", message)))


@pytest.mark.parametrize(("text", "names"), FOUND[1:])
def test_the_list_of_the_admin_finds_the_same(boss, text, names):
    rows = listed(OperatorClient(boss).get(LIST, {"q": text, "is_active__exact": "1"}))

    assert [row[0] for row in rows] == names


def test_search_costs_no_more_queries(boss, django_assert_num_queries):
    client = ApiClient(boss)

    with django_assert_num_queries(3):  # who calls, how many, the page
        client.get(URL, {"search": "university"})
