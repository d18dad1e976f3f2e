"""A domain or an origin is one active tenant's only, and stored as browsers send it (G37)."""

import pytest
from django.core.management import call_command
from django.urls import reverse

from config.errors import Conflict
from tenants.models import AllowedOrigin, AuditEvent, Tenant
from tenants.queries.resolution import resolve_tenant, tenant_at, tenant_meant
from tenants.services import configuration, tenants
from tests.clients import OperatorClient
from tests.config.refusals import invalid, refusal
from tests.factories import FacultyFactory, SuperAdminFactory, TenantFactory
from tests.threads import at_once

pytestmark = pytest.mark.django_db

URL = "/v1/console/tenants"
NO_HOST = "Give a host name, such as console.state.edu: no https://, no port, no path."


@pytest.fixture
def state() -> Tenant:
    """An active tenant with a domain and an origin, which others want as well."""
    state = TenantFactory(name="State University", slug="state", domain="state.edu")
    AllowedOrigin.objects.create(tenant=state, origin="https://app.example.org")
    return state


@pytest.fixture
def other() -> Tenant:
    return TenantFactory(name="Other", slug="other")


def taken(what: str) -> dict:
    return refusal(f"{what} belongs to State University (state).", "CONFLICT")


def origins_of(tenant: Tenant) -> str:
    return f"{URL}/{tenant.pk}/allowed-origins"


# What a domain is -----------------------------------------------------------------------------

LONGEST = ".".join(["a" * 63, "b" * 63, "c" * 63, "d" * 61])
DOMAINS = [
    ("state.edu", "state.edu"),
    ("  State.EDU ", "state.edu"),
    ("state.edu.", "state.edu"),
    ("a--b.state.edu", "a--b.state.edu"),
    ("3.14.state.edu", "3.14.state.edu"),
    ("müller.example", "xn--mller-kva.example"),
    ("MU\u0308LLER.example", "xn--mller-kva.example"),
    ("XN--MLLER-KVA.Example", "xn--mller-kva.example"),
    ("straße.example", "xn--strae-oqa.example"),
    ("state。edu", "state.edu"),
    ("ｓｔａｔｅ．ｅｄｕ", "state.edu"),
    ("例え.テスト", "xn--r8jz45g.xn--zckzah"),
    (LONGEST, LONGEST),
]


@pytest.mark.parametrize(("typed", "stored"), DOMAINS)
def test_a_domain_is_stored_as_browsers_send_it(super_api, other, typed, stored):
    made = super_api.post(URL, {"name": "New", "slug": "new", "domain": typed})
    assert (made.status_code, made.json()["data"]["domain"]) == (201, stored)

    new = Tenant.objects.get(slug="new")
    assert tenant_at(stored) == new
    assert resolve_tenant(slug=None, origin=f"https://{stored}:8443") == new
    assert tenant_meant(typed) == tenant_meant(f"ada@{typed.strip()}") == new

    super_api.patch(f"{URL}/{new.pk}", {"domain": None})
    changed = super_api.patch(f"{URL}/{other.pk}", {"domain": typed})
    assert (changed.status_code, changed.json()["data"]["domain"]) == (200, stored)


@pytest.mark.parametrize(
    "domain",
    [
        *("https://state.edu", "state.edu/", "state.edu/path", "state.edu:443", "//state.edu"),
        *("ada@state.edu", "state.edu?x", "state.edu#x", "*.state.edu", "state_1.edu", "state"),
        *("localhost", ".state.edu", "state..edu", "state.edu..", ".", "-state.edu", "state-.edu"),
        *("127.0.0.1", "1.2.3", "256.256.256.256", "0x7f.1", "[::1]", "::1", "state.123"),
        *("state edu", "state .edu", "state\t.edu", "state,edu", "stätë_.edu", "%73tate.edu"),
        *(f"{'a' * 64}.edu", f"{'ü' * 64}.edu", f"{LONGEST}x", "xn--a.edu", "xn--.edu"),
        *("state.edu\\", "state.-edu", "state\u2044edu", "st\u2100te.edu"),
    ],
)  # fmt: skip
def test_what_is_no_host_name_is_no_domain(super_api, state, domain):
    for answer in (
        super_api.post(URL, {"name": "New", "slug": "new", "domain": domain}),
        super_api.patch(f"{URL}/{state.pk}", {"domain": domain}),
    ):
        assert (answer.status_code, answer.json()) == (422, invalid(("domain", NO_HOST)))
    assert list(Tenant.objects.exclude(domain=None).values_list("domain", flat=True)) == [
        "state.edu"
    ]


# Another tenant's -----------------------------------------------------------------------------


@pytest.mark.parametrize("domain", ["state.edu", "STATE.edu.", "app.example.org"])
def test_a_domain_that_another_tenant_has_is_refused(super_api, state, other, domain):
    stored = domain.lower().removesuffix(".")

    for answer in (
        super_api.post(URL, {"name": "New", "slug": "new", "domain": domain}),
        super_api.patch(f"{URL}/{other.pk}", {"domain": domain}),
    ):
        assert (answer.status_code, answer.json()) == (409, taken(stored))
    assert not Tenant.objects.filter(slug="new").exists()
    assert Tenant.objects.get(pk=other.pk).domain is None


@pytest.mark.parametrize(
    ("origin", "stored"),
    [
        ("https://app.example.org", "https://app.example.org"),
        ("HTTPS://App.Example.org:443/", "https://app.example.org"),
        # Where the other one's domain is, by whatever scheme and port.
        ("https://state.edu", "https://state.edu"),
        ("http://state.edu:8443", "http://state.edu:8443"),
        ("https://state.edu.", "https://state.edu."),
    ],
)
def test_an_origin_that_another_tenant_has_is_refused(super_api, state, other, origin, stored):
    answer = super_api.post(origins_of(other), {"origin": origin})

    assert (answer.status_code, answer.json()) == (409, taken(stored))
    with pytest.raises(Conflict, match="belongs to State University"):
        configuration.replace_allowed_origins(
            actor=None, tenant=other, origins=["https://free.example", origin]
        )
    assert configuration.allowed_origins(other) == []
    assert not AuditEvent.objects.exists()


def test_origins_beside_another_ones_are_free(super_api, state, other):
    for origin in (
        *("http://app.example.org", "https://app.example.org:8443"),
        *("https://sub.state.edu", "https://state.edu.example"),
    ):
        assert super_api.post(origins_of(other), {"origin": origin}).status_code == 200


def test_what_is_the_tenants_own_is_no_conflict(super_api, state):
    for answer in (
        super_api.patch(f"{URL}/{state.pk}", {"domain": "STATE.edu"}),
        super_api.post(origins_of(state), {"origin": "https://state.edu"}),
        super_api.post(origins_of(state), {"origin": "https://app.example.org"}),
        super_api.patch(f"{URL}/{state.pk}", {"domain": "app.example.org"}),
    ):
        assert answer.status_code == 200


def test_origins_that_two_listed_before_stay_until_one_goes(super_api, state, other):
    AllowedOrigin.objects.create(tenant=other, origin="https://app.example.org")

    kept = ["https://app.example.org", "https://free.example"]
    assert configuration.replace_allowed_origins(actor=None, tenant=other, origins=kept) == kept


def test_a_deleted_tenant_holds_nothing_and_gets_nothing_back_that_went(super_api, state, other):
    super_api.delete(f"{URL}/{state.pk}")
    assert super_api.patch(f"{URL}/{other.pk}", {"domain": "state.edu"}).status_code == 200

    answer = super_api.patch(f"{URL}/{state.pk}", {"is_active": True})
    assert (answer.status_code, answer.json()) == (
        409,
        refusal("state.edu belongs to Other (other).", "CONFLICT"),
    )
    assert not Tenant.objects.get(pk=state.pk).is_active
    # With another domain it comes back; with its origin taken, not.
    super_api.patch(f"{URL}/{other.pk}", {"domain": None})
    super_api.post(origins_of(other), {"origin": "https://app.example.org"})
    answer = super_api.patch(f"{URL}/{state.pk}", {"is_active": True})
    assert (answer.status_code, answer.json()) == (
        409,
        refusal("https://app.example.org belongs to Other (other).", "CONFLICT"),
    )
    super_api.delete(f"{origins_of(other)}/https%3A%2F%2Fapp.example.org")
    assert super_api.patch(f"{URL}/{state.pk}", {"is_active": True}).status_code == 200


def test_whose_it_is_is_told_to_super_admins_alone(state, other):
    for actor in (FacultyFactory(), SuperAdminFactory()):
        with pytest.raises(Conflict) as refused:
            tenants.update_tenant(actor=actor, tenant=other, domain="state.edu")
        whose = "State University (state)" if actor.is_super_admin else "another tenant"
        assert refused.value.message == f"state.edu belongs to {whose}."


def test_the_panel_refuses_it_too(state, other):
    operator_client = OperatorClient(SuperAdminFactory())

    def said(page: str, **sent) -> str:
        address = reverse(f"admin:tenants_tenant_{page}", args=[] if page == "add" else [other.pk])
        answer = operator_client.post(address, sent)
        assert answer.status_code == 200
        return answer.content.decode()

    domain = {"domain": "State.edu"}
    assert "state.edu belongs to State University (state)." in said(
        "add", name="New", slug="new", **domain
    )
    assert "state.edu belongs to State University (state)." in said(
        "change", name="Other", **domain
    )
    assert NO_HOST in said("change", name="Other", domain="https://state.edu")
    assert "https://state.edu belongs to State University (state)." in said(
        "allowed_origins", origins="https://free.example\nhttps://STATE.edu"
    )
    other.is_active = False
    other.domain = "state.edu"
    other.save()
    assert "state.edu belongs to State University (state)." in said("restore")
    assert Tenant.objects.filter(is_active=True, domain="state.edu").get() == state


def test_a_slip_in_a_new_tenant_stops_nobodys_sign_in(super_api, state):
    for body in (
        {"name": "New", "slug": "new", "domain": "State.edu"},
        {"name": "New", "slug": "new", "domain": "app.example.org"},
    ):
        super_api.post(URL, body)
    call_command("create_tenant", "new", "New")
    new = Tenant.objects.get(slug="new")
    for origin in ("https://app.example.org", "https://state.edu", "http://state.edu:3000"):
        super_api.post(origins_of(new), {"origin": origin})

    for origin in ("https://app.example.org", "https://state.edu", "http://state.edu:3000"):
        assert resolve_tenant(slug=None, origin=origin) == state
    assert tenant_at("state.edu") == tenant_meant("ada@state.edu") == state


# At once --------------------------------------------------------------------------------------


@pytest.mark.django_db(transaction=True)
def test_of_many_who_want_one_place_at_once_one_gets_it(super_api):
    rivals = [TenantFactory(slug=f"rival-{index}") for index in range(6)]

    def want(index: int) -> int:
        rival = rivals[index]
        if index % 2:
            return super_api.patch(f"{URL}/{rival.pk}", {"domain": "state.edu"}).status_code
        return super_api.post(origins_of(rival), {"origin": "https://state.edu"}).status_code

    assert sorted(at_once(want, len(rivals))) == [200] + [409] * 5


@pytest.mark.django_db(transaction=True)
def test_of_many_who_come_back_to_one_place_at_once_one_does(super_api):
    rivals = [TenantFactory(domain="state.edu", is_active=False) for _ in range(4)]

    codes = at_once(
        lambda index: super_api.patch(f"{URL}/{rivals[index].pk}", {"is_active": True}).status_code,
        len(rivals),
    )

    assert sorted(codes) == [200, 409, 409, 409]
