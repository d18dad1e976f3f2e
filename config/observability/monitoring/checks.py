"""What has to be in order for the whole to work; each check raises when it is not."""

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

# Seconds that the mail server may take for one answer.
_MAIL_PATIENCE = 1.5


class OutOfOrder(Exception):
    """A check found something; the sentence is for the log."""


def database() -> None:
    """The database answers."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")


def migrations() -> None:
    """All migrations of this release are applied. More may be: those of the next one."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT app, name FROM django_migrations")
        missing = known_migrations() - set(cursor.fetchall())
    if missing:
        raise OutOfOrder(f"{len(missing)} migrations are not applied")


@cache
def known_migrations() -> frozenset[tuple[str, str]]:
    """Return (app, name) of each migration of this release; they do not change while it runs."""
    return frozenset(MigrationLoader(None).disk_migrations)


def queue() -> None:
    """No task has been due for longer than READY_QUEUE_AGE seconds: the worker keeps up."""
    if (age := oldest_due().total_seconds()) > settings.READY_QUEUE_AGE:
        raise OutOfOrder(f"a task has been due for {age:.0f} seconds")


def oldest_due() -> timedelta:
    """Return for how long the task that waits longest has been due; zero when none waits."""
    # A task that was not put off is due from its beginning, which is noted as the end of time.
    due = Case(When(run_after=get_date_max(), then=F("enqueued_at")), default=F("run_after"))
    since: datetime | None = DBTaskResult.objects.ready().aggregate(since=Min(due))["since"]
    return max(timezone.now() - since, timedelta()) if since else timedelta()


def mail() -> None:
    """The mail server greets. Nobody signs in there: that is the worker's to do."""
    mailer = mailers.default
    if not isinstance(mailer, EmailBackend):
        return  # mails stay on this machine
    tls: dict[str, Any] = {"context": mailer.ssl_context} if mailer.use_ssl else {}
    with mailer.connection_class(mailer.host, mailer.port, timeout=_MAIL_PATIENCE, **tls):
        pass
