"""For how long a tenant's records are kept: its page in the admin (contract §18)."""

import pytest
from django.urls import reverse

from tenants.models import AuditEvent, TenantRetention
from tests.clients import OperatorClient
from tests.factories import SuperAdminFactory, TenantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def operator_client(tenant) -> OperatorClient:
    return OperatorClient(SuperAdminFactory(tenant=tenant))


@pytest.fixture
def address() -> str:
    return reverse("admin:tenants_tenant_retention", args=[TenantFactory(slug="state").pk])


def test_the_form_shows_what_holds_and_saves_what_is_changed(operator_client, address):
    assert 'value="400"' in operator_client.get(address).content.decode()

    answer = operator_client.post(address, {"audit_days": "400", "transcript_days": "60"})

    assert answer.status_code == 302
    row = TenantRetention.objects.get()
    assert (row.audit_days, row.transcript_days) == (400, 60)
    event = AuditEvent.objects.for_tenant(row.tenant).get()
    assert event.metadata["changes"] == {"transcript_days": {"before": None, "after": 60}}


def test_an_empty_field_keeps_transcripts_for_good(operator_client, address):
    operator_client.post(address, {"audit_days": "400", "transcript_days": "60"})
    operator_client.post(address, {"audit_days": "400", "transcript_days": ""})

    assert TenantRetention.objects.get().transcript_days is None


def test_a_value_out_of_range_is_refused_beside_its_field_and_nothing_is_lost(
    operator_client, address
):
    answer = operator_client.post(address, {"audit_days": "30", "transcript_days": "60"})

    page = answer.content.decode()
    assert answer.status_code == 200
    assert "greater than or equal to 90" in page
    assert 'value="60"' in page
    assert not TenantRetention.objects.exists()
