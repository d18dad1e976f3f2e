"""Which tenant a public request is about (contract §2)."""

import pytest

from config.errors import TenantUnresolved
from tenants.models import AllowedOrigin
from tenants.queries.resolution import resolve_tenant
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db

UNRESOLVED = "The tenant could not be resolved."


def allow(tenant, origin: str) -> None:
    AllowedOrigin.objects.create(tenant=tenant, origin=origin)


def refusal(**asked) -> str:
    with pytest.raises(TenantUnresolved) as error:
        resolve_tenant(**{"slug": None, "origin": None, **asked})
    assert (error.value.code, error.value.status) == ("TENANT_ERROR", 400)
    return error.value.message


@pytest.fixture
def state():
    """A tenant with a site of its own and one more origin, beside another such tenant."""
    other = TenantFactory(slug="other", domain="other.example.edu")
    allow(other, "https://other.example.org")
    state = TenantFactory(slug="state", domain="state.example.edu")
    allow(state, "https://app.example.org:8443")
    return state


def test_slug_names_the_tenant(state):
    assert resolve_tenant(slug="state", origin=None) == state


def test_slug_goes_before_the_origin(state):
    assert resolve_tenant(slug="state", origin="https://other.example.org") == state


@pytest.mark.parametrize("slug", ["nowhere", "STATE", "state ", "stat", "%"])
def test_unknown_slug_is_refused_whatever_the_origin_says(state, slug):
    assert refusal(slug=slug, origin="https://app.example.org:8443") == UNRESOLVED


def test_inactive_tenant_is_found_by_its_slug_and_refused_at_sign_in():
    gone = TenantFactory(slug="gone", is_active=False)

    assert resolve_tenant(slug="gone", origin=None) == gone


@pytest.mark.parametrize(
    "origin",
    [
        "https://app.example.org:8443",
        "HTTPS://App.Example.ORG:8443",
        "https://state.example.edu",
        "http://STATE.example.edu",
        "https://state.example.edu:3000",
    ],
)
@pytest.mark.parametrize("slug", [None, ""])
def test_origin_is_an_allowed_one_or_has_the_domain_for_its_host(state, slug, origin):
    assert resolve_tenant(slug=slug, origin=origin) == state


@pytest.mark.parametrize(
    "origin",
    [
        "https://app.example.org",
        "http://app.example.org:8443",
        "https://app.example.org:8444",
        "https://app.example.org:8443/",
        "https://app.example.org.evil.com:8443",
        "https://evil-state.example.edu",
        "https://sub.state.example.edu",
        "https://state.example.edu.evil.com",
        "state.example.edu",
        "null",
        "https://[::1",
        "https://",
        "%",
    ],
)
def test_origin_that_only_resembles_is_refused(state, origin):
    assert refusal(origin=origin) == UNRESOLVED


def test_credentials_in_an_origin_are_not_its_host(state):
    assert refusal(origin="https://state.example.edu@evil.com") == UNRESOLVED


def test_tenant_without_a_domain_is_not_found_by_a_host():
    TenantFactory.create_batch(2, domain=None)

    assert refusal(origin="null") == UNRESOLVED
    assert refusal(origin="https://") == UNRESOLVED


def test_tenant_that_fits_twice_is_one_tenant(state):
    allow(state, "https://state.example.edu")

    assert resolve_tenant(slug=None, origin="https://state.example.edu") == state


@pytest.mark.parametrize("origin", ["https://shared.example.com", "https://other.example.edu"])
def test_origin_of_two_tenants_resolves_neither(state, origin):
    allow(state, origin)
    allow(TenantFactory(), "https://shared.example.com")

    assert refusal(origin=origin) == UNRESOLVED


def test_an_inactive_tenant_is_told_but_gives_way_to_a_living_one(state):
    gone = TenantFactory(is_active=False, domain="gone.example.edu")
    allow(gone, "https://gone.example.org")
    allow(gone, "https://app.example.org:8443")

    # Who signs in there is refused later on, as with the slug of a deleted tenant.
    assert resolve_tenant(slug=None, origin="https://gone.example.org") == gone
    assert resolve_tenant(slug=None, origin="https://gone.example.edu") == gone
    assert resolve_tenant(slug=None, origin="https://app.example.org:8443") == state


@pytest.mark.parametrize("slug", [None, ""])
@pytest.mark.parametrize("origin", [None, ""])
def test_request_that_names_nothing_is_told_what_is_missing(state, slug, origin):
    assert refusal(slug=slug, origin=origin) == "Name the tenant: tenant_slug is missing."
