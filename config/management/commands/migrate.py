"""``manage.py migrate``: Django's command, which gives up instead of blocking everybody."""

from typing import Any

from django.conf import settings
from django.core.management.base import CommandError
from django.core.management.commands import migrate
from django.db import OperationalError, connections
from psycopg.errors import LockNotAvailable


class Command(migrate.Command):
    """Django's command, which waits for a table no longer than MIGRATION_LOCK_SECONDS.

    A migration that waits for a table in use makes all others wait behind it, however short its
    own change is.
    """

    def handle(self, *args: Any, **options: Any) -> None:
        connection = connections[options["database"]]
        with connection.cursor() as cursor:
            limit = f"{settings.MIGRATION_LOCK_SECONDS}s"
            cursor.execute("SELECT set_config('lock_timeout', %s, false)", [limit])
        try:
            super().handle(*args, **options)
        except OperationalError as error:
            if isinstance(error.__cause__, LockNotAvailable):
                raise CommandError(
                    f"a table was in use for more than {limit}, so that this migration was given up"
                    " and everybody could go on. Run the command again."
                ) from error
            raise
        finally:
            connection.close()  # with what was set for it
