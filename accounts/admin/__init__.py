"""Who may enter, as what, and with which keys, in the admin (contract §2, §4, §5)."""

from accounts.admin.roles import RoleAdmin
from accounts.admin.service_keys import ServiceKeyAdmin
from accounts.admin.tenants import TestedTenantAdmin
from accounts.admin.users import UserAdmin

__all__ = ["RoleAdmin", "ServiceKeyAdmin", "TestedTenantAdmin", "UserAdmin"]
