"""The tenant, its configurations, and the audit trail of everything that happens inside it."""

from tenants.models.audit import AuditEvent, EventType
from tenants.models.configuration import (
    AllowedOrigin,
    TenantAIConfig,
    TenantBranding,
    TenantSSOConfig,
    WidgetPosition,
)
from tenants.models.personal import AuditPersonal, Erasure
from tenants.models.retention import TenantRetention
from tenants.models.seal import AuditSeal
from tenants.models.tenant import MoveState, Tenant

__all__ = [
    "AllowedOrigin",
    "AuditEvent",
    "AuditPersonal",
    "AuditSeal",
    "Erasure",
    "EventType",
    "MoveState",
    "Tenant",
    "TenantAIConfig",
    "TenantBranding",
    "TenantRetention",
    "TenantSSOConfig",
    "WidgetPosition",
]
