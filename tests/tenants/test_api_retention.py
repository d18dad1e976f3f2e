"""For how long a tenant's records are kept: the endpoint (contract §18)."""

import pytest

from tenants.models import AuditEvent, TenantRetention
from tests.config.refusals import NO_INTEGER, NOT_FOUND, invalid
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def state():
    return TenantFactory(slug="state")


def address(tenant) -> str:
    return f"/v1/console/tenants/{tenant.pk}/retention"


def test_nobody_has_to_set_anything(super_api, state):
    answer = super_api.get(address(state))

    assert answer.status_code == 200
    assert answer.json()["data"] == {"audit_days": 400, "transcript_days": None}
    assert not TenantRetention.objects.exists()


def test_a_change_is_kept_and_stands_in_the_trail(super_api, state):
    answer = super_api.patch(address(state), {"audit_days": 90, "transcript_days": 365})

    assert answer.json() == {
        "success": True,
        "data": {"audit_days": 90, "transcript_days": 365},
        "message": "Retention updated successfully",
    }
    assert super_api.get(address(state)).json()["data"] == answer.json()["data"]
    (event,) = AuditEvent.objects.for_tenant(state)
    assert (event.event_type, event.target_id) == ("tenant.updated", state.pk)
    assert event.metadata["configuration"] == "retention"
    assert event.metadata["changes"] == {
        "audit_days": {"before": 400, "after": 90},
        "transcript_days": {"before": None, "after": 365},
    }


def test_what_is_not_sent_stays_and_the_same_again_is_no_change(super_api, state):
    super_api.patch(address(state), {"audit_days": 3650, "transcript_days": 30})
    super_api.patch(address(state), {"transcript_days": None})
    super_api.patch(address(state), {"transcript_days": None, "audit_days": None})
    super_api.patch(address(state), {})

    assert super_api.get(address(state)).json()["data"] == {
        "audit_days": 3650,
        "transcript_days": None,
    }
    assert AuditEvent.objects.for_tenant(state).count() == 2


@pytest.mark.parametrize(
    ("field", "value", "message"),
    [
        ("audit_days", 89, "Ensure this value is greater than or equal to 90."),
        ("audit_days", 3651, "Ensure this value is less than or equal to 3650."),
        ("audit_days", "400", NO_INTEGER),
        ("audit_days", 400.5, NO_INTEGER),
        ("transcript_days", 29, "Ensure this value is greater than or equal to 30."),
        ("transcript_days", 3651, "Ensure this value is less than or equal to 3650."),
        ("transcript_days", True, NO_INTEGER),
    ],
)
def test_other_values_are_refused(super_api, state, field, value, message):
    answer = super_api.patch(address(state), {field: value})

    assert answer.status_code == 422
    assert answer.json() == invalid((field, message))
    assert not TenantRetention.objects.exists()


def test_a_tenant_that_does_not_exist_is_not_found(super_api, state):
    for answer in (
        super_api.get(f"/v1/console/tenants/{'0' * 24}/retention"),
        super_api.patch(f"/v1/console/tenants/{'0' * 24}/retention", {"audit_days": 90}),
    ):
        assert (answer.status_code, answer.json()) == (404, NOT_FOUND)
