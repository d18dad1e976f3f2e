"""The life of this worker: its row, and the thread that says that it lives."""

import logging
import os
import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from threading import Event, Thread, Timer
from typing import Any, NoReturn

from django.conf import settings
from django.db import Error, connection, connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.db.models.functions import Now

from config.background.models import BackgroundWorker
from config.background.taking_up import running, session_name, take_up_lost

logger = logging.getLogger(__name__)

# The exit code of a worker whose tasks were taken from it.
LOST = 3

# Seconds that the last line of the log may take.
_LAST_WORDS = 5

_IS_LOST = """
    SELECT NOT EXISTS (SELECT FROM background_backgroundworker WHERE id = %s AND lost_at IS NULL)
"""


@contextmanager
def beating(worker_id: str, queues: str) -> Iterator[None]:
    """Be a worker that others hear of, for the length of the block."""
    _name_sessions(worker_id)

    def refuse_if_lost(*, connection: BaseDatabaseWrapper, **kwargs: Any) -> None:
        """End when a new session is one of a worker whose sessions were ended."""
        ((is_lost,),) = connection.connection.execute(_IS_LOST, [worker_id]).fetchall()
        if is_lost:
            _end(worker_id)

    heart = _Heart(worker_id)
    try:
        # Whoever is told to end from here on takes the row away.
        BackgroundWorker.objects.create(
            pk=worker_id, queues=queues, host=socket.gethostname()[:255], pid=os.getpid()
        )
        connection_created.connect(refuse_if_lost, weak=False)
        heart.start()
        yield
    finally:
        heart.stop()
        connection_created.disconnect(refuse_if_lost)
        with suppress(Error):
            connection.close()  # it may be broken
            # One that left a task unfinished is found by its row.
            if not _has_unfinished(worker_id):
                BackgroundWorker.objects.not_lost().filter(pk=worker_id).delete()


def _has_unfinished(worker_id: str) -> bool:
    """Return whether a worker has a task that nobody finished."""
    return running().filter(last_worker=worker_id).exists()


def _name_sessions(worker_id: str) -> None:
    """Give all sessions of this process the name by which they are ended."""
    options = connections.settings["default"].setdefault("OPTIONS", {})
    options["application_name"] = session_name(worker_id)
    connections.close_all()


class _Heart(Thread):
    """The thread that says that the worker lives, and looks for others that do not.

    It has a session of its own, and is a daemon: it keeps no process from ending.
    """

    def __init__(self, worker_id: str) -> None:
        super().__init__(name="heart", daemon=True)
        self._worker_id = worker_id
        self._over = Event()
        # The beginning of the present row of beats, by the database's clock, and the last of them.
        self._since: datetime | None = None
        self._last: datetime | None = None

    def stop(self) -> None:
        self._over.set()
        if self.is_alive():
            self.join(settings.WORKER_BEAT_SECONDS)

    def run(self) -> None:
        while not self._over.wait(settings.WORKER_BEAT_SECONDS):
            # Who hangs here for so long counts as gone, and does not know it.
            watchdog = Timer(settings.WORKER_GONE_SECONDS, _end, [self._worker_id])
            watchdog.daemon = True
            watchdog.start()
            try:
                self._beat()
            except Error as error:
                # Without the database nobody is heard of, and nobody takes anything.
                logger.warning("The database did not hear of this worker: %s", type(error).__name__)
                connection.close()
            except Exception:
                logger.exception("What a worker that is gone has left could not be looked after")
                connection.close()
            finally:
                watchdog.cancel()
        connection.close()

    def _beat(self) -> None:
        rows = BackgroundWorker.objects.not_lost().filter(pk=self._worker_id)
        if not rows.update(heard_of_at=Now()) and not self._over.is_set():
            _end(self._worker_id)
        if self._is_awake():
            take_up_lost()

    def _is_awake(self) -> bool:
        """Return whether this process has been awake for long enough to judge others.

        Where the machine slept, all of its workers were silent, and none is gone.
        """
        with connection.cursor() as cursor:
            cursor.execute("SELECT clock_timestamp()")
            ((now,),) = cursor.fetchall()
        gone = timedelta(seconds=settings.WORKER_GONE_SECONDS)
        if self._since is None or self._last is None or now - self._last > gone / 2:
            self._since = now
        self._last = now
        return now - self._since >= gone


def _end(worker_id: str) -> NoReturn:
    """End the process at once, from whichever thread: it is not to write another word.

    Nothing is waited for, be it a query, a mail server, a lock or another thread.
    """
    last = Timer(_LAST_WORDS, os._exit, [LOST])
    last.daemon = True
    last.start()
    logger.critical("This worker (%s) counts as gone: its tasks were taken, so it ends", worker_id)
    os._exit(LOST)
