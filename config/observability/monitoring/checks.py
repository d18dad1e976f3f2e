"""The checks of everything that the system needs to work; each raises when it fails."""

from datetime import datetime, timedelta
from functools import cache
from typing import Any

from django.conf import settings
from django.core.mail import mailers
from django.core.mail.backends.smtp import EmailBackend
from django.db import connection
from django.db.migrations.loader import MigrationLoader
from django.db.models import Case, F, Min, When
from django.utils import timezone
from django_tasks_db.models import DBTaskResult, get_date_max

from config.db.replicas import faults as faults_of_replicas
from config.http import static_files

# Seconds that the mail server may take for one answer.
_MAIL_PATIENCE = 1.5


# A task that was not put off is due at once; its ``run_after`` is the greatest date there is.
_DUE = Case(When(run_after=get_date_max(), then=F("enqueued_at")), default=F("run_after"))


class OutOfOrder(Exception):
    """The failure of a check, as a sentence for the log."""


def database() -> None:
    """Check that the database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    """Check that all migrations of this release are applied; those of the next one may be, too."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        missing = known_migrations() - set(cursor.fetchall())
    if missing:
        raise OutOfOrder(f"{len(missing)} migrations are not applied")


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """Return (app, name) of each migration of this release; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations)


def replicas() -> None:
    """Check that each replica follows, and has what the primary had a moment ago."""
    if found := faults_of_replicas():
        raise OutOfOrder("; ".join(found))


def queue() -> None:
    """Check that the worker keeps up: no task is due for longer than READY_QUEUE_AGE seconds."""
    if (age := oldest_due().total_seconds()) > settings.READY_QUEUE_AGE:
        raise OutOfOrder(f"a task has been due for {age:.0f} seconds")


def oldest_due() -> timedelta:
    """Return the time since which the longest waiting task has been due; zero without any."""
    since: datetime | None = DBTaskResult.objects.ready().aggregate(since=Min(_DUE))["since"]
    return max(timezone.now() - since, timedelta()) if since else timedelta()


def oldest_due_by_queue() -> dict[str, float]:
    """Return for how many seconds the oldest task of each queue has been due."""
    queues = DBTaskResult.objects.ready().order_by().values("queue_name")
    now, ages = timezone.now(), dict.fromkeys(settings.QUEUES, 0.0)
    for queue, since in queues.annotate(since=Min(_DUE)).values_list("queue_name", "since"):
        ages[queue] = max(0.0, (now - since).total_seconds())
    return ages


def static() -> None:
    """Check that the static files of this release are collected."""
    if not static_files.are_collected():
        raise OutOfOrder("collectstatic has not run for this release")


def mail() -> None:
    """Check that the mail server greets. It does not sign in: the worker does that."""
    mailer = mailers.default
    if not isinstance(mailer, EmailBackend):
        return  # mails stay on this machine
    tls: dict[str, Any] = {"context": mailer.ssl_context} if mailer.use_ssl else {}
    with mailer.connection_class(mailer.host, mailer.port, timeout=_MAIL_PATIENCE, **tls):
        pass
