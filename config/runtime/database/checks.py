"""The check of a connection before the pool lends it: a question to PostgreSQL, if there is doubt.

A restart of PostgreSQL, or an end by an administrator, reaches the socket of each connection at
once: something can be read there, where nothing may be. What does not reach it, a network that
swallows everything, is found by asking a connection that was not used for some time.

A server that only reads is the primary of yesterday, or none yet. What it says would be of
yesterday too, and nothing can be written, so it counts as away (docs/scaling.md).
"""

import select
from time import monotonic
from typing import Any

import psycopg
from psycopg_pool import ConnectionPool

# Seconds after which a connection is asked, whatever its socket says.
IDLE = 10

# What a server tells by itself, at the beginning and whenever it changes.
_READS_ONLY = ("in_hot_standby", "default_transaction_read_only")


def check(connection: Any) -> None:
    """Raise an error of psycopg when a connection of the pool does not work any more."""
    now = monotonic()
    idle_since, connection.checked_at = getattr(connection, "checked_at", None), now
    is_fresh = idle_since is not None and now - idle_since < IDLE
    if not is_fresh or _has_news(connection.fileno()):
        ConnectionPool.check_connection(connection)
    if any(connection.info.parameter_status(name) == "on" for name in _READS_ONLY):
        raise psycopg.OperationalError("This server only reads.")


def check_replica(connection: Any) -> None:
    """Raise an error of psycopg when something came from a replica that nobody asked for.

    It is asked how far it is before all else (``config.db.replicas``), and a machine that has
    stopped must not be asked without an end to the wait.
    """
    if _has_news(connection.fileno()):
        # Else the pool would take it back as a good one, and lend it again.
        connection.close()
        raise psycopg.OperationalError("This connection has ended.")


def _has_news(socket: int) -> bool:
    """Return whether something came that nobody asked for, or the other end has gone."""
    poll = select.poll()
    poll.register(socket, select.POLLIN)
    return bool(poll.poll(0))
