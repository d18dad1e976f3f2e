"""The configuration of a tenant, now and in the past (contract §3)."""

from datetime import datetime
from typing import Any

from django.db.models import QuerySet

from config.context import show_rows_of
from tenants.models import AllowedOrigin, AuditEvent, EventType, Tenant, TenantAIConfig

# The name of the AI settings in the audit trail.
AI_CONFIG = "ai_config"


def entered(found: QuerySet[Tenant]) -> Tenant | None:
    """Return the first of these tenants with its configurations; None when there is none.

    The rest of the request sees this tenant's rows: nobody has signed in yet, or elsewhere.
    """
    tenant_id = found.values_list("pk", flat=True).first()
    if tenant_id is None:
        return None
    show_rows_of(tenant_id)
    configured = Tenant.objects.select_related("branding", "sso_config", "ai_config")
    tenant = configured.get(pk=tenant_id)
    tenant.require_here()
    return tenant


def allowed_origins(tenant: Tenant) -> list[str]:
    """Return the tenant's origins, in the order in which they were added."""
    return list(AllowedOrigin.objects.for_tenant(tenant).values_list("origin", flat=True))


def ai_setting_at(*, tenant: Tenant, field: str, moment: datetime) -> Any:
    """Return the value of an AI setting at a past moment; None where it was not set.

    It comes from the audit trail: the first change after that moment contains the value before it.
    A change that no service made is not in the trail, and stays unknown.
    """
    later = AuditEvent.objects.for_tenant(tenant).filter(
        event_type=EventType.TENANT_UPDATED,
        target_type=EventType.TENANT_UPDATED.target_type,
        target_id=tenant.pk,
        event_time__gt=moment,
        metadata__configuration=AI_CONFIG,
        metadata__changes__has_key=field,
    )
    if next_change := later.order_by("event_time", "pk").first():
        return next_change.metadata["changes"][field]["before"]
    now = TenantAIConfig.objects.filter(tenant=tenant).values_list(field, flat=True)
    return now.first()
