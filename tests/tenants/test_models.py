"""The tenant, its configurations, and the audit trail (contract §3, §11)."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.db import DataError, IntegrityError, connection, transaction

from config.ids import new_id
from tenants.models import (
    AllowedOrigin,
    AuditEvent,
    Erasure,
    Tenant,
    TenantAIConfig,
    TenantBranding,
    TenantRetention,
    TenantSSOConfig,
)
from tests.factories import AuditEventFactory, TenantFactory
from tests.violations import assert_refused, each

pytestmark = pytest.mark.django_db

CAS, CALLBACK = "https://cas.state.edu", "https://app.state.edu/cas"


def second_erasure() -> Erasure:
    user_id = new_id()
    Erasure.objects.create(tenant=TenantFactory(), user_id=user_id)
    return Erasure(tenant=TenantFactory(), user_id=user_id)


def second_slug() -> Tenant:
    """The slug of a deleted tenant: it stays taken."""
    TenantFactory(slug="state", is_active=False)
    return Tenant(name="State", slug="state")


def second_domain() -> Tenant:
    TenantFactory(domain="state.edu")
    return Tenant(name="State", slug="state", domain="state.edu")


def domain_of_a_deleted_tenant() -> Tenant:
    TenantFactory(domain="state.edu", is_active=False)
    return Tenant(name="State", slug="state", domain="state.edu")


def second_origin() -> AllowedOrigin:
    tenant, origin = TenantFactory(), "https://app.state.edu"
    AllowedOrigin.objects.create(tenant=tenant, origin=origin)
    return AllowedOrigin(tenant=tenant, origin=origin)


# Constraint → rows that break it and nothing else.
VIOLATIONS = {
    "retention_audit_days_range": [
        lambda: TenantRetention(tenant=TenantFactory(), audit_days=89),
        lambda: TenantRetention(tenant=TenantFactory(), audit_days=3_651),
    ],
    "retention_transcript_days_range": [
        lambda: TenantRetention(tenant=TenantFactory(), transcript_days=29),
    ],
    "erasure_of_somebody": [lambda: Erasure(tenant=TenantFactory(), user_id="")],
    "unique_erasure_of_user": [second_erasure],
    "tenant_slug_format": [
        lambda: Tenant(name="State", slug="State"),
        lambda: Tenant(name="State", slug=""),
        lambda: Tenant(name="State", slug="a b"),
        lambda: Tenant(name="State", slug="a\n"),
        lambda: Tenant(name="State", slug="ü"),
    ],
    "unique_tenant_slug": [second_slug],
    "tenant_name_not_empty": [lambda: Tenant(name="", slug="state")],
    "unique_domain_of_active_tenant": [second_domain],
    "tenant_domain_format": [
        lambda: Tenant(name="State", slug="state", domain=""),
        lambda: Tenant(name="State", slug="state", domain="State.edu"),
        lambda: Tenant(name="State", slug="state", domain="müller.example"),
        lambda: Tenant(name="State", slug="state", domain="state"),
        lambda: Tenant(name="State", slug="state", domain="state.edu."),
        lambda: Tenant(name="State", slug="state", domain="state.edu:443"),
        lambda: Tenant(name="State", slug="state", domain="127.0.0.1"),
        lambda: Tenant(name="State", slug="state", domain=f"{'a' * 64}.edu"),
    ],
    "branding_colour_format": [
        lambda: TenantBranding(tenant=TenantFactory(), primary_color="#12345"),
        lambda: TenantBranding(tenant=TenantFactory(), secondary_color="#12345g"),
        lambda: TenantBranding(tenant=TenantFactory(), secondary_color="1234567"),
        lambda: TenantBranding(tenant=TenantFactory(), primary_color="#123456", secondary_color=""),
    ],
    "branding_widget_position": [
        lambda: TenantBranding(tenant=TenantFactory(), widget_position="middle")
    ],
    "sso_enabled_needs_urls": [
        lambda: TenantSSOConfig(tenant=TenantFactory(), is_enabled=True),
        lambda: TenantSSOConfig(tenant=TenantFactory(), is_enabled=True, server_url=CAS),
        lambda: TenantSSOConfig(tenant=TenantFactory(), is_enabled=True, callback_url=CALLBACK),
        lambda: TenantSSOConfig(
            tenant=TenantFactory(), is_enabled=True, server_url="", callback_url=CALLBACK
        ),
    ],
    "sso_provider": [lambda: TenantSSOConfig(tenant=TenantFactory(), provider="saml")],
    "ai_max_sessions_range": [
        lambda: TenantAIConfig(tenant=TenantFactory(), max_sessions_per_student=0),
        lambda: TenantAIConfig(tenant=TenantFactory(), max_sessions_per_student=101),
    ],
    "ai_pass_mark_range": [
        lambda: TenantAIConfig(tenant=TenantFactory(), pass_mark=0),
        lambda: TenantAIConfig(tenant=TenantFactory(), pass_mark=101),
    ],
    "unique_origin_per_tenant": [second_origin],
    "origin_lower_case": [
        lambda: AllowedOrigin(tenant=TenantFactory(), origin="https://App.state.edu")
    ],
}


@pytest.mark.parametrize(("name", "build"), each(VIOLATIONS))
def test_constraint_refuses(name, build):
    assert_refused(build(), name)


@pytest.mark.parametrize(
    "build",
    [
        lambda: Tenant(name="Ü", slug="a-1", domain=None, lms_type=None),
        lambda: Tenant(name="Ü", slug="a-1", domain="xn--mller-kva.example"),
        domain_of_a_deleted_tenant,
        lambda: TenantBranding(tenant=TenantFactory()),
        lambda: TenantBranding(
            tenant=TenantFactory(), primary_color="#1e3A5F", secondary_color="#000000"
        ),
        lambda: TenantSSOConfig(tenant=TenantFactory()),
        lambda: TenantSSOConfig(
            tenant=TenantFactory(), is_enabled=True, server_url=CAS, callback_url=CALLBACK
        ),
        lambda: TenantAIConfig(tenant=TenantFactory(), max_sessions_per_student=1),
        lambda: TenantAIConfig(tenant=TenantFactory(), max_sessions_per_student=100),
        lambda: TenantAIConfig(tenant=TenantFactory()),
    ],
)
def test_sound_row_is_accepted(build):
    row = build()

    row.full_clean()
    row.save()


def test_one_origin_may_serve_two_tenants():
    for _ in range(2):
        AllowedOrigin.objects.create(tenant=TenantFactory(), origin="https://app.example.com")

    assert AllowedOrigin.objects.count() == 2


@pytest.mark.parametrize("field", ["name", "slug", "domain", "lms_type"])
def test_too_long_a_text_is_refused_by_the_database(field):
    longest = Tenant._meta.get_field(field).max_length

    with pytest.raises(DataError):
        TenantFactory(**{field: "x" * (longest + 1)})


def test_updated_at_is_null_until_the_first_change():
    tenant = TenantFactory()
    assert Tenant.objects.get().updated_at is None

    with time_machine.travel(datetime(2026, 6, 4, 9, tzinfo=UTC), tick=False):
        tenant.name = "Renamed"
        tenant.save()

    assert tenant.updated_at == datetime(2026, 6, 4, 9, tzinfo=UTC)
    tenant.refresh_from_db()
    assert tenant.updated_at == datetime(2026, 6, 4, 9, tzinfo=UTC)


def test_updated_at_of_a_configuration_is_null_until_the_first_change():
    tenant = TenantFactory()
    branding, _ = TenantBranding.objects.update_or_create(tenant=tenant)
    assert branding.updated_at is None

    TenantBranding.objects.update_or_create(tenant=tenant, defaults={"logo_url": "https://x.y"})

    assert TenantBranding.objects.get().updated_at is not None


def test_active_leaves_out_the_soft_deleted():
    tenant = TenantFactory()
    TenantFactory(is_active=False)

    assert list(Tenant.objects.active()) == [tenant]


def test_tenant_with_rows_is_never_deleted():
    event = AuditEventFactory()

    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        with pytest.raises(IntegrityError):
            cursor.execute("DELETE FROM tenants_tenant WHERE id = %s", [event.tenant_id])


@pytest.mark.parametrize(
    "change",
    [
        lambda event: event.save(),
        lambda event: event.delete(),
        lambda event: AuditEvent.objects.update(event_type="user.updated"),
        lambda event: AuditEvent.objects.all().delete(),
        lambda event: AuditEvent.objects.bulk_update([event], ["event_type"]),
        lambda event: AuditEvent.objects.bulk_create(
            [event], update_conflicts=True, unique_fields=["id"], update_fields=["event_type"]
        ),
    ],
)
def test_audit_event_is_never_changed_or_deleted_by_the_orm(change):
    event = AuditEventFactory()

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(event)

    assert AuditEvent.objects.get().event_type == "user.created"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE tenants_auditevent SET event_type = 'user.updated'",
        "UPDATE tenants_auditevent SET id = id",
        "DELETE FROM tenants_auditevent",
    ],
)
def test_audit_event_is_never_changed_or_deleted_by_sql(statement):
    AuditEventFactory.create_batch(2)

    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="append-only"):
        cursor.execute(statement)


def test_rows_are_read_through_one_tenant_and_none_without_one():
    event = AuditEventFactory()
    AuditEventFactory()

    assert list(AuditEvent.objects.for_tenant(event.tenant)) == [event]
    assert list(AuditEvent.objects.for_tenant(None)) == []


def test_audit_events_come_newest_first():
    tenant = TenantFactory()
    at = datetime(2026, 6, 4, 9, tzinfo=UTC)
    ids = ["b" * 24, "a" * 24, "c" * 24]
    for event_id in ids:
        AuditEventFactory(tenant=tenant, id=event_id, event_time=at)
    older = AuditEventFactory(tenant=tenant, event_time=at.replace(hour=8))

    assert [event.pk for event in AuditEvent.objects.all()] == [
        *sorted(ids, reverse=True),
        older.pk,
    ]
