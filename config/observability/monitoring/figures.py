"""The figures for Prometheus: the counters of requests, and current numbers of the database."""

import logging
from collections import defaultdict
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from django.conf import settings
from django.db import Error, connection, transaction
from django.db.backends.utils import CursorWrapper
from django.db.models import Min
from django.utils import timezone
from django_tasks_db.models import DBTaskResult
from prometheus_client import CollectorRegistry, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from accounts.models import Invitation
from accounts.queries.invitations import awaiting_mail
from config.context import within
from config.observability import metrics
from config.observability.monitoring.background import background_figures
from tenants.models import MoveState, Tenant
from tenants.queries.seals import unsealed_seconds

logger = logging.getLogger(__name__)

# Milliseconds that the database may take for one of these figures.
_PATIENCE = 2000

# Each has an index of its own. Those that ended well are far more, and nobody waits for their
# number: it is PostgreSQL's own estimate of all tasks, without these.
_COUNTED = ("READY", "RUNNING", "FAILED")
_ABOUT = "SELECT reltuples::bigint FROM pg_class WHERE oid = %s::regclass"

_CONNECTIONS = """
    SELECT coalesce(state, 'unknown'), count(*) FROM pg_stat_activity
    WHERE datname = current_database() AND backend_type = 'client backend' GROUP BY 1
"""


def exposition() -> bytes:
    """Return all figures in Prometheus's text format; without the database, those of requests."""
    registry = CollectorRegistry()
    registry.register(_DatabaseFigures())
    registry.register(_BackupFigures())
    return metrics.exposition() + generate_latest(registry)


class _DatabaseFigures(Collector):
    """The figures from the database, read at each scrape: no process needs to keep them."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(f"SET LOCAL statement_timeout = {_PATIENCE}")
                found = [_tasks(), _longest_task(), *background_figures(), *_of_universities()]
                found += [_connections(cursor), _most_connections(cursor), *_moves()]
        except Error as error:
            logger.warning("No figures from the database: %s", type(error.__cause__).__name__)
            found = []
        yield GaugeMetricFamily(
            "command_center_database_up",
            "Whether the database answered just now.",
            value=bool(found),
        )
        yield from found


class _BackupFigures(Collector):
    """The moment of the newest backup; nothing where this machine keeps none."""

    def describe(self) -> list[Metric]:
        return []

    def collect(self) -> Iterator[Metric]:
        with suppress(OSError):
            kept = [
                file.stat().st_mtime
                for file in Path(settings.BACKUP_FOLDER).iterdir()
                if file.suffix == ".dump"
            ]
            yield GaugeMetricFamily(
                "command_center_backup_timestamp_seconds",
                "When the newest whole dump in BACKUP_FOLDER was written; 0 without any.",
                value=max(kept, default=0.0),
            )


def _tasks() -> Metric:
    rows = DBTaskResult.objects.order_by()
    counts = {status: rows.filter(status=status).count() for status in _COUNTED}
    with connection.cursor() as cursor:
        cursor.execute(_ABOUT, [DBTaskResult._meta.db_table])
        (about,) = cursor.fetchone()
    counts["SUCCESSFUL"] = max(0, about - sum(counts.values()))
    family = GaugeMetricFamily(
        "command_center_tasks",
        "Tasks of the background worker by status; finished ones are kept for two weeks, and the"
        " number of the successful ones is an estimate.",
        labels=["status"],
    )
    for status, count in counts.items():
        family.add_metric([status.lower()], count)
    return family


def _longest_task() -> Metric:
    running = DBTaskResult.objects.running().aggregate(since=Min("started_at"))["since"]
    return GaugeMetricFamily(
        "command_center_longest_task_seconds",
        "For how long the task that is at work the longest has been so; 0 without any.",
        value=(timezone.now() - running).total_seconds() if running else 0.0,
    )


def _of_universities() -> Iterator[Metric]:
    """Yield the figures of all universities that live here."""
    tenant_ids = set(Tenant.objects.settled().order_by().values_list("pk", flat=True))
    yield GaugeMetricFamily(
        "command_center_undelivered_mails",
        "Invitations whose mail failed for good, or was cut off: only a resend helps them.",
        value=sum(map(_undelivered_of, awaiting_mail() & tenant_ids)),
    )
    yield GaugeMetricFamily(
        "command_center_audit_unsealed_seconds",
        "For how long the oldest audit event that no seal covers has waited.",
        value=unsealed_seconds(tenant_ids),
    )


def _moves() -> Iterator[Metric]:
    """Yield how many universities are in each state of a move, and for how long the first is."""
    count = GaugeMetricFamily(
        "command_center_universities_moving",
        "Universities that are on their way between cells, by where they stand.",
        labels=["state"],
    )
    longest = GaugeMetricFamily(
        "command_center_longest_move_seconds",
        "For how long the university that stands there the longest has; 0 without any.",
        labels=["state"],
    )
    found = Tenant.objects.on_their_way().values_list("move_state", "move_state_since")
    waited, now = defaultdict(list), timezone.now()
    for state, since in found.order_by():
        waited[state].append((now - (since or now)).total_seconds())
    for state in MoveState.values:
        count.add_metric([state.lower()], len(waited[state]))
        longest.add_metric([state.lower()], max(waited[state], default=0.0))
    yield from (count, longest)


def _undelivered_of(tenant_id: str) -> int:
    with within(tenant_id):
        return Invitation.objects.for_tenant(tenant_id).undelivered().count()


def _connections(cursor: CursorWrapper) -> Metric:
    cursor.execute(_CONNECTIONS)
    family = GaugeMetricFamily(
        "command_center_database_connections",
        "Connections to our database, everybody's, by what they do.",
        labels=["state"],
    )
    for state, count in cursor.fetchall():
        family.add_metric([state], count)
    return family


def _most_connections(cursor: CursorWrapper) -> Metric:
    cursor.execute("SHOW max_connections")
    return GaugeMetricFamily(
        "command_center_database_max_connections",
        "Connections that the database server takes at most.",
        value=int(cursor.fetchone()[0]),
    )
