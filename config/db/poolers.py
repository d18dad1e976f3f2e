"""Poolers between us and PostgreSQL: what a connection sets has to stay its own.

Whose rows a connection sees is a setting of its session at the server (``config.db.walled``). A
pooler that lends such a session for one transaction lends the setting along with it, so that a
tenant would be shown the rows of another. So a pooler is refused, unless an operator says that it
lends sessions as a whole (DATABASE_POOLER=session) and nothing tells otherwise; or that it lends
them for transactions (DATABASE_POOLER=transaction), where each is told anew (``config.db.lent``).
"""

import select
from collections.abc import Callable
from contextlib import closing
from secrets import token_hex

import psycopg
from django.conf import settings
from django.db import OperationalError

SESSION, TRANSACTION = "session", "transaction"

# Seconds that the second connection of a proof may wait for a session of the pooler.
PATIENCE = 2

ROUNDS = 10

_PROBE = "command_center.probe"
_ASK = f"SELECT pg_backend_pid()::text, current_setting('{_PROBE}', true)"

# Addresses that this process has proven.
_proven: set[str] = set()

type Session = tuple[str, str]


class PoolerRefused(OperationalError):
    """A connection that leads through a pooler; the message says in one sentence what to do."""


UNDECLARED = (
    "a pooler stands between the Command Center and PostgreSQL, and one that lends its connections"
    " for single transactions shows tenants the rows of others unless that is known: set"
    " DATABASE_POOLER to its pool_mode, transaction or session, or connect to PostgreSQL itself."
)
NO_SESSION = (
    "DATABASE_POOLER=session is set, but the pooler in front of PostgreSQL lends one session to"
    " several connections, which shows tenants the rows of others: set pool_mode = session there,"
    " or DATABASE_POOLER=transaction here."
)
DIRECTLY = (
    "this command needs a session of PostgreSQL to itself, which a pooler does not lend: set"
    " DATABASE_DIRECT_URL to an address that leads to PostgreSQL directly, with the owner's login."
)


def is_behind_pooler(connection: psycopg.Connection) -> bool:
    """Return whether somebody else than PostgreSQL has answered this connection.

    Who answers gives the number of its process, as a means to cancel. A pooler makes one up.
    """
    return str(connection.info.backend_pid) != _ask(connection)[0]


def refuse_pooler(
    connection: psycopg.Connection, connect: Callable[[], psycopg.Connection]
) -> None:
    """Raise PoolerRefused unless what this new connection sets stays its own.

    ``connect`` makes another one like it. The connection is left in autocommit.
    """
    connection.autocommit = True
    if not is_behind_pooler(connection):
        return
    if settings.DATABASE_POOLER != SESSION:
        is_declared = settings.DATABASE_POOLER == TRANSACTION  # and this is the owner's command
        raise PoolerRefused(DIRECTLY if is_declared else UNDECLARED)
    ours = token_hex(8)
    connection.execute("SELECT set_config(%s, %s, false)", [_PROBE, ours], prepare=False)
    first = _ask(connection)
    if first[1] != ours or _ask(connection) != first:
        raise PoolerRefused(NO_SESSION)
    if connection.info.dsn not in _proven:
        _prove(connection, first, connect)


def _prove(
    connection: psycopg.Connection, first: Session, connect: Callable[[], psycopg.Connection]
) -> None:
    """Look for the connection's session from another connection, once in a process.

    An idle pooler hands a session that was given back to whoever asks next. Where no second session
    is to be had, nothing is proven, and the next connection tries again.
    """
    try:
        with closing(connect()) as other:
            other.autocommit = True
            for _ in range(ROUNDS):
                second = _ask_patiently(other)
                if second is None:
                    return
                if set(second) & set(first) or _ask(connection) != first:
                    raise PoolerRefused(NO_SESSION)
    except psycopg.OperationalError:
        return  # the pooler takes no more
    _proven.add(connection.info.dsn)


def _ask(connection: psycopg.Connection) -> Session:
    row = connection.execute(_ASK, prepare=False).fetchone()
    assert row is not None  # noqa: S101 - a SELECT without FROM
    return row[0], row[1]


def _ask_patiently(connection: psycopg.Connection) -> Session | None:
    """Return the same, None if the pooler has not answered in time: all its sessions are lent."""
    ask = connection.pgconn
    ask.send_query(_ASK.encode())
    while ask.is_busy():
        if not select.select([ask.socket], [], [], PATIENCE)[0]:
            return None
        ask.consume_input()
    answer = ask.get_result()
    if answer is None or (pid := answer.get_value(0, 0)) is None:
        return None
    while ask.get_result():
        pass
    return pid.decode(), (answer.get_value(0, 1) or b"").decode()
