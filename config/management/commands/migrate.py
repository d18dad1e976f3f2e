"""``manage.py migrate``: Django's command, which gives up instead of blocking everybody."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.errors import LockNotAvailable

from config.db.poolers import PoolerRefused, is_behind_pooler
from config.db.roles import grant_rights


class Command(migrate.Command):
    """Django's command, which waits for a table no longer than MIGRATION_LOCK_SECONDS.

    A migration that waits for a table in use makes all others wait behind it, however short its
    own change is.
    """

    def execute(self, *args: Any, **options: Any) -> str | None:
        # Before the system checks, which ask the database as well.
        _refuse_pooler(connections[options["database"]])
        return super().execute(*args, **options)

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        with connection.cursor() as cursor:
            limit = f"{settings.MIGRATION_LOCK_SECONDS}s"
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [limit])
        try:
            super().handle(*args, **options)
            if not (options["plan"] or options["check_unapplied"]):  # which change nothing
                grant_rights()
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise CommandError(
                    f"a table was in use for more than {limit}, so that this migration was given up"
                    " and everybody could go on. Run the command again."
                ) from error
            raise
        finally:
            connection.close()  # with what was set for it


def _refuse_pooler(connection: BaseDatabaseWrapper) -> None:
    """Raise a CommandError behind any pooler, which may end a migration for its length.

    It would also keep what the command sets, for whoever gets the connection next.
    """
    try:
        connection.ensure_connection()
        if not is_behind_pooler(connection.connection):
            return
    except PoolerRefused:
        pass
    raise CommandError(
        "migrations do not run through a pooler: set DATABASE_DIRECT_URL (or OWNER_DATABASE_URL) to"
        " an address that leads to PostgreSQL directly, with the owner's login."
    )
