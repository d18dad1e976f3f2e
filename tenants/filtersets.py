"""Filters of the tenants' lists (contract §3, §11)."""

from collections.abc import Callable
from typing import Any

from django.db.models import Q, QuerySet

from config.api.filters import (
    LONGEST_SEARCH,
    ConsoleFilterSet,
    EnumFilter,
    IdFilter,
    IncludeInactiveFilter,
    SearchFilter,
    TextFilter,
    TimestampFilter,
)
from config.context import visible_tenant
from tenants.models import EventType
from tenants.queries import trail


class TenantFilterSet(ConsoleFilterSet):
    search = SearchFilter(help_text="Part of a name, a slug or a domain.")
    include_inactive = IncludeInactiveFilter()


class PeopleFilter(TextFilter):
    """The events of people whom a text means, in the caller's tenant."""

    def __init__(self, find: Callable[..., QuerySet], *, help_text: str) -> None:
        super().__init__(max_length=LONGEST_SEARCH, help_text=help_text)
        self.find = find

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        return self.find(qs, visible_tenant(), value) if value else qs


class DoneInFilter(IdFilter):
    """Where something was done: the trail's own tenant, or another one."""

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        return trail.done_in(qs, visible_tenant(), value) if value else qs


class AuditEventFilterSet(ConsoleFilterSet):
    search = PeopleFilter(
        trail.concerning,
        help_text="Part of a name, or the address, of whoever did it or had it done.",
    )
    done_by = PeopleFilter(trail.done_by, help_text="Likewise, of whoever did it.")
    done_to = PeopleFilter(trail.done_to, help_text="Likewise, of whom it is about.")
    done_in = DoneInFilter(help_text="The tenant in which it was done.")
    part_of = IdFilter(help_text="The bulk job, or the run of an import, of which it is one line.")
    include_lines = IncludeInactiveFilter(
        active=Q(part_of__isnull=True),
        default=True,
        help_text="Whether the lines of jobs are listed beside the event of the job.",
    )
    actor_user_id = IdFilter()
    target_type = EnumFilter(values=EventType.target_types())
    target_id = IdFilter()
    event_type = EnumFilter(values=EventType.values)
    start_date = TimestampFilter(field_name="event_time", lookup_expr="gte")
    end_date = TimestampFilter(field_name="event_time", lookup_expr="lte")
