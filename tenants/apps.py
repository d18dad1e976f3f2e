from django.apps import AppConfig


class TenantsConfig(AppConfig):
    name = "tenants"

    def ready(self) -> None:
        """Answer django-cors-headers' question."""
        from tenants.middleware import cors  # noqa: F401
