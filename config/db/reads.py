"""Where reading goes: to the primary, or to a replica that has all that anybody was told.

The statement that finds out who calls runs on the primary, and brings along how far its log is safe
by then: whatever was acknowledged to anybody before lies in front of that. A replica that has
replayed as much shows everything that the caller may know of. So nobody misses what they wrote, and
no page goes back in time, whichever process answers; no process keeps anything for that
(docs/scaling.md, "Readers").

Only what begins with ``may_read_from_replica`` reads there, and only outside of transactions. What
writes stays at the primary, with all that the request reads after it.
"""

from typing import Any

from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Func, QuerySet, TextField

from config.context import current_request
from config.db import replicas
from config.db.replica.base import ReplicaFailed

PRIMARY, REPLICA = "primary", "replica"

# Written by nearly every request, and read by none that only reads.
_COUNTERS = "accounts_ratecounter"


class _SafePosition(Func):
    """How far the primary's log is on its disk. It may be written further, but not sent further."""

    function = "pg_current_wal_flush_lsn"
    template = "%(function)s()::text"
    output_field = TextField()


def with_position[Rows: QuerySet[Any]](rows: Rows) -> Rows:
    """Let a query of the primary bring the log's position along, where there are replicas."""
    return rows.annotate(log_position=_SafePosition()) if settings.DATABASE_REPLICAS else rows


def note_position(row: Any) -> None:
    """Note the position that came with a row of ``with_position``, for the rest of the request."""
    current_request().reading.position = getattr(row, "log_position", "")


def may_read_from_replica() -> None:
    """Let a replica answer what this request asks from here on."""
    reading = current_request().reading
    if settings.DATABASE_REPLICAS:
        reading.may_use_replica = bool(reading.position)
        reading.answered_by = None if reading.position else PRIMARY


def read_from_primary() -> None:
    """Let the primary answer what is left of this request: it has written, or is over."""
    reading = current_request().reading
    reading.may_use_replica, reading.position = False, ""


def alias() -> str:
    """Return the name among DATABASES of whom to ask now."""
    reading = current_request().reading
    if not reading.may_use_replica or connections[DEFAULT_DB_ALIAS].in_atomic_block:
        return DEFAULT_DB_ALIAS
    if reading.source is None:
        found = replicas.choose(reading.position)
        reading.source = found or DEFAULT_DB_ALIAS
        reading.answered_by = REPLICA if found else PRIMARY
    return reading.source


def connection() -> BaseDatabaseWrapper:
    """Return the connection for what is only read, in place of ``django.db.connection``."""
    return connections[alias()]


def turn_to_primary(error: ReplicaFailed) -> None:
    """Let the primary answer this request anew, and the next ones while the replica is away."""
    replicas.note_failure(error)
    read_from_primary()
    current_request().reading.answered_by = PRIMARY
    # It may be broken, and is not needed any more.
    connections[error.alias].close()


def note_write(execute: Any, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Let the primary answer all that comes after a statement that writes; Django calls this."""
    if not sql.lstrip().startswith("SELECT") and _COUNTERS not in sql:
        read_from_primary()
    return execute(sql, params, many, context)


def watch(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Notice what is written by a new connection to the primary; called again when made anew."""
    is_primary = settings.DATABASE_REPLICAS and connection.alias == DEFAULT_DB_ALIAS
    if is_primary and note_write not in connection.execute_wrappers:
        connection.execute_wrappers.insert(0, note_write)


class Router:
    """Sends what models read where this module says (DATABASE_ROUTERS)."""

    def db_for_read(self, model: Any, **hints: Any) -> str:
        return alias()

    def db_for_write(self, model: Any, **hints: Any) -> str:
        """Return the primary, for what is written or locked."""
        return DEFAULT_DB_ALIAS

    def allow_relation(self, *rows: Any, **hints: Any) -> bool:
        """Allow any: rows of replicas are the primary's."""
        return True

    def allow_migrate(self, db: str, app_label: str, **hints: Any) -> bool:
        return db == DEFAULT_DB_ALIAS
