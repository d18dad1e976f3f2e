"""How a line of the log is written, and what must not stand in it, nor in the audit trail."""

import logging
import re
import string
from datetime import UTC, datetime
from functools import cache
from typing import Any

import orjson
import psycopg
from django.conf import settings

from config.context import current_request

# What an access line or a task's line says beside its sentence, in this order.
FIELDS = (
    "method",
    "route",
    "path",
    "status",
    "task",
    "outcome",
    "duration_ms",
    "queries",
)

# Characters that are kept of what a caller may have sent, and of a traceback: whoever looks through
# more of it, works for a stranger.
LONGEST = 2_000
LONGEST_PATH = 1_800
_LONGEST_TRACEBACK = 32_000

# What secrets consist of: of a word that was cut in two, not even its first half is kept.
_IN_WORDS = string.ascii_letters + string.digits + "_.-%"

# Secrets by their look, wherever they stand. Each pattern is tried where its beginning is found at
# all, which is nearly nowhere: every line comes by here. Anybody may write what they are tried on,
# so each takes twice as long for twice as much, and no longer (tests/contract/test_patterns.py).
_BY_LOOK = [
    (beginning, re.compile(pattern))
    for beginning, pattern in (
        # Tokens of ours; what follows the public half of a service key; passwords as Django keeps
        # them.
        ("eyJ", r"eyJ[\w-]{8,}(?:\.[\w-]*){0,2}"),
        (".", r"\.[A-Za-z0-9]{32}\b"),
        ("$", r"\b(?:argon2\w*|pbkdf2_\w+|bcrypt\w*|scrypt)\$[^\s\"']+"),
        # Tickets of a CAS server.
        ("T-", r"\b(?:ST|PT|PGT|TGT|LT)-[\w.-]{6,}"),
        ("IOU-", r"\bPGTIOU-[\w.-]{6,}"),
        # What is named as a secret.
        (" ", r"(?i:(?<=bearer )|(?<=api-key ))[^\s\"']+"),
        ("=", r"(?:(?<=token=)|(?<=password=))[^&\s\"']+"),
        # Parts of a path too long for any of ours: somebody mistook a token for an address.
        ("/", r"(?<=/)[\w-]{40,}"),
    )
]

# A value that the database refused stands in what it says; of these it is not repeated.
_DATA_EXCEPTION = "22"


def shortened(text: str, most: int = LONGEST) -> str:
    """Return the beginning of a text that a caller may have written, up to a whole word.

    Before anything else is done with it: what is cut off afterwards was looked through already.
    """
    return text if len(text) <= most else text[:most].rstrip(_IN_WORDS) + "…"


def without_secrets(text: str) -> str:
    """Leave out what follows in SECRET_PATHS and SECRET_PARAMETERS, and what looks secret."""
    in_parameters, in_paths = _secrets()
    text = in_paths.sub(r"\1…", in_parameters.sub(r"\1…", text))
    for beginning, pattern in _BY_LOOK:
        if beginning in text:
            text = pattern.sub("…", text)
    return text


@cache
def _secrets() -> tuple[re.Pattern[str], re.Pattern[str]]:
    prefixes = "|".join(map(re.escape, settings.SECRET_PATHS))
    names = "|".join(map(re.escape, settings.SECRET_PARAMETERS))
    # An address inside another one has its marks encoded: %3Fstate%3D…
    parameters = rf"((?:[?&]|%3F|%26)(?:{names})(?:=|%3D))[^\s\"'<>&]+"
    return re.compile(parameters, re.IGNORECASE), re.compile(rf"({prefixes})[^\s\"'<>]+")


class RequestFilter(logging.Filter):
    """Give each log record the request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Django logs an answer after the middleware is through; the record then brings the request.
        request = getattr(record, "request", None)
        known = current_request()
        record.request_id = getattr(request, "id", None) or known.id or "-"
        record.tenant, record.user = known.tenant_id, known.user_id
        return True


class LineFormatter(logging.Formatter):
    """Leaves secrets out of the finished line, traceback included.

    So it holds for every logger: Django and its servers write paths too, each in another place.
    """

    def format(self, record: logging.LogRecord) -> str:
        return without_secrets(super().format(record))

    def formatMessage(self, record: logging.LogRecord) -> str:  # noqa: N802 - logging's name
        record.message = shortened(record.message)
        return super().formatMessage(record)

    def formatException(self, ei: Any) -> str:  # noqa: N802 - logging's name
        """Write a traceback in which the database's errors do not repeat what people wrote."""
        text = super().formatException(ei)
        for error in _database_errors(ei[1]):
            text = text.replace(str(error), _describe(error))
        return _short_traceback(text)


class JSONFormatter(LineFormatter):
    """One JSON object per line, for whatever collects logs."""

    def format(self, record: logging.LogRecord) -> str:
        timestamp = datetime.fromtimestamp(record.created, UTC)
        line = {
            "time": timestamp.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
            "level": record.levelname,
            "logger": record.name,
            "message": without_secrets(shortened(record.getMessage())),
            "request_id": record.__dict__["request_id"],
            "tenant": record.__dict__["tenant"],
            "user": record.__dict__["user"],
        }
        for name in FIELDS:
            if name in record.__dict__:
                value = record.__dict__[name]
                is_text = isinstance(value, str)
                line[name] = without_secrets(shortened(value)) if is_text else value
        if record.exc_info:
            line["exception"] = without_secrets(self.formatException(record.exc_info))
        if record.stack_info:
            line["stack"] = without_secrets(record.stack_info)
        return orjson.dumps(line, default=str).decode()


def _short_traceback(text: str) -> str:
    """Return a traceback whose errors may repeat what somebody sent: line by line, and its ends."""
    half = _LONGEST_TRACEBACK // 2
    if len(text) > _LONGEST_TRACEBACK:
        # From a new line on: what has lost its beginning may have lost what gives it away.
        text = f"{shortened(text, half)}\n{text[-half:].partition('\n')[2]}"
    return "\n".join(shortened(line) for line in text.split("\n"))


def _database_errors(error: BaseException | None) -> list[psycopg.Error]:
    """Return the database's own errors among those that a traceback tells of."""
    found, seen = [], set()
    rest = [error]
    while rest:
        error = rest.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        if isinstance(error, psycopg.Error) and str(error):
            found.append(error)
        rest += [error.__cause__, error.__context__]
    return found


def _describe(error: psycopg.Error) -> str:
    """Return what the log may say of it: details and contexts quote whole rows."""
    if error.sqlstate is None:  # no server said it: the connection failed
        return str(error)
    said = error.diag.message_primary or ""
    if error.sqlstate.startswith(_DATA_EXCEPTION):
        said = ""
    where = [error.diag.table_name, error.diag.column_name, error.diag.constraint_name]
    return " ".join([f"[{error.sqlstate}]", said, *filter(None, where)]).strip()
