from django.apps import AppConfig
from django.contrib.admin import apps as admin
from django.utils.translation import gettext_lazy as _


class ConfigConfig(AppConfig):
    """The library half of ``config``: system checks and the commands that run the whole."""

    name = "config"
    verbose_name = _("Command Center")
    default = True

    def ready(self) -> None:
        from django.db.backends.signals import connection_created
        from django.tasks.signals import task_finished, task_started

        from config import checks, deployment_checks  # noqa: F401 - importing registers them
        from config.db import reads, waits, walls
        from config.observability import queries, task_log

        connection_created.connect(queries.watch, dispatch_uid="config.observability.queries")
        connection_created.connect(reads.watch, dispatch_uid="config.db.reads")
        connection_created.connect(waits.watch, dispatch_uid="config.db.waits")
        connection_created.connect(walls.watch, dispatch_uid="config.db.walls")
        task_started.connect(task_log.begin, dispatch_uid="config.observability.task_log")
        task_finished.connect(task_log.end, dispatch_uid="config.observability.task_log")


class ConsoleAdminConfig(admin.AdminConfig):
    """Django's admin with our site, in which each app registers its pages."""

    default = False
    default_site = "config.admin.site.ConsoleAdminSite"
