"""Roles of a tenant (contract §4)."""

from accounts.models import LegacyRole, Role
from config.permissions import ALL_FLAGS, Action, Module, flag
from tenants.models import Tenant

_LETTERS = dict(zip("VCEDX", Action, strict=True))

# What a system role may do from the start; letters as in the contract's table.
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
    """Give a new tenant its four system roles with the default matrix (contract §4)."""
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
