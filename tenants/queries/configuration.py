"""How a tenant is configured, now and in the past (contract §3)."""

from datetime import datetime
from typing import Any

from tenants.models import AllowedOrigin, AuditEvent, EventType, Tenant, TenantAIConfig

# What the trail calls the AI settings.
AI_CONFIG = "ai_config"


def allowed_origins(tenant: Tenant) -> list[str]:
    """Return the tenant's origins, in the order in which they were added."""
    return list(AllowedOrigin.objects.for_tenant(tenant).values_list("origin", flat=True))


def ai_setting_at(*, tenant: Tenant, field: str, moment: datetime) -> Any:
    """Return what an AI setting was at a moment of the past; None where it was not set.

    The trail tells it: the first change after that moment says what was before. A change that no
    service made is not in the trail, and cannot be told.
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
