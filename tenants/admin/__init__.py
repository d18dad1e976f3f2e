"""Universities in the admin."""

from tenants.admin import tenants

__all__ = ["tenants"]
