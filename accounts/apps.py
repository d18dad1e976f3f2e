from django.apps import AppConfig


class AccountsConfig(AppConfig):
    name = "accounts"

    def ready(self) -> None:
        """Give each new tenant its system roles."""
        from accounts.services.roles import create_system_roles
        from tenants.events import tenant_created

        tenant_created.connect(
            lambda tenant, **_: create_system_roles(tenant=tenant),
            dispatch_uid="accounts.system_roles",
            weak=False,
        )
