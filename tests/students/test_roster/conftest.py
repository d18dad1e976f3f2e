import pytest

from accounts.models import LegacyRole
from tests.factories import ProgrammeFactory, SystemRoleFactory, TenantFactory


@pytest.fixture
def university(db):
    """A tenant with its Student role and two programmes, one of them with commas in its name."""
    tenant = TenantFactory(name="Example University", slug="example")
    SystemRoleFactory(tenant=tenant, legacy_role=LegacyRole.STUDENT)
    ProgrammeFactory(tenant=tenant, code="MPH", name="Masters in Public Health")
    ProgrammeFactory(tenant=tenant, code="MBA", name="Business, Law and Society")
    return tenant
