"""Whether a pooler knows the names of prepared statements, which are a session's own.

One that does (PgBouncer from 1.22 on with ``max_prepared_statements``) gives each statement a name
of its own at PostgreSQL and prepares it in whichever session it lends. Behind any other, a name is
not there, or stands for a statement of somebody else.
"""

import logging

import psycopg
from psycopg import capabilities
from psycopg.pq import ExecStatus

from config.db.poolers import is_behind_pooler

logger = logging.getLogger(__name__)

_NAME = "command_center_probe"
# Asked by its own name: PostgreSQL has it under that only if nobody has renamed it.
_PROBE = f"SELECT count(*) FROM pg_prepared_statements WHERE name = '{_NAME}'"  # noqa: S608

SWITCHED_OFF = (
    "The pooler does not know prepared statements, so each one is planned anew: PgBouncer does from"
    " 1.22 on, with max_prepared_statements; or set DATABASE_PREPARES=false."
)

# Poolers of which this process has said so.
_told: set[str] = set()


def prepare_if_possible(connection: psycopg.Connection) -> None:
    """Switch prepared statements off on a new connection whose pooler would mix them up."""
    if connection.prepare_threshold is None or not is_behind_pooler(connection):
        return
    if renames_statements(connection):
        return
    connection.prepare_threshold = None
    if connection.info.dsn not in _told:
        _told.add(connection.info.dsn)
        logger.warning(SWITCHED_OFF)


def renames_statements(connection: psycopg.Connection) -> bool:
    """Return whether somebody gives a prepared statement another name on its way.

    Leaves none behind, in one transaction: there the session is the same.
    """
    # Without it, psycopg ends statements by a command that poolers only pass on.
    if not capabilities.has_send_close_prepared():
        return False
    server = connection.pgconn
    try:
        with connection.transaction():
            server.prepare(_NAME.encode(), _PROBE.encode())
            found = server.exec_prepared(_NAME.encode(), [])
            if found.status != ExecStatus.TUPLES_OK:
                return False
            if found.get_value(0, 0) != b"0":
                connection.execute(f"DEALLOCATE {_NAME}", prepare=False)
                return False
            return server.close_prepared(_NAME.encode()).status == ExecStatus.COMMAND_OK
    except psycopg.Error:
        return False
