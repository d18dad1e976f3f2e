from django.apps import AppConfig
from django.contrib.admin import apps as admin


class ConfigConfig(AppConfig):
    """The library half of ``config``: system checks and the commands that run the whole."""

    name = "config"
    verbose_name = "Command Center"
    default = True

    def ready(self) -> None:
        from config import checks  # noqa: F401 - importing registers them, once models are loaded


class ConsoleAdminConfig(admin.AdminConfig):
    """Django's admin with our site, in which each app registers its pages."""

    default = False
    default_site = "config.admin.site.ConsoleAdminSite"
