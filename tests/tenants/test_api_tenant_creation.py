"""Creating tenants, and bodies that nothing can be made of (contract §3)."""

import pytest

from accounts.models import LegacyRole, Role
from accounts.services.roles import default_flags
from tenants.models import AuditEvent, Tenant
from tenants.services.events import tenant_created
from tests.config.refusals import (
    BLANK,
    NO_TEXT,
    NUL,
    NULL,
    REQUIRED,
    ZERO,
    invalid,
    refusal,
    too_long,
    unseen,
)
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db

URL = "/v1/console/tenants"
SOUND = {"name": "State", "slug": "state"}

NO_SLUG = "Use lower-case letters, digits and hyphens only."
UNREADABLE = "The body is not valid JSON."


def no_object(kind: str) -> str:
    return f"Invalid data. Expected a dictionary, but got {kind}."


def one(tenant: Tenant) -> str:
    return f"{URL}/{tenant.pk}"


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(name="State University", slug="state", domain="state.edu")


def test_create_needs_no_more_than_name_and_slug(super_api):
    answer = super_api.post(URL, {"name": "State", "slug": "state"})

    tenant = Tenant.objects.get(slug="state")
    assert answer.status_code == 201
    assert answer.json()["data"] == {
        "id": tenant.pk,
        "name": "State",
        "slug": "state",
        "domain": None,
        "lms_type": None,
        "time_zone": None,
        "is_active": True,
        "created_at": f"{tenant.created_at:%Y-%m-%dT%H:%M:%SZ}",
        "move": None,
        "updated_at": None,
        "branding": None,
        "sso_config": None,
        "ai_config": None,
        "allowed_origins": [],
    }
    assert super_api.get(one(tenant)).json()["data"] == answer.json()["data"]


def test_create_takes_values_of_full_length_and_any_script(super_api):
    body = {
        "name": "Ü" * 255,
        "slug": "a-1" * 33 + "z",
        "domain": ".".join(["d" * 63, "o" * 63, "m" * 63, "a" * 61]),
        "lms_type": "m" * 50,
    }

    answer = super_api.post(URL, body)

    assert answer.status_code == 201
    assert answer.json()["data"] | body == answer.json()["data"]


def test_create_reads_blank_as_null_and_ignores_what_it_does_not_know(super_api):
    unknown = {
        "id": "a" * 24,
        "is_active": False,
        "created_at": "2020-01-01",
        "access_epoch": 9,
        "branding": {"primary_color": "#000000"},
        "allowed_origins": ["https://evil.example"],
    }

    answer = super_api.post(
        URL, {"name": "  State ", "slug": "state", "domain": "", "lms_type": " ", **unknown}
    )

    data = answer.json()["data"]
    assert answer.status_code == 201
    assert (data["name"], data["domain"], data["lms_type"]) == ("State", None, None)
    assert (data["is_active"], data["branding"], data["allowed_origins"]) == (True, None, [])
    assert data["id"] != "a" * 24
    assert Tenant.objects.get(slug="state").access_epoch == 0


@pytest.mark.parametrize(
    ("body", "problems"),
    [
        ({}, [("name", REQUIRED), ("slug", REQUIRED)]),
        ({"name": None, "slug": None}, [("name", NULL), ("slug", NULL)]),
        ({"name": "", "slug": "  "}, [("name", BLANK), ("slug", BLANK)]),
        ({"name": 5, "slug": True}, [("name", NO_TEXT), ("slug", NO_TEXT)]),
        ({"name": ["State"], "slug": {"a": 1}}, [("name", NO_TEXT), ("slug", NO_TEXT)]),
        ({"name": 1.5, "slug": []}, [("name", NO_TEXT), ("slug", NO_TEXT)]),
        (SOUND | {"name": "x" * 256}, [("name", too_long(255))]),
        (SOUND | {"slug": "x" * 101}, [("slug", too_long(100))]),
        (SOUND | {"domain": "x" * 256}, [("domain", too_long(255))]),
        (SOUND | {"lms_type": "x" * 51}, [("lms_type", too_long(50))]),
        (SOUND | {"domain": 5, "lms_type": False}, [("domain", NO_TEXT), ("lms_type", NO_TEXT)]),
        (SOUND | {"name": "a\0b"}, [("name", unseen(2, ZERO))]),
        (SOUND | {"domain": "\0"}, [("domain", unseen(1, ZERO))]),
        (SOUND | {"slug": "State"}, [("slug", NO_SLUG)]),
        (SOUND | {"slug": "state_1"}, [("slug", NO_SLUG)]),
        (SOUND | {"slug": "état"}, [("slug", NO_SLUG)]),
        (SOUND | {"slug": "a/b"}, [("slug", NO_SLUG)]),
        (SOUND | {"slug": "a\0"}, [("slug", NO_SLUG), ("slug", NUL)]),
    ],
)
def test_create_refuses_a_malformed_body(super_api, body, problems):
    answer = super_api.post(URL, body)

    assert (answer.status_code, answer.json()) == (422, invalid(*problems))
    assert Tenant.objects.count() == 1


BODIES = [
    (b"[]", no_object("list")),
    (b'[{"name": "State", "slug": "state"}]', no_object("list")),
    (b'"state"', no_object("str")),
    (b"5", no_object("int")),
    (b"true", no_object("bool")),
    (b"null", "No data provided"),
    (b"{", UNREADABLE),
    (b"{'name': 'State'}", UNREADABLE),
    (b'{"name": "\xff", "slug": "state"}', UNREADABLE),
    (b'{"name": "\\ud800", "slug": "state"}', UNREADABLE),
    (b'{"name": NaN, "slug": "state"}', UNREADABLE),
    (b"[" * 5000, UNREADABLE),
]


@pytest.mark.parametrize(("body", "message"), BODIES)
@pytest.mark.parametrize("method", ["POST", "PATCH"])
def test_body_that_is_no_object_is_refused(super_api, state, method, body, message):
    url = URL if method == "POST" else one(state)

    answer = super_api.generic(method, url, body, content_type="application/json")

    assert (answer.status_code, answer.json()) == (422, invalid(("", message)))


def test_create_without_a_body_asks_for_one(super_api):
    answer = super_api.generic("POST", URL, b"", content_type="application/json")

    problems = [("name", REQUIRED), ("slug", REQUIRED)]
    assert (answer.status_code, answer.json()) == (422, invalid(*problems))


def test_slug_of_a_deleted_tenant_stays_taken(super_api, state):
    super_api.delete(one(state))

    answer = super_api.post(URL, {"name": "Another", "slug": "state"})

    taken = refusal("A university with this slug exists already.", "CONFLICT")
    assert (answer.status_code, answer.json()) == (409, taken)
    assert Tenant.objects.count() == 2


def test_create_gives_the_tenant_its_four_system_roles(super_api):
    super_api.post(URL, SOUND)

    roles = Role.objects.filter(tenant__slug="state")
    assert {role.legacy_role: (role.name, set(role.permissions)) for role in roles} == {
        legacy: (legacy.label, set(default_flags(legacy))) for legacy in LegacyRole
    }
    assert all(role.is_system_role for role in roles)


def test_create_leaves_nothing_when_a_part_of_it_fails(super_api):
    tenants, roles = Tenant.objects.count(), Role.objects.count()

    def burn(tenant, **kwargs):
        assert Role.objects.filter(tenant=tenant).count() == 4
        raise RuntimeError("the cellar is on fire")

    tenant_created.connect(burn)
    try:
        answer = super_api.post(URL, SOUND)
    finally:
        tenant_created.disconnect(burn)

    assert answer.status_code == 500
    assert (Tenant.objects.count(), Role.objects.count()) == (tenants, roles)
    assert AuditEvent.objects.count() == 0
    assert super_api.post(URL, SOUND).status_code == 201
