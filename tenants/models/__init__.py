"""The tenant, its configurations, and the audit trail of everything that happens inside it."""

from tenants.models.audit import AuditEvent, EventType
from tenants.models.configuration import (
    AllowedOrigin,
    TenantAIConfig,
    TenantBranding,
    TenantSSOConfig,
    WidgetPosition,
)
from tenants.models.tenant import Tenant

__all__ = [
    "AllowedOrigin",
    "AuditEvent",
    "EventType",
    "Tenant",
    "TenantAIConfig",
    "TenantBranding",
    "TenantSSOConfig",
    "WidgetPosition",
]
