"""Who loses access by the deletion of a university, on the page that deletes it (contract §19)."""

from collections.abc import Iterator

from django.contrib import admin
from django.utils.translation import ngettext

from students.admin.tenants import AllowanceTenantAdmin
from students.queries.access import access_of
from tenants.models import Tenant

# The page of universities belongs to lower apps; only this one knows how to count students fast.
admin.site.unregister(Tenant)


@admin.register(Tenant)
class CountedTenantAdmin(AllowanceTenantAdmin):
    """All universities, with the number of people in them where it matters."""

    def who_loses_access(self, tenant: Tenant) -> Iterator[str]:
        access = access_of(tenant)
        yield ngettext(
            "%(number)s person of the staff loses access at once.",
            "%(number)s people of the staff lose access at once.",
            access.staff,
        ) % {"number": f"{access.staff:,}"}
        yield ngettext(
            "%(number)s student loses access at once.",
            "%(number)s students lose access at once.",
            access.students,
        ) % {"number": f"{access.students:,}"}
        yield ngettext(
            "%(number)s service key is refused from then on.",
            "%(number)s service keys are refused from then on.",
            access.service_keys,
        ) % {"number": f"{access.service_keys:,}"}
