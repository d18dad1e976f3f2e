"""Which replica may answer, and which ones are left alone for a while (docs/scaling.md, "Readers").

A replica that is late is waited for, shortly; then it rests, so that the next requests do not wait
as well. One that is away rests for longer. After its rest one request tries it; if it answers, all
may ask it again. Each process finds that out by itself.
"""

import itertools
import logging
import time
from dataclasses import dataclass
from threading import Lock

import psycopg
from django.conf import settings
from django.db import DEFAULT_DB_ALIAS, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from psycopg.pq.abc import PGconn

from config.db.replica.asking import ask_in_time
from config.db.replica.base import ReplicaFailed

logger = logging.getLogger(__name__)

# Seconds that a request waits for a replica that is behind, and until it asks it again.
PATIENCE = 0.1
STEPS = (0.002, 0.005, 0.01, 0.02, 0.03)

# Seconds for which a replica rests that was late, and one that was away. The primary may have just
# half of a record on its disk, for as long as the walwriter sleeps: nobody can have replayed that.
REST_LATE, REST_AWAY = 0.5, 15

# What cancels a statement, and no connection: the replay does not wait for readers, nor locks.
_FOR_ONE_STATEMENT = (
    psycopg.errors.SerializationFailure,
    psycopg.errors.DeadlockDetected,
    psycopg.errors.LockNotAvailable,
    psycopg.errors.ReadOnlySqlTransaction,
)

# A replica that nobody sends anything may be one of a primary of yesterday.
_HOW_FAR = b"""
SELECT pg_is_in_recovery() AND EXISTS (SELECT FROM pg_stat_wal_receiver),
    coalesce(pg_last_wal_replay_lsn() >= $1::pg_lsn, false)
"""


@dataclass
class _Rest:
    """A replica that rests; ``is_tried`` while one request finds out whether it is back."""

    until: float
    is_tried: bool = False


_lock = Lock()
_rests: dict[str, _Rest] = {}
_turns = itertools.count()


def choose(position: str) -> str | None:
    """Return a replica that has replayed the log to this position; None where there is none."""
    names = settings.DATABASE_REPLICAS
    first = next(_turns) % len(names)
    deadline = time.monotonic() + PATIENCE
    for name in (*names[first:], *names[:first]):
        if not _may_ask(name):
            continue
        try:
            has_replayed = _has_replayed(connections[name], position, deadline)
        except ReplicaFailed as failure:
            _leave_alone(failure)
            connections[name].close()
            continue
        except BaseException:
            _rest(name, 0)
            raise
        if has_replayed:
            _note_answer(name)
            return name
        _rest(name, REST_LATE)
    return None


def faults() -> list[str]:
    """Return what is wrong with replicas, as sentences; it asks each, also those that rest."""
    with connections[DEFAULT_DB_ALIAS].cursor() as cursor:
        cursor.execute("SELECT pg_current_wal_flush_lsn()::text")
        ((position,),) = cursor.fetchall()
    found = []
    for name in settings.DATABASE_REPLICAS:
        try:
            if not _has_replayed(connections[name], position, time.monotonic() + PATIENCE):
                found.append(f"{name} is late")
        except ReplicaFailed as failure:
            found.append(f"{name} is away ({type(failure.__cause__).__name__})")
    return found


def note_failure(failure: ReplicaFailed) -> None:
    """Leave the replica alone for a while, unless it has only cancelled a statement."""
    cause = failure.__cause__
    if isinstance(cause, _FOR_ONE_STATEMENT):
        logger.info("A replica cancelled a statement: %s", type(cause).__name__)
    else:
        _leave_alone(failure)


def _leave_alone(failure: ReplicaFailed) -> None:
    if _rest(failure.alias, REST_AWAY):
        # Only the kind: messages of drivers name hosts and users.
        logger.warning("%s is left alone: %s", failure.alias, type(failure.__cause__).__name__)


def forget() -> None:
    """Forget which replicas rest."""
    with _lock:
        _rests.clear()


def _may_ask(name: str) -> bool:
    with _lock:
        rest = _rests.get(name)
        if rest is None:
            return True
        if rest.is_tried or time.monotonic() < rest.until:
            return False
        rest.is_tried = True
        return True


def _rest(name: str, seconds: float) -> bool:
    """Let a replica rest; return whether it did not yet."""
    with _lock:
        is_new = name not in _rests
        _rests[name] = _Rest(time.monotonic() + seconds)
    return is_new


def _note_answer(name: str) -> None:
    with _lock:
        _rests.pop(name, None)


def _has_replayed(wrapper: BaseDatabaseWrapper, position: str, deadline: float) -> bool:
    """Return whether a replica shows all before a position, by the deadline at the latest.

    The statements that follow use the same connection: behind one address may be several replicas.
    """
    wrapper.ensure_connection()
    for step in (*STEPS, None):
        with wrapper.wrap_database_errors:
            is_fed, has_replayed = _ask(wrapper.connection.pgconn, position)
            if not is_fed:
                raise psycopg.OperationalError("This server follows no primary.")
        if has_replayed or step is None or time.monotonic() + step > deadline:
            return has_replayed
        time.sleep(step)
    return False


def _ask(pgconn: PGconn, position: str) -> tuple[bool, bool]:
    """Return whether the server follows a primary, and whether it has replayed up to a position."""
    answer = ask_in_time(pgconn, _HOW_FAR, position)
    return answer.get_value(0, 0) == b"t", answer.get_value(0, 1) == b"t"
