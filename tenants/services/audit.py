"""The audit trail: its events record who did what (contract §11)."""

from collections.abc import Iterable, Mapping
from typing import Any, Protocol

from django.db.models import Model

from config.context import current_request, within
from config.ids import new_id
from tenants.models import AuditEvent, EventType, Tenant
from tenants.models.scoping import TenantOwned

type Changes = dict[str, dict[str, Any]]
"""Field → its value ``before`` and ``after``."""


class Actor(Protocol):
    """The user who acts, with the attributes that the audit trail needs."""

    pk: Any
    email: str
    tenant_id: str

    @property
    def display_name(self) -> str: ...

    @property
    def is_super_admin(self) -> bool: ...


def record(
    event_type: EventType,
    *,
    actor: Actor | None,
    tenant: Tenant,
    target_id: str | None,
    changes: Changes | None = None,
    **facts: Any,
) -> None:
    """Record an event; call it in the transaction of the change.

    ``actor`` is None where no user acts, as in a command. ``facts`` join the metadata beside the
    ids and the ``changes``; they must never contain a secret. An action in another tenant is
    recorded in the trails of both.
    """
    if changes is not None:
        facts["changes"] = changes
    record_all(event_type, actor=actor, tenant=tenant, targets=[(target_id, facts)])


def record_about(
    event_type: EventType, row: TenantOwned, *, actor: Actor | None, **facts: Any
) -> None:
    """Record an event about a tenant's row, as ``record`` does: most events are about one."""
    record(event_type, actor=actor, tenant=row.tenant, target_id=row.pk, **facts)


def record_all(
    event_type: EventType,
    *,
    actor: Actor | None,
    tenant: Tenant,
    targets: Iterable[tuple[str | None, dict[str, Any]]],
) -> None:
    """Record the same event for many targets: (target's id, facts) each."""
    request = current_request()
    trails = {tenant.pk} | ({actor.tenant_id} if actor else set())
    targets = list(targets)
    if actor and actor.tenant_id != tenant.pk:
        targets = [(one, facts | {"actor_tenant_id": actor.tenant_id}) for one, facts in targets]
    for trail in sorted(trails):
        with within(trail):
            AuditEvent.objects.bulk_create(
                AuditEvent(
                    id=new_id(),
                    tenant_id=trail,
                    actor_user_id=actor.pk if actor else None,
                    actor_email=actor.email if actor else None,
                    actor_name=actor.display_name if actor else None,
                    target_type=event_type.target_type,
                    target_id=target_id,
                    event_type=event_type,
                    metadata=_metadata(event_type, tenant, target_id) | facts,
                    request_id=request.id,
                    address=request.address,
                    user_agent=request.user_agent,
                )
                for target_id, facts in targets
            )


def _metadata(event_type: EventType, tenant: Tenant, target_id: str | None) -> dict[str, str]:
    ids = {"tenant_id": tenant.pk}
    return ids if target_id is None else {f"{event_type.target_type}_id": target_id} | ids


def apply(row: Model, values: Mapping[str, Any]) -> Changes:
    """Set the fields of a row that differ from ``values``; return what changed. Saves nothing."""
    changes: Changes = {}
    for field, after in values.items():
        before = getattr(row, field)
        if before != after:
            setattr(row, field, after)
            changes[field] = {"before": before, "after": after}
    return changes
