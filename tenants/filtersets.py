"""Filters of the tenants' lists (contract §3, §11)."""

from config.api.filters import (
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    IncludeInactiveFilter,
    SearchFilter,
    TimestampFilter,
)
from tenants.models import EventType


class TenantFilterSet(ConsoleFilterSet):
    search = SearchFilter(help_text="Part of a name, a slug or a domain.")
    include_inactive = IncludeInactiveFilter()


class AuditEventFilterSet(ConsoleFilterSet):
    actor_user_id = IdFilter()
    target_type = EnumFilter(values=EventType.target_types())
    target_id = IdFilter()
    event_type = EnumFilter(values=EventType.values)
    start_date = TimestampFilter(field_name="event_time", lookup_expr="gte")
    end_date = TimestampFilter(field_name="event_time", lookup_expr="lte")
