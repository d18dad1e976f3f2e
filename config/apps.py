from django.apps import AppConfig


class ConfigConfig(AppConfig):
    """The library half of ``config``: system checks and the commands that run the whole."""

    name = "config"
    verbose_name = "Command Center"

    def ready(self) -> None:
        from config import checks  # noqa: F401 - importing registers them, once models are loaded
