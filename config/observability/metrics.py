"""The counters of requests, for Prometheus.

Every label has few values: routes as they are documented, classes of status, tenants up to a
limit. Several worker processes are added up in the files of PROMETHEUS_MULTIPROC_DIR, see
``config.runtime.workers``.
"""

from contextlib import suppress

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest, values
from prometheus_client.multiprocess import MultiProcessCollector

# The number of tenants that one process counts separately; later ones are counted together.
MAX_TENANTS = 500
OTHERS = "other"

METHODS = frozenset(("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"))

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
_failed_exports = Counter(
    "command_center_failed_exports",
    "Files that somebody asked for and that could not be made.",
    registry=_registry,
)
# Counted from 0 on: the first of a series that begins with it would be no increase.
for _account in ("known", "unknown"):
    _failed_sign_ins.labels(_account)
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


def count_failed_export() -> None:
    """Count a file that could not be made."""
    with suppress(OSError):
        _failed_exports.inc()


def exposition() -> bytes:
    """Return the figures of all worker processes in Prometheus's text format."""
    if values.ValueClass._multiprocess:  # noqa: SLF001 - nothing public tells
        registry = CollectorRegistry()
        MultiProcessCollector(registry)
        return generate_latest(registry)
    return generate_latest(_registry)


def _label(tenant_id: str) -> str:
    if tenant_id not in _known:
        if len(_known) >= MAX_TENANTS:
            return OTHERS
        _known.add(tenant_id)
    return tenant_id
