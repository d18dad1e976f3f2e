"""How long a tenant's records are kept, and the removal of older audit events (contract §18)."""

from typing import Any

from django.db import connection, transaction

from config.context import within
from config.ids import new_id
from config.time_allowed import TimeAllowed
from tenants.models import EventType, Tenant, TenantRetention
from tenants.models.seal import VERSION
from tenants.queries.retention import retention_of, seals_left, seals_over
from tenants.services import audit
from tenants.services.seals import is_alone_at
from tenants.services.tenants import lock_tenant

_LET_GO = """
    INSERT INTO tenants_auditseal (id, tenant_id, version, dropped_to) VALUES (%s, %s, %s, %s)
"""
_REMOVE = "SELECT remove_dropped_events(%s, %s)"


@transaction.atomic
def update_retention(
    *, actor: audit.Actor | None, tenant: Tenant, **values: Any
) -> TenantRetention:
    """Change how long a tenant's records are kept; absent values stay as they are."""
    tenant = lock_tenant(tenant)
    row = retention_of(tenant)
    changes = audit.apply(row, values)
    if changes:
        row.save()
        audit.record(
            EventType.TENANT_UPDATED,
            actor=actor,
            tenant=tenant,
            target_id=tenant.pk,
            configuration="retention",
            changes=changes,
        )
    return row


def remove_old_events(tenant: Tenant, allowed: TimeAllowed | None = None) -> int:
    """Remove the events of whole seals that are older than the tenant keeps; return how many.

    The chain says so first. Then they go, seal by seal, each in a transaction of its own; what an
    interruption leaves, or the time, goes the next time.
    """
    allowed = allowed or TimeAllowed()
    removed = 0
    with within(tenant.pk):
        _let_go(tenant)
        for at, number in enumerate(seals_left(tenant)):
            if at and allowed.is_over():
                break
            removed += _remove(tenant, number)
    return removed


@transaction.atomic
def _let_go(tenant: Tenant) -> None:
    """Add a link to the chain that lets old events go, where there are any."""
    tenant = lock_tenant(tenant)
    if not (over := seals_over(tenant)) or not is_alone_at(tenant):
        return
    number, events, newest = over
    with connection.cursor() as cursor:
        cursor.execute(_LET_GO, [new_id(), tenant.pk, VERSION, number])
    audit.record(
        EventType.AUDIT_REMOVED,
        actor=None,
        tenant=tenant,
        target_id=None,
        events=int(events),
        newest_event_time=newest,
        audit_days=retention_of(tenant).audit_days,
    )


def _remove(tenant: Tenant, number: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute(_REMOVE, [tenant.pk, number])
        (removed,) = cursor.fetchone()
    return removed
