"""Who keeps statements of a web server waiting, for the log (docs/operating.md, "Locks").

Once PostgreSQL has given a wait up, nothing tells any more whom it was for. So a thread looks at
statements that take long, while they do, on a connection of its own: whom they wait for, and at
what table. No text of a statement is read but its first word: texts hold what people wrote.
"""

import logging
import time
from dataclasses import dataclass, field
from threading import Lock, Thread
from typing import Any, NamedTuple

import psycopg
from django.conf import settings
from django.db import OperationalError
from django.db.backends.base.base import BaseDatabaseWrapper

logger = logging.getLogger(__name__)

# Seconds that looking may take; it is no reason to wait.
_PATIENCE = 2

# The state of sessions of other roles is not shown to the web server's; names and locks are.
_BLOCKERS = """
SELECT waiting.pid, blocker.pid, coalesce(nullif(activity.application_name, ''), 'no name'),
    (SELECT relation::regclass::text FROM pg_locks
     WHERE pid = waiting.pid AND relation IS NOT NULL AND (NOT granted OR locktype = 'tuple')
     ORDER BY granted LIMIT 1),
    extract(epoch FROM clock_timestamp() - activity.xact_start)::int,
    substring(activity.query FROM '^\\s*([A-Za-z]+)'), activity.state
FROM unnest(%s::int[]) AS waiting (pid)
CROSS JOIN LATERAL unnest(pg_blocking_pids(waiting.pid)) AS blocker (pid)
LEFT JOIN pg_stat_activity AS activity ON activity.pid = blocker.pid
"""


@dataclass
class _Statement:
    """A statement that runs; ``blockers`` are the sessions that it was seen waiting for."""

    began: float = field(default_factory=time.monotonic)
    blockers: list[str] = field(default_factory=list)


_running: dict[int, _Statement] = {}
_starting = Lock()
_watcher: Thread | None = None


def note(execute: Any, sql: str, params: Any, many: bool, context: dict) -> Any:
    """Note that a statement runs while it does; Django calls this for each.

    Where it fails, its error is given ``blockers``: sentences about those whom it waited for.
    """
    connection = context["connection"].connection
    if connection is None or connection.closed:
        return execute(sql, params, many, context)  # which says so as an error of Django's
    pid = connection.info.backend_pid
    statement = _running[pid] = _Statement()
    try:
        return execute(sql, params, many, context)
    except OperationalError as error:
        error.blockers = statement.blockers  # type: ignore[attr-defined] # for ``blockers_of``
        raise
    finally:
        _running.pop(pid, None)


def blockers_of(error: BaseException) -> list[str]:
    """Return who made a statement wait that then failed with this error, as far as was seen."""
    return getattr(error, "blockers", [])


def watch(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
    """Look at the statements of a new connection of a web server from now on.

    Those of replicas wait for no sessions.
    """
    global _watcher  # noqa: PLW0603 - one thread for the process
    if not settings.DATABASE_TIMEOUTS or note in connection.execute_wrappers:
        return
    if connection.alias in settings.DATABASE_REPLICAS:
        return
    # Nobody knows which session a pooler has lent to a statement.
    if not connection.keeps_its_session:  # type: ignore[attr-defined] # of ``config.db.walled``
        return
    # First in the list, as ``config.observability.queries`` says.
    connection.execute_wrappers.insert(0, note)
    with _starting:
        if _watcher is None:
            _watcher = Thread(
                target=_look_again_and_again,
                args=(connection.get_connection_params(),),
                name="waits",
                daemon=True,
            )
            _watcher.start()


def _look_again_and_again(parameters: dict[str, Any]) -> None:
    """Look at what has run for a quarter of the time that a wait may take."""
    pause = settings.WEB_LOCK_SECONDS / 8
    while True:
        time.sleep(pause)
        since = time.monotonic() - 2 * pause
        slow = {pid: one for pid, one in _running.copy().items() if one.began < since}
        if slow:
            _look(slow, parameters)


def _look(slow: dict[int, _Statement], parameters: dict[str, Any]) -> None:
    try:
        with psycopg.connect(**parameters, autocommit=True) as connection:
            connection.execute(f"SET statement_timeout = '{_PATIENCE}s'")
            found = connection.execute(_BLOCKERS, [list(slow)]).fetchall()
    except psycopg.Error as error:
        logger.warning("Nobody can tell who is waited for: %s", type(error).__name__)
        return
    seen: dict[int, list[str]] = {}
    for pid, *facts in found:
        seen.setdefault(pid, []).append(_in_words(_Blocker(*facts)))
    for pid, sentences in seen.items():
        slow[pid].blockers[:] = sentences


class _Blocker(NamedTuple):
    """A session that somebody waits for; what PostgreSQL does not show us of it is None."""

    pid: int
    name: str
    table: str | None
    seconds: int | None
    verb: str | None
    state: str | None


def _in_words(blocker: _Blocker) -> str:
    """Return a sentence such as "students_session is held by process 7 (psql), …"."""
    told = f"{blocker.table or 'a row'} is held by process {blocker.pid} ({blocker.name})"
    if blocker.seconds is not None:
        told += f", in a transaction of {blocker.seconds} s"
    if blocker.verb and blocker.state:
        is_idle = blocker.state.startswith("idle")
        told += f", {'idle after' if is_idle else 'at work on'} {blocker.verb.upper()}"
    return told
