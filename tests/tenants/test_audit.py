"""What the trail says of changes to tenants, and in whose trail it stands (contract §11)."""

import pytest

from tenants.models import AllowedOrigin, AuditEvent, EventType, Tenant
from tenants.services import audit, tenants
from tests.clients import ApiClient
from tests.factories import SuperAdminFactory, TenantFactory
from tests.recorded import recorded

pytestmark = pytest.mark.django_db

APP = "https://app.state.edu"


@pytest.fixture
def actor(tenant):
    return SuperAdminFactory(
        tenant=tenant, email="root@demo.example", first_name="Grace", last_name="Eze"
    )


@pytest.fixture
def client(actor) -> ApiClient:
    return ApiClient(actor, REMOTE_ADDR="192.0.2.7", HTTP_X_REQUEST_ID="trace-1")


@pytest.fixture
def state() -> Tenant:
    return TenantFactory(name="State", slug="state", domain="state.edu")


def described(event: AuditEvent) -> dict:
    """Return an event without what differs from trail to trail: its id, trail and moment."""
    return recorded(event, {"id", "tenant_id", "event_time", "arrival"})


def expected(actor, target: Tenant, event_type: str, **metadata) -> dict:
    return {
        "actor_user_id": actor.pk,
        "actor_email": "root@demo.example",
        "actor_name": "Grace Eze",
        "target_type": "tenant",
        "target_id": target.pk,
        "event_type": event_type,
        "metadata": {"tenant_id": target.pk, "actor_tenant_id": actor.tenant_id, **metadata},
        "request_id": "trace-1",
        "address": "192.0.2.7",
        "user_agent": None,
    }


def changed(**fields: tuple) -> dict:
    return {name: {"before": before, "after": after} for name, (before, after) in fields.items()}


CHANGES = [
    (
        ("patch", "", {"name": "New State", "domain": None, "lms_type": None}),
        (
            "tenant.updated",
            {"changes": changed(name=("State", "New State"), domain=("state.edu", None))},
        ),
    ),
    (
        ("delete", "", None),
        ("tenant.deleted", {"changes": changed(is_active=(True, False))}),
    ),
    (
        ("patch", "", {"is_active": False, "name": "Old State"}),
        (
            "tenant.deleted",
            {"changes": changed(is_active=(True, False), name=("State", "Old State"))},
        ),
    ),
    (
        ("patch", "/branding", {"primary_color": "#1e3a5f", "logo_url": None}),
        (
            "tenant.updated",
            {"configuration": "branding", "changes": changed(primary_color=(None, "#1E3A5F"))},
        ),
    ),
    (
        # What equals the default was null before, and is not now.
        ("patch", "/sso", {"is_enabled": False}),
        (
            "tenant.updated",
            {"configuration": "sso_config", "changes": changed(is_enabled=(None, False))},
        ),
    ),
    (
        ("patch", "/ai-config", {"max_sessions_per_student": 5}),
        (
            "tenant.updated",
            {"configuration": "ai_config", "changes": changed(max_sessions_per_student=(None, 5))},
        ),
    ),
    (
        ("post", "/allowed-origins", {"origin": "https://new.state.edu/"}),
        (
            "tenant.updated",
            {
                "configuration": "allowed_origins",
                "changes": changed(allowed_origins=([APP], [APP, "https://new.state.edu"])),
            },
        ),
    ),
    (
        ("delete", "/allowed-origins/https%3A%2F%2Fapp.state.edu", None),
        (
            "tenant.updated",
            {
                "configuration": "allowed_origins",
                "changes": changed(allowed_origins=([APP], [])),
            },
        ),
    ),
]


@pytest.mark.parametrize(("request_made", "event"), CHANGES)
def test_change_stands_in_the_trails_of_both_tenants(client, actor, state, request_made, event):
    AllowedOrigin.objects.create(tenant=state, origin=APP)
    method, path, body = request_made
    event_type, metadata = event

    answer = getattr(client, method)(f"/v1/console/tenants/{state.pk}{path}", body)

    assert answer.status_code == 200
    events = AuditEvent.objects.all()
    assert {row.tenant_id for row in events} == {state.pk, actor.tenant_id}
    assert [described(row) for row in events] == [
        expected(actor, state, event_type, **metadata)
    ] * 2


def test_change_of_the_own_tenant_stands_in_its_trail_once(client, actor, tenant):
    client.patch(f"/v1/console/tenants/{tenant.pk}/branding", {"primary_color": "#000000"})

    (event,) = AuditEvent.objects.all()
    assert event.tenant_id == event.target_id == tenant.pk


def test_creation_stands_in_the_trails_of_both_tenants(client, actor):
    client.post("/v1/console/tenants", {"name": "State", "slug": "state", "lms_type": "canvas"})

    state = Tenant.objects.get(slug="state")
    events = AuditEvent.objects.all()
    assert {row.tenant_id for row in events} == {state.pk, actor.tenant_id}
    assert [described(row) for row in events] == [
        expected(
            actor,
            state,
            "tenant.created",
            name="State",
            slug="state",
            domain=None,
            lms_type="canvas",
            time_zone=None,
        )
    ] * 2


def test_second_change_says_what_was_before(client, state):
    url = f"/v1/console/tenants/{state.pk}/branding"
    client.patch(url, {"primary_color": "#000000", "widget_position": "top-left"})

    client.patch(url, {"primary_color": "#FFFFFF", "widget_position": "top-left"})

    newest = AuditEvent.objects.for_tenant(state).first()
    assert newest.metadata["changes"] == changed(primary_color=("#000000", "#FFFFFF"))


def test_restoration_is_a_change(client, state):
    client.delete(f"/v1/console/tenants/{state.pk}")

    client.patch(f"/v1/console/tenants/{state.pk}", {"is_active": True})

    newest = AuditEvent.objects.for_tenant(state).first()
    assert newest.event_type == "tenant.updated"
    assert newest.metadata["changes"] == changed(is_active=(False, True))


@pytest.mark.parametrize(
    ("method", "path", "body"),
    [
        ("patch", "/branding", {"primary_color": "blue"}),
        ("patch", "/sso", {"is_enabled": True}),
        ("post", "/allowed-origins", {"origin": "nonsense"}),
        ("delete", "/allowed-origins/https%3A%2F%2Fapp.state.edu", None),
        ("patch", "", {"name": "State"}),
        ("patch", "/ai-config", {}),
    ],
)
def test_what_was_refused_or_changed_nothing_leaves_no_trace(client, state, method, path, body):
    getattr(client, method)(f"/v1/console/tenants/{state.pk}{path}", body)

    assert AuditEvent.objects.count() == 0


def test_actor_is_named_as_then(client, actor, state):
    client.delete(f"/v1/console/tenants/{state.pk}")
    actor.email, actor.last_name = "other@demo.example", "Obi"
    actor.save()

    event = AuditEvent.objects.for_tenant(state).get()
    assert (event.actor_email, event.actor_name) == ("root@demo.example", "Grace Eze")


def test_outside_of_a_request_nobody_and_nowhere_is_named(tenant):
    tenants.create_tenant(actor=None, name="State", slug="state")

    event = AuditEvent.objects.get()
    assert event.tenant.slug == "state"
    assert (event.actor_user_id, event.actor_email, event.actor_name) == (None, None, None)
    assert (event.request_id, event.address) == (None, None)


def test_event_goes_back_with_its_change(tenant, actor):
    tenants.create_tenant(actor=actor, name="State", slug="state")
    before = AuditEvent.objects.count()

    with pytest.raises(Exception, match="unique_tenant_slug"):
        tenants.create_tenant(actor=actor, name="Another", slug="state")

    assert AuditEvent.objects.count() == before


def test_apply_sets_what_differs_and_saves_nothing(tenant):
    changes = audit.apply(tenant, {"name": "New", "slug": tenant.slug, "domain": None})

    assert set(changes) == {"name"}
    assert changes["name"]["after"] == tenant.name == "New"
    assert Tenant.objects.get().name == changes["name"]["before"]


def test_target_type_is_what_stands_before_the_dot():
    assert EventType.TENANT_CREATED.target_type == "tenant"
    assert EventType.CASE_STUDY_DELETED.target_type == "case_study"
