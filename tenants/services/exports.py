"""Lists that are given out as files, each on record, and the trail as one (contract §18)."""

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from django.db import DatabaseError, InterfaceError, connection, transaction
from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils import timezone

from config.db.replica.base import ReplicaFailed
from config.exports import Writer, closed_on_failure, dated, respond_with_file, written_whole
from config.lines import MEDIA_TYPES, writer_of_lines
from config.observability import metrics
from tenants.models import AuditEvent, EventType, Tenant
from tenants.queries import trail
from tenants.services import audit

logger = logging.getLogger(__name__)


@contextmanager
def on_record(
    event_type: EventType, *, actor: audit.Actor | None, tenant: Tenant, kind: str
) -> Iterator[None]:
    """Make a file within this: if that fails, trail and figures say that nobody got one.

    Where a replica failed, the primary is still to be asked.
    """
    try:
        yield
    except ReplicaFailed:
        raise
    except Exception:
        metrics.count_failed_export()
        # Else the connection is needed as it is: whoever began the transaction ends it.
        if not connection.in_atomic_block:
            connection.close_if_unusable_or_obsolete()
        try:
            _record_failure(event_type, actor=actor, tenant=tenant, kind=kind)
        except (DatabaseError, InterfaceError):
            logger.exception("A failed export could not be put on record")
        raise


@transaction.atomic
def _record_failure(
    event_type: EventType, *, actor: audit.Actor | None, tenant: Tenant, kind: str
) -> None:
    audit.record(
        EventType.EXPORT_FAILED,
        actor=actor,
        tenant=tenant,
        target_id=tenant.pk,
        export=event_type,
        format=kind,
    )


def give_out(
    event_type: EventType,
    write: Writer,
    *,
    name: str,
    media_type: str,
    actor: audit.Actor | None,
    tenant: Tenant,
    filters: Mapping[str, Any],
    rows: int,
    kind: str,
) -> HttpResponseBase:
    """Return a list as a file, which is whole and on record before its first byte is sent.

    Its name begins with ``name`` and ends with today's date in UTC. ``rows`` is the number that
    matches. Filters without a value are left out. Raises Unavailable when the disk is full.
    """
    filename = dated(name, kind)
    with on_record(event_type, actor=actor, tenant=tenant, kind=kind):
        file, _ = written_whole(write, filename)
    with closed_on_failure(file), transaction.atomic():
        audit.record(
            event_type,
            actor=actor,
            tenant=tenant,
            target_id=tenant.pk,
            filters={name: value for name, value in filters.items() if value not in (None, "")},
            rows=rows,
            format=kind,
        )
    return respond_with_file(file, filename, media_type)


def export_events(
    *,
    actor: audit.Actor,
    tenant: Tenant,
    events: QuerySet[AuditEvent],
    filters: Mapping[str, Any],
    kind: str,
) -> HttpResponseBase:
    """Return events as a file of any length, newest first; that they are given out is one more.

    Events that come after this moment, that one among them, are not in the file.
    """
    events = events.filter(event_time__lte=timezone.now())
    records = map(trail.as_record, trail.each(events))
    return give_out(
        EventType.AUDIT_EXPORTED,
        writer_of_lines(kind, trail.FIELDS, records),
        name=f"audit_events_{tenant.slug}",
        media_type=MEDIA_TYPES[kind],
        actor=actor,
        tenant=tenant,
        filters=filters,
        rows=events.count(),
        kind=kind,
    )
