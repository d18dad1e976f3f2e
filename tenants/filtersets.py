"""Filters of the tenants' lists (contract §3, §11)."""

from config.api.filters import ConsoleFilterSet, IncludeInactiveFilter


class TenantFilterSet(ConsoleFilterSet):
    include_inactive = IncludeInactiveFilter()
