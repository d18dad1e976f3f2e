from django.apps import AppConfig
from django.utils.translation import gettext_lazy as _


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = _("People and access")

    def ready(self) -> None:
        """Connect the receivers: new tenants get system roles, and a last Super Admin has to stay.

        The worker's tasks are imported too, and listen to the services' signals.
        """
        from accounts import tasks  # noqa: F401 - importing connects it
        from accounts.queries.known import roles, staff_called, users
        from accounts.services.roles import create_system_roles
        from accounts.services.super_admins import require_super_admin
        from tenants.queries import known
        from tenants.services.events import tenant_created, tenant_deleted

        known.names |= {"user": users, "role": roles, "permission": roles}
        known.finders.append(staff_called)

        tenant_created.connect(
            lambda tenant, **_: create_system_roles(tenant=tenant),
            dispatch_uid="accounts.system_roles",
            weak=False,
        )
        tenant_deleted.connect(
            lambda **_: require_super_admin(), dispatch_uid="accounts.super_admins", weak=False
        )
