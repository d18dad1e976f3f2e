"""The connections to a pooler that a process keeps."""

from django.db import connections

from config.db.lent.base import DatabaseWrapper


def fill_pools() -> None:
    """Begin to connect, in the background, so that nobody who asks first has to wait for it.

    A process calls this that forks no others: they would all speak over its connections.
    """
    for connection in connections.all():
        if isinstance(connection, DatabaseWrapper) and connection.pool:
            connection.pool.open()
