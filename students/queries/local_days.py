"""Rows counted by the local days on which something happened."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime, tzinfo
from typing import Any

from django.contrib.postgres.fields import ArrayField
from django.db.models import Aggregate, DateTimeField, F, Func, IntegerField, QuerySet, Value

from config.local_time import start_of


def counted_by_day(
    rows: QuerySet[Any], field: str, days: Sequence[date], zone: tzinfo, **counts: Aggregate
) -> dict[date, Mapping[str, Any]]:
    """Return the counts of each of these days, which follow each other, that has any row.

    The days begin where Python says so: the database may know other zones, or fewer.
    """
    starts: list[datetime] = [start_of(day, zone) for day in days]
    number = Func(
        F(field),
        Value(starts, output_field=ArrayField(DateTimeField())),
        function="width_bucket",
        output_field=IntegerField(),
    )
    found = (
        rows.filter(**{f"{field}__gte": starts[0]})
        .order_by()
        .values(day_number=number)
        .annotate(**counts)
    )
    return {days[row["day_number"] - 1]: row for row in found}
