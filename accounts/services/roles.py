"""The roles of a tenant, and their permissions (contract §4).

Every transaction that changes, deletes or assigns a role locks it first. Nobody renames, describes
or deletes a role that permits something that they lack, or takes permissions from it (G36).
"""

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import LegacyRole, Role, User
from accounts.models.role import TENANT_FLAGS
from accounts.services.access_managers import MANAGING, require_access_manager
from accounts.services.escalation import require_can_delegate
from accounts.validators import validate_flags
from config.db.locks import lock_row
from config.errors import Conflict, RuleViolation
from config.permissions import ALL_FLAGS, Action, Module, flag
from tenants.models import EventType, Tenant
from tenants.services import audit

_LETTERS = dict(zip("VCEDX", Action, strict=True))

# The first permissions of the system roles; letters as in the contract's table.
_DEFAULT_MATRIX: dict[LegacyRole, dict[Module, str]] = {
    LegacyRole.ADMIN: {
        Module.USER_MANAGEMENT: "VCEDX",
        Module.ROLE_MANAGEMENT: "VCED",
        Module.CASE_STUDIES: "VCEDX",
        Module.KNOWLEDGE_BASES: "VCED",
        Module.FEEDBACK: "VX",
        Module.PROGRAMMES: "VCED",
        Module.ATTEMPT_MANAGEMENT: "VCED",
        Module.STUDENT_PERFORMANCE: "VX",
    },
    LegacyRole.FACULTY: {
        Module.USER_MANAGEMENT: "V",
        Module.CASE_STUDIES: "VCE",
        Module.KNOWLEDGE_BASES: "VCE",
        Module.FEEDBACK: "V",
        Module.PROGRAMMES: "V",
        Module.ATTEMPT_MANAGEMENT: "VC",
        Module.STUDENT_PERFORMANCE: "V",
    },
    LegacyRole.STUDENT: {},
}


def create_system_roles(*, tenant: Tenant) -> list[Role]:
    """Create the four system roles of a new tenant with the default matrix (contract §4)."""
    return Role.objects.bulk_create(
        Role(
            tenant=tenant, name=legacy.label, legacy_role=legacy, permissions=default_flags(legacy)
        )
        for legacy in LegacyRole
    )


def default_flags(legacy_role: LegacyRole) -> list[str]:
    """Return the flags that a system role is created with (contract §4, default matrix)."""
    if legacy_role == LegacyRole.SUPER_ADMIN:
        return list(ALL_FLAGS)
    return [
        flag(module, _LETTERS[letter])
        for module, letters in _DEFAULT_MATRIX[legacy_role].items()
        for letter in letters
    ]


@transaction.atomic
def create_role(
    *, actor: User | None, tenant: Tenant, name: str, description: str | None = None
) -> Role:
    """Add a custom role, which permits nothing yet.

    A name that is taken, in any case, is refused by the database (409).
    """
    role = Role(tenant=tenant, name=name, description=description)
    role.save(force_insert=True)
    audit.record(EventType.ROLE_CREATED, actor=actor, tenant=tenant, target_id=role.pk, name=name)
    return role


@transaction.atomic
def update_role(*, actor: User | None, role: Role, **values: Any) -> Role:
    """Change ``name`` and ``description``; a system role keeps its name (RuleViolation).

    Raises FlagMissing for a role that permits what the actor lacks.
    """
    role = _lock(role)
    require_can_delegate(actor, role.flags)
    changes = audit.apply(role, values)
    if role.is_system_role and "name" in changes:
        raise RuleViolation(_("A system role cannot be renamed."))
    if changes:
        role.save(update_fields=[*changes, "updated_at"])
        audit.record_about(EventType.ROLE_UPDATED, role, actor=actor, changes=changes)
    return role


@transaction.atomic
def delete_role(*, actor: User | None, role: Role) -> None:
    """Delete a custom role that no user has, of whatever status.

    Raises FlagMissing for a role that permits what the actor lacks, RuleViolation for a system
    role, and Conflict with the number of its users.
    """
    role = _lock(role, for_deletion=True)
    require_can_delegate(actor, role.flags)
    if role.is_system_role:
        raise RuleViolation(_("A system role cannot be deleted."))
    users = User.objects.for_tenant(role.tenant_id).filter(role=role).count()
    if users:
        raise Conflict(_("The role is still assigned to users."), {"users": users})
    audit.record_about(
        EventType.ROLE_DELETED, role, actor=actor, name=role.name, permissions=role.permissions
    )
    role.delete()


@transaction.atomic
def replace_permissions(*, actor: User | None, role: Role, flags: Collection[str]) -> Role:
    """Replace the flags of a role by exactly these, from its users' next request on.

    The actor needs every flag that is added, and if any is removed, all flags that the role had
    before (FlagMissing). Flags that stay as they are need no right.

    Raises RuleViolation for the Super Admin and Student roles, whose permissions are fixed, for
    flags of TENANT_MANAGEMENT, which no other role can have (G20), and where nobody would be left
    who can edit both users and roles.
    """
    validate_flags(flags)
    role = _lock(role)
    if role.is_reserved:
        raise RuleViolation(
            _("What the %(name)s role permits cannot be changed.") % {"name": role.name}
        )
    if not set(flags).isdisjoint(TENANT_FLAGS):
        raise RuleViolation(_("TENANT_MANAGEMENT cannot be granted: only Super Admins have it."))
    before, after = role.flags, set(flags)
    require_can_delegate(actor, after - before)
    if not before <= after:
        require_can_delegate(actor, before)
    if after == before:
        return role
    changes = audit.apply(role, {"permissions": [one for one in ALL_FLAGS if one in flags]})
    role.save(update_fields=["permissions", "updated_at"])
    people = User.objects.for_tenant(role.tenant_id).active().filter(role=role)
    if before >= MANAGING and not after >= MANAGING and people.exists():
        require_access_manager(role.tenant_id)
    audit.record_about(
        EventType.PERMISSION_UPDATED,
        role,
        actor=actor,
        role_id=role.pk,
        role_name=role.name,
        changes=changes,
    )
    return role


def _lock(role: Role, *, for_deletion: bool = False) -> Role:
    """Lock the role; for deletion, nobody can be given it meanwhile either."""
    roles = Role.objects.for_tenant(role.tenant_id).select_related("tenant")
    return lock_row(roles, role, no_key=not for_deletion)
