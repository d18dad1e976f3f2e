"""The admin's pages about users, roles, service keys and single sign-on (contract §2, §4, §5)."""

from accounts.admin.audit_events import ExportedAuditEventAdmin
from accounts.admin.roles import RoleAdmin
from accounts.admin.service_keys import ServiceKeyAdmin
from accounts.admin.tenants import TestedTenantAdmin
from accounts.admin.users import UserAdmin

__all__ = [
    "ExportedAuditEventAdmin",
    "RoleAdmin",
    "ServiceKeyAdmin",
    "TestedTenantAdmin",
    "UserAdmin",
]
