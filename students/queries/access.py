"""Who has access to a university: whom its deletion would lock out (contract §19)."""

from typing import NamedTuple

from accounts.models import ServiceKey, User, UserStatus
from accounts.models.user import IS_STAFF
from config.context import within
from students.queries.students import StudentList
from tenants.models import Tenant


class Access(NamedTuple):
    """The numbers of active people and keys."""

    staff: int
    students: int
    service_keys: int


def access_of(tenant: Tenant) -> Access:
    """Return how many can do something in a university; students come from the kept counts."""
    with within(tenant.pk):
        staff = User.objects.for_tenant(tenant).filter(IS_STAFF, status=UserStatus.ACTIVE)
        keys = ServiceKey.objects.for_tenant(tenant).filter(revoked=False)
        students = StudentList.of(tenant.pk).filter(status=UserStatus.ACTIVE)
        return Access(staff.count(), students.count(), keys.count())
