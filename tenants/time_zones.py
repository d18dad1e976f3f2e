"""The time zone of a tenant: in it pages and mails tell times, and forms are read (§19)."""

from contextlib import AbstractContextManager
from datetime import tzinfo

from django.utils import timezone

from config.local_time import zone_called
from tenants.models import Tenant


def zone_of(tenant: Tenant) -> tzinfo:
    """Return the tenant's time zone; UTC where none is set."""
    return zone_called(tenant.time_zone)


def in_zone_of(tenant: Tenant | None) -> AbstractContextManager:
    """Return a context in which times are those of a tenant; without one, they are in UTC."""
    return timezone.override(tenant and zone_of(tenant))
