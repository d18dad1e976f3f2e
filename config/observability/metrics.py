"""The counters of requests, for Prometheus.

Every label has few values: routes as they are documented, classes of status, tenants up to a
limit. Several worker processes are added up in the files of PROMETHEUS_MULTIPROC_DIR, see
``config.runtime.workers``.
"""

import os
from contextlib import suppress
from pathlib import Path

import psutil
from prometheus_client import (
    CollectorRegistry,
    Counter,
    Gauge,
    Histogram,
    generate_latest,
    values,
)
from prometheus_client.multiprocess import MultiProcessCollector, mark_process_dead

# The number of tenants that one process counts separately; later ones are counted together.
MAX_TENANTS = 500
OTHERS = "other"

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))

# The variable that names where processes count, if they do so together.
_DIRECTORY = "PROMETHEUS_MULTIPROC_DIR"

_registry = CollectorRegistry()

_seconds = Histogram(
    "command_center_request_duration_seconds",
    "How long requests took, until the last byte was handed over.",
    ("method", "route", "status"),
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30),
    registry=_registry,
)
_tenants = Counter(
    "command_center_tenant_requests",
    "Requests on behalf of a tenant.",
    ("tenant",),
    registry=_registry,
)
_refusals = Counter(
    "command_center_rate_limited",
    "Requests and tries refused with 429, by the limit that they ran into.",
    ("limit",),
    registry=_registry,
)
_failed_sign_ins = Counter(
    "command_center_failed_sign_ins",
    "Sign-ins that failed, by whether the account exists.",
    ("account",),
    registry=_registry,
)
_refused_calls = Counter(
    "command_center_refused_calls",
    "Calls to other people's servers that were not made, and why.",
    ("reason",),
    registry=_registry,
)
_silent_hosts = Counter(
    "command_center_silent_hosts",
    "How often a host was left alone for a while because it did not answer.",
    registry=_registry,
)
_refused_hashes = Counter(
    "command_center_refused_hashes",
    "Passwords that were not checked because enough were being checked.",
    registry=_registry,
)
_threads = Gauge(
    "command_center_threads",
    "Threads that answer requests.",
    registry=_registry,
    multiprocess_mode="livesum",
)
_threads_busy = Gauge(
    "command_center_threads_busy",
    "Threads that answer a request just now.",
    registry=_registry,
    multiprocess_mode="livesum",
)
_failed_exports = Counter(
    "command_center_failed_exports",
    "Files that somebody asked for and that could not be made.",
    registry=_registry,
)
_reads = Counter(
    "command_center_reads",
    "Requests that a replica may answer, by who did.",
    ("from",),
    registry=_registry,
)
# Counted from 0 on: the first of a series that begins with it would be no increase.
for _account in ("known", "unknown"):
    _failed_sign_ins.labels(_account)
for _source in ("primary", "replica"):
    _reads.labels(_source)
_known: set[str] = set()


def observe_request(
    method: str, route: str, status: int, seconds: float, tenant_id: str | None
) -> None:
    """Count a request that was answered."""
    method = method if method in METHODS else OTHERS
    # Figures are added up in files: a full disk costs figures, and no answer.
    with suppress(OSError):
        _seconds.labels(method, route, f"{status // 100}xx").observe(seconds)
        if tenant_id:
            _tenants.labels(_label(tenant_id)).inc()


def count_refusal(limit: str) -> None:
    """Count a request or attempt that a limit refused."""
    with suppress(OSError):
        _refusals.labels(limit).inc()


def count_failed_sign_in(*, is_known: bool) -> None:
    """Count a sign-in that failed; of an account that does not exist nothing else is stored."""
    with suppress(OSError):
        _failed_sign_ins.labels("known" if is_known else "unknown").inc()


def count_read(source: str) -> None:
    """Count a request that a replica might answer: by ``primary`` or ``replica``."""
    with suppress(OSError):
        _reads.labels(source).inc()


def count_failed_export() -> None:
    """Count a file that could not be made."""
    with suppress(OSError):
        _failed_exports.inc()


def count_refused_call(reason: str) -> None:
    """Count a call to somebody's server that was not made: ``busy`` or ``silent``."""
    with suppress(OSError):
        _refused_calls.labels(reason).inc()


def count_silent_host() -> None:
    """Count a host that did not answer, and is left alone from now on."""
    with suppress(OSError):
        _silent_hosts.inc()


def count_refused_hash() -> None:
    """Count a password that was not checked, since enough others were."""
    with suppress(OSError):
        _refused_hashes.inc()


def set_threads(number: int) -> None:
    """Note how many threads of this process answer requests."""
    with suppress(OSError):
        _threads.set(number)


def note_busy(change: int) -> None:
    """Note that one more thread is busy (1), or one fewer (-1)."""
    with suppress(OSError):
        _threads_busy.inc(change)


def exposition() -> bytes:
    """Return the figures of all worker processes in Prometheus's text format."""
    if values.ValueClass._multiprocess:  # noqa: SLF001 - nothing public tells
        _forget_processes_that_ended()
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
        return generate_latest(registry)
    return generate_latest(_registry)


def _forget_processes_that_ended() -> None:
    """Take the gauges of processes that ended away; what they counted stays."""
    for file in Path(os.environ[_DIRECTORY]).glob("gauge_live*_*.db"):
        pid = int(file.stem.rpartition("_")[2])
        if not psutil.pid_exists(pid):
            with suppress(FileNotFoundError):  # another process does the same
                mark_process_dead(pid)


def _label(tenant_id: str) -> str:
    if tenant_id not in _known:
        if len(_known) >= MAX_TENANTS:
            return OTHERS
        _known.add(tenant_id)
    return tenant_id
