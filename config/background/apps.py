from django.apps import AppConfig


class BackgroundConfig(AppConfig):
    """The workers, each with a row."""

    name = "config.background"
    verbose_name = "Background work"
    default_auto_field = "django.db.models.BigAutoField"
