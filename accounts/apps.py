from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"
    verbose_name = "People and access"

    def ready(self) -> None:
        """Give each new tenant its system roles, and let none go with the last Super Admin.

        The worker's tasks hear what is to be done for the services.
        """
        from accounts import tasks  # noqa: F401 - importing connects it
        from accounts.services.roles import create_system_roles
        from accounts.services.super_admins import require_super_admin
        from tenants.services.events import tenant_created, tenant_deleted

        tenant_created.connect(
            lambda tenant, **_: create_system_roles(tenant=tenant),
            dispatch_uid="accounts.system_roles",
            weak=False,
        )
        tenant_deleted.connect(
            lambda **_: require_super_admin(), dispatch_uid="accounts.super_admins", weak=False
        )
