"""Universities in the admin."""

from tenants.admin import audit_events, tenants

__all__ = ["audit_events", "tenants"]
