"""The names of people and roles in the audit trail, and the people whom a name means."""

from collections.abc import Collection

from accounts.models import LegacyRole, Role, User, UserStatus
from accounts.models.user import IS_STAFF
from tenants.queries.known import NamedRow


def users(tenant_id: str, ids: Collection[str]) -> dict[str, NamedRow]:
    found = User.objects.for_tenant(tenant_id).filter(pk__in=ids)
    return {
        user.pk: NamedRow(user.display_name, _page_of(user))
        for user in found.only("first_name", "last_name", "legacy_role", "status", "tenant_id")
    }


def _page_of(user: User) -> str | None:
    """Return the model whose page shows a user; nobody sees a deleted student (G6)."""
    if user.legacy_role != LegacyRole.STUDENT:
        return "accounts.User"
    return None if user.status == UserStatus.DELETED else "students.Student"


def roles(tenant_id: str, ids: Collection[str]) -> dict[str, NamedRow]:
    found = Role.objects.for_tenant(tenant_id).filter(pk__in=ids).values_list("pk", "name")
    return {pk: NamedRow(name, "accounts.Role") for pk, name in found}


def staff_called(tenant_id: str, text: str, most: int) -> list[str]:
    """Return staff by part of a name, and whomever has exactly this address, deleted or not."""
    people = User.objects.for_tenant(tenant_id)
    staff = people.filter(IS_STAFF).search(text)
    return [
        *people.with_email(text).values_list("pk", flat=True)[:1],
        *staff.values_list("pk", flat=True)[:most],
    ]
