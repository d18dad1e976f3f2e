"""The web origins of a tenant (contract §3)."""

import pytest

from tenants.models import AllowedOrigin, AuditEvent, Tenant
from tests.config.refusals import (
    BLANK,
    NO_TEXT,
    NOT_FOUND,
    NUL,
    NULL,
    REQUIRED,
    invalid,
    refusal,
    too_long,
)
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db

APP = "https://app.state.edu"
NOT_AN_ORIGIN = "Give an origin: http:// or https://, a host and, if need be, a port; no path."
NOT_LISTED = refusal("This origin is not in the list.", "NOT_FOUND")


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(slug="state")


@pytest.fixture
def url(state) -> str:
    return f"/v1/console/tenants/{state.pk}/allowed-origins"


def allow(tenant: Tenant, *origins: str) -> None:
    for origin in origins:
        AllowedOrigin.objects.create(tenant=tenant, origin=origin)


def listed(tenant: Tenant) -> list[str]:
    return [row.origin for row in AllowedOrigin.objects.for_tenant(tenant)]


# Read and add -----------------------------------------------------------------------------------


def test_list_is_plain_and_in_the_order_of_adding(super_api, state, url):
    allow(TenantFactory(), "https://leak.example")
    assert super_api.get(url).json() == {"success": True, "data": [], "message": None}
    for origin in ("https://z.edu", "https://a.edu", "http://localhost:3000"):
        super_api.post(url, {"origin": origin})

    assert super_api.get(url, {"limit": 1}).json() == {
        "success": True,
        "data": ["https://z.edu", "https://a.edu", "http://localhost:3000"],
        "message": None,
    }


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("HTTPS://App.State.edu/", APP),
        ("  https://app.state.edu:443 ", APP),
        ("https://bücher.example:8443", "https://xn--bcher-kva.example:8443"),
        ("http://[0:0::1]:3000", "http://[::1]:3000"),
    ],
)
def test_add_stores_an_origin_as_browsers_send_it(super_api, state, url, sent, stored):
    answer = super_api.post(url, {"origin": sent})

    assert (answer.status_code, answer.json()["data"]) == (200, [stored])
    assert listed(state) == [stored]


@pytest.mark.parametrize("again", [APP, "https://APP.state.edu:443/"])
def test_add_of_a_present_origin_changes_nothing(super_api, state, url, again):
    allow(state, APP)

    answer = super_api.post(url, {"origin": again})

    assert (answer.status_code, answer.json()["data"]) == (200, [APP])
    assert AuditEvent.objects.count() == 0


@pytest.mark.parametrize(
    ("body", "message"),
    [
        ({}, REQUIRED),
        ({"origin": None}, NULL),
        ({"origin": " "}, BLANK),
        ({"origin": 5}, NO_TEXT),
        ({"origin": [APP]}, NO_TEXT),
        ({"origin": "app.state.edu"}, NOT_AN_ORIGIN),
        ({"origin": "*"}, NOT_AN_ORIGIN),
        ({"origin": "null"}, NOT_AN_ORIGIN),
        ({"origin": f"{APP}/path"}, NOT_AN_ORIGIN),
        ({"origin": f"{APP}?a=b"}, NOT_AN_ORIGIN),
        ({"origin": "ftp://app.state.edu"}, NOT_AN_ORIGIN),
        ({"origin": "javascript:alert(1)"}, NOT_AN_ORIGIN),
        ({"origin": "https://*.state.edu"}, NOT_AN_ORIGIN),
        ({"origin": f"{APP}\0"}, NUL),
        ({"origin": "x" * 2001}, too_long(2000)),
        (
            {"origin": f"https://{'.'.join(['a' * 62] * 4)}"},
            "An origin has at most 255 characters.",
        ),
    ],
)
def test_add_refuses_what_is_no_origin(super_api, state, url, body, message):
    answer = super_api.post(url, body)

    assert (answer.status_code, answer.json()) == (422, invalid(("origin", message)))
    assert listed(state) == []


# Remove -----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("origin", "path"),
    [
        (APP, "https%3A%2F%2Fapp.state.edu"),
        (APP, "https%3a%2f%2fapp.state.edu"),
        # What servers make of it: some decode, some fold the slashes as well.
        (APP, "https://app.state.edu"),
        (APP, "https:/app.state.edu"),
        (APP, "HTTPS:/APP.State.edu"),
        (APP, "https%3A%2F%2F%61pp.state.edu"),
        (APP, "https%3A%2F%2Fapp.state.edu%3A443"),
        ("http://localhost:3000", "http%3A%2F%2Flocalhost%3A3000"),
        ("http://localhost:3000", "http:/localhost:3000"),
        ("http://[::1]:3000", "http%3A%2F%2F%5B%3A%3A1%5D%3A3000"),
        ("http://[::1]:3000", "http:/[::1]:3000"),
        ("https://xn--bcher-kva.example", "https%3A%2F%2Fb%C3%BCcher.example"),
        # However it was typed when it was added.
        (APP, "https%3A%2F%2FAPP.state.edu%3A443%2F"),
        (APP, "https%3A%2F%2Fapp.state.edu/"),
        (APP, "https:/app.state.edu/"),
        (APP, "%20https%3A%2F%2Fapp.state.edu%20"),
        (APP, "https%3A%2F%2Fapp.state.edu%0A"),
        (APP, "https%3A%2F%2F%EF%BD%81pp%E3%80%82state.edu"),
        ("http://localhost", "http%3A%2F%2Flocalhost%3A80%2F"),
        ("https://xn--bcher-kva.example", "https%3A%2F%2FXN--BCHER-KVA.example"),
        ("https://xn--bcher-kva.example", "https%3A%2F%2FBU%CC%88CHER.example%3A443"),
    ],
)
def test_remove_finds_the_origin_however_its_path_arrives(super_api, state, url, origin, path):
    allow(state, "https://stays.state.edu", origin)
    other = TenantFactory()
    allow(other, origin)

    answer = super_api.delete(f"{url}/{path}")

    assert answer.status_code == 200
    assert answer.json() == {
        "success": True,
        "data": None,
        "message": "Origin removed successfully",
    }
    assert (listed(state), listed(other)) == (["https://stays.state.edu"], [origin])


@pytest.mark.parametrize(
    "path",
    [
        "https%3A%2F%2Fother.state.edu",
        "http%3A%2F%2Fapp.state.edu",
        "https%3A%2F%2Fapp.state.edu%3A444",
        "https%253A%252F%252Fapp.state.edu",
        "https%3A%2F%2Fapp.state.edu%2Fpath",
        "https%3A%2F%2Fapp.state.edu%00",
        "app.state.edu",
        "nonsense",
        "https%3A%2F%2Fother.state.edu%2F",
        "https%3A%2F%2Fother.state.edu/",
        "https%3A%2F%2FOTHER.state.edu%3A443",
        "https%3A%2F%2Fother.state.edu%0A",
        "https%3A%2F%2Fb%C3%BCcher.example",
        "https%3A%2F%2F",
        "%0A",
        "%20",
        "null",
        "*",
        "%00%00",
        "%ff",
        "x" * 5000,
    ],
)
def test_remove_of_what_is_not_listed_is_404(super_api, state, url, path):
    allow(state, APP)
    allow(TenantFactory(), "https://other.state.edu")

    answer = super_api.delete(f"{url}/{path}")

    assert (answer.status_code, answer.json()) == (404, NOT_LISTED)
    assert listed(state) == [APP]
    assert AuditEvent.objects.count() == 0


def test_remove_takes_an_origin_back_once(super_api, state, url):
    allow(state, APP)
    path = f"{url}/https%3A%2F%2Fapp.state.edu"

    assert [super_api.delete(path).status_code for _ in range(2)] == [200, 404]


@pytest.mark.parametrize("path", ["", "/", "//"])
def test_a_path_without_an_origin_is_no_route(super_api, state, url, path):
    allow(state, APP)

    answer = super_api.delete(f"{url}/{path}")

    assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
    assert listed(state) == [APP]


# Which tenant -----------------------------------------------------------------------------------


def test_a_malformed_body_goes_before_an_unknown_tenant(super_api):
    unknown = f"/v1/console/tenants/{'0' * 24}/allowed-origins"

    assert super_api.post(unknown, {"origin": "x"}).status_code == 422
    for answer in (
        super_api.post(unknown, {"origin": APP}),
        super_api.get(unknown),
        super_api.delete(f"{unknown}/https%3A%2F%2Fapp.state.edu"),
    ):
        assert (answer.status_code, answer.json()) == (404, NOT_FOUND)


def test_origins_of_a_deleted_tenant_are_kept(super_api, state, url):
    super_api.post(url, {"origin": APP})
    super_api.delete(f"/v1/console/tenants/{state.pk}")

    assert super_api.get(url).json()["data"] == [APP]
