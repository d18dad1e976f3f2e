"""All that a server, a worker or a timer writes, as lines of its log: prints and tracebacks, too.

Programs that collect logs read one object per line (LOG_FORMAT=json), and everything else that
comes along is lost or breaks them. Who runs a command by hand gets plain text.
"""

import atexit
import io
import logging
import os
import sys
import threading
from collections.abc import Sequence
from datetime import UTC, datetime
from logging.config import dictConfig
from typing import Any, TextIO

import orjson
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured

logger = logging.getLogger("config.output")

# The commands that units run (deploy/systemd): all that these write is their log.
OF_UNITS = frozenset(("serve", "db_worker", "tidy", "record_expiries", "seal_audit", "dump"))


def log_output_of(arguments: Sequence[str]) -> None:
    """Log all output of a command, ``manage.py NAME …``, if it is one that units run."""
    if not OF_UNITS.intersection(arguments[1:2]):
        return
    try:
        log_output()
    except ImproperlyConfigured as fault:
        if not _is_json_without_settings() or sys.stderr.isatty():
            raise
        now = datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
        line = {"time": now, "level": "CRITICAL", "logger": logger.name}
        sys.exit(orjson.dumps(line | {"message": f"error: {fault}"}).decode())


def _is_json_without_settings() -> bool:
    """Return what LOG_FORMAT says, or what it is in production, where settings cannot be loaded."""
    is_production = os.environ.get("DJANGO_SETTINGS_MODULE") == "config.settings.production"
    return (os.environ.get("LOG_FORMAT") or ("json" if is_production else "line")) == "json"


def log_output() -> None:
    """Log all that this process and its forks write from now on, where LOG_FORMAT is json."""
    dictConfig(settings.LOGGING)
    if settings.LOGGING["handlers"]["console"]["formatter"] != "json":
        return
    logging.captureWarnings(capture=True)
    sys.excepthook = _uncaught
    threading.excepthook = _uncaught_in_thread
    sys.unraisablehook = _unraisable
    # A terminal has somebody in front of it.
    if not sys.stdout.isatty():
        sys.stdout = _Lines(sys.stdout, logging.INFO)
    if not sys.stderr.isatty():
        sys.stderr = _Lines(sys.stderr, logging.ERROR)


class _Lines(io.TextIOBase):
    """A stream each of whose lines is one of the log."""

    def __init__(self, original: TextIO, level: int) -> None:
        self._original, self._level = original, level
        self._begun = ""
        self._lock = threading.RLock()
        atexit.register(self._end)

    def writable(self) -> bool:
        return True

    def fileno(self) -> int:
        return self._original.fileno()

    def write(self, text: str) -> int:
        with self._lock:
            *lines, self._begun = (self._begun + text).split("\n")
        for line in lines:
            self._log(line)
        return len(text)

    def _end(self) -> None:
        with self._lock:
            line, self._begun = self._begun, ""
        self._log(line)

    def _log(self, line: str) -> None:
        if line.strip():
            logger.log(self._level, "%s", line.rstrip())


def _uncaught(kind: type[BaseException], error: BaseException, traceback: Any) -> None:
    if issubclass(kind, KeyboardInterrupt):
        logger.info("Interrupted")
    else:
        logger.critical("Uncaught error", exc_info=(kind, error, traceback))


def _uncaught_in_thread(told: threading.ExceptHookArgs) -> None:
    if told.exc_value is not None and not issubclass(told.exc_type, SystemExit):
        name = told.thread.name if told.thread else "a thread"
        found = (told.exc_type, told.exc_value, told.exc_traceback)
        logger.error("Uncaught error in %s", name, exc_info=found)


def _unraisable(told: Any) -> None:
    found = told.exc_value and (told.exc_type, told.exc_value, told.exc_traceback)
    logger.error("%s %r", told.err_msg or "Ignored error in", told.object, exc_info=found)
