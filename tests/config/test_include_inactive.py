"""``include_inactive`` of lists: what counts as inactive, and what is left out (contract §3)."""

import pytest
from django.db.models import Q

from config.api.filters import IncludeInactiveFilter
from tenants.models import Tenant
from tests.factories import TenantFactory

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def rows() -> None:
    TenantFactory(name="active", lms_type="canvas")
    TenantFactory(name="inactive", is_active=False, lms_type="moodle")


def kept(one: IncludeInactiveFilter, value: bool | None) -> list[str]:
    return sorted(tenant.name for tenant in one.filter(Tenant.objects.all(), value))


@pytest.mark.parametrize(
    ("default", "value", "expected"),
    [
        (False, None, ["active"]),
        (False, False, ["active"]),
        (False, True, ["active", "inactive"]),
        (True, None, ["active", "inactive"]),
        (True, False, ["active"]),
        (True, True, ["active", "inactive"]),
    ],
)
def test_inactive_rows_are_kept_when_asked_or_by_default(default, value, expected):
    assert kept(IncludeInactiveFilter(default=default), value) == expected


def test_what_is_active_can_be_said_in_other_words():
    one = IncludeInactiveFilter(active=Q(lms_type="moodle"))

    assert kept(one, None) == ["inactive"]
    assert kept(one, True) == ["active", "inactive"]


@pytest.mark.parametrize(
    ("text", "value"),
    [("", None), (" ", None), ("true", True), (" TRUE ", True), ("1", True), ("0", False)],
)
def test_parameter_is_read(text, value):
    assert IncludeInactiveFilter(field_name="x").field.clean(text) is value
