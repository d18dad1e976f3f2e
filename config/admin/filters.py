"""Filters of lists."""

from datetime import UTC, datetime, time

from unfold.contrib.filters.admin import RangeDateFilter
from unfold.utils import parse_date_str


class DayRangeFilter(RangeDateFilter):
    """From one day to another, both whole, in UTC."""

    def queryset(self, request, queryset):
        first = parse_date_str(self.used_parameters.get(f"{self.parameter_name}_from"))
        last = parse_date_str(self.used_parameters.get(f"{self.parameter_name}_to"))
        if first:
            start = datetime.combine(first, time.min, UTC)
            queryset = queryset.filter(**{f"{self.parameter_name}__gte": start})
        if last:
            end = datetime.combine(last, time.max, UTC)
            queryset = queryset.filter(**{f"{self.parameter_name}__lte": end})
        return queryset
