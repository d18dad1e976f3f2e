from django.apps import AppConfig


class TenantsConfig(AppConfig):
    name = "tenants"

    def ready(self) -> None:
        """Import the receiver that answers django-cors-headers."""
        from tenants.middleware import cors  # noqa: F401
