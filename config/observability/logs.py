"""The format of a log line, and the secrets that neither the log nor the audit trail may hold."""

import logging
import re
import string
from datetime import UTC, datetime
from functools import cache
from ipaddress import ip_address, ip_network
from typing import Any

import orjson
import psycopg
from django.conf import settings

from config.context import current_request

# The fields of an access line or a task's line beside its sentence, in this order.
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

# The most characters that are kept of a caller's text, and of a traceback: to search more of them
# would cost time that any caller could use up.
LONGEST = 2_000
LONGEST_PATH = 1_800
_LONGEST_TRACEBACK = 32_000

# The bits of a masked address that are kept, by the version of IP: those of a network.
_NETWORKS = {4: 24, 6: 48}

# The characters of secrets: if a word is cut in two, not even its first half is kept.
_IN_WORDS = string.ascii_letters + string.digits + "_.-%~+="

# Secrets by their look, at any place. Each pattern is tried only where its beginning is found,
# which is rare: every line passes here. Anybody may write the text that they are tried on, so each
# takes linear time (tests/contract/test_patterns.py).
_BY_LOOK = [
    (beginning, re.compile(pattern))
    for beginning, pattern in (
        # Tokens of ours; what follows the public half of a service key; passwords as Django keeps
        # them.
        ("eyJ", r"eyJ[\w-]{8,}(?:\.[\w-]*){0,2}"),
        (".", r"\.[A-Za-z0-9]{32}\b"),
        ("$", r"\b(?:argon2\w*|pbkdf2_\w+|bcrypt\w*|scrypt)\$[^\s\"']+"),
        # Tickets of a CAS server.
        ("T-", r"\b(?:ST|PT|PGT|TGT|LT)-[\w.~+/:=%-]{6,}"),
        ("IOU-", r"\bPGTIOU-[\w.~+/:=%-]{6,}"),
        # Values that are named as a secret.
        (" ", r"(?i:(?<=bearer )|(?<=api-key ))[^\s\"']+"),
        ("=", r"(?:(?<=token=)|(?<=password=))[^&\s\"']+"),
        # Parts of a path that are longer than any of ours: a token was used as an address.
        ("/", r"(?<=/)[\w-]{40,}"),
    )
]

# Errors whose message contains the value that the database refused; it is not repeated.
_DATA_EXCEPTION = "22"


def shortened(text: str, most: int = LONGEST) -> str:
    """Return the beginning of a text that a caller may have written, up to a whole word.

    Call it before anything else is done with the text: a part that is cut off later would already
    have cost the time to search it.
    """
    return text if len(text) <= most else text[:most].rstrip(_IN_WORDS) + "…"


def without_secrets(text: str) -> str:
    """Return a text without secrets: after SECRET_PATHS and SECRET_PARAMETERS, or by their look."""
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


def logged_address(address: str) -> str:
    """Return the address of a caller as the log has it: whole, or its network alone."""
    if not settings.LOG_MASKS_ADDRESSES:
        return address
    prefix = _NETWORKS[ip_address(address).version]
    return str(ip_network(f"{address}/{prefix}", strict=False))


class RequestFilter(logging.Filter):
    """A filter that gives each log record the request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Django logs an answer after the middleware is through; the record then brings the request.
        request = getattr(record, "request", None)
        known = current_request()
        record.request_id = getattr(request, "id", None) or known.id or "-"
        record.tenant, record.user = known.tenant_id, known.user_id
        address = known.address and logged_address(known.address)
        record.address = address
        record.caller = f"{address or '-'} {known.user_id or '-'}"
        return True


class LineFormatter(logging.Formatter):
    """A formatter that removes secrets from the finished line, traceback included.

    So this covers every logger: Django and its servers write paths too, each in another place.
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
    """One JSON object per line, for programs that collect logs."""

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
            "address": record.__dict__["address"],
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
    """Return a shortened traceback: its errors may repeat long texts that somebody sent."""
    half = _LONGEST_TRACEBACK // 2
    if len(text) > _LONGEST_TRACEBACK:
        # From a new line on: a secret without its beginning could not be recognised.
        text = f"{shortened(text, half)}\n{text[-half:].partition('\n')[2]}"
    return "\n".join(shortened(line) for line in text.split("\n"))


def _database_errors(error: BaseException | None) -> list[psycopg.Error]:
    """Return the database's own errors among those in a traceback."""
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
    """Return the parts of an error that the log may hold: details and contexts quote whole rows."""
    if error.sqlstate is None:  # it comes from no server: the connection failed
        return str(error)
    said = error.diag.message_primary or ""
    if error.sqlstate.startswith(_DATA_EXCEPTION):
        said = ""
    where = [error.diag.table_name, error.diag.column_name, error.diag.constraint_name]
    return " ".join([f"[{error.sqlstate}]", said, *filter(None, where)]).strip()
