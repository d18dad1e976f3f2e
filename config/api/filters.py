"""Filter backends and filters of the console's lists (contract §1.3, §1.6, §1.10).

A blank query parameter counts as absent; an unknown one is ignored; a bad value is 422.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import django_filters
from django.db.models import F, OrderBy, Q, QuerySet
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from django_filters.utils import translate_validation
from drf_spectacular.drainage import set_override
from rest_framework.filters import BaseFilterBackend

from config.api.fields import BooleanParameter, EnumParameter, TimestampParameter
from config.api.parameters import (
    ID_SCHEMA,
    INSTANT_SCHEMA,
    ParameterReader,
    described,
    text_schema,
)
from config.ids import validate_id

ACTIVE = Q(is_active=True)


def _describe(described: django_filters.Filter, schema: dict) -> None:
    """Say in the OpenAPI document what a filter takes, together with its ``help_text``."""
    set_override(described, "field", {**schema, "description": described.extra.get("help_text")})


class TimestampFilter(django_filters.Filter):
    """A bound on a timestamp: ``lookup_expr`` gte or lte, both inclusive."""

    field_class = TimestampParameter

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, **kwargs)
        self.extra["upper"] = self.lookup_expr == "lte"
        _describe(self, INSTANT_SCHEMA)


class EnumFilter(django_filters.Filter):
    """An exact match on one of ``values``, given in any case."""

    field_class = EnumParameter

    def __init__(self, *args, values: list[str], **kwargs) -> None:
        super().__init__(*args, values=values, **kwargs)
        _describe(self, {"type": "string", "enum": values})


class IdFilter(django_filters.CharFilter):
    """An exact match on an id."""

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, validators=[validate_id], **kwargs)
        _describe(self, ID_SCHEMA)


class TextFilter(django_filters.CharFilter):
    """A text of at most ``max_length`` characters."""

    def __init__(self, *args, max_length: int, **kwargs) -> None:
        super().__init__(*args, max_length=max_length, **kwargs)
        _describe(self, text_schema(max_length=max_length))


class IncludeInactiveFilter(django_filters.Filter):
    """``include_inactive``: false keeps what is ``active`` alone; ``default`` is when absent."""

    field_class = BooleanParameter

    def __init__(self, *, active: Q = ACTIVE, default: bool = False, **kwargs) -> None:
        super().__init__(**kwargs)
        self.active, self.default = active, default
        _describe(self, {"type": "boolean", "default": default})

    def filter(self, qs: QuerySet, value: bool | None) -> QuerySet:
        included = self.default if value is None else value
        return qs if included else qs.filter(self.active)


class ConsoleFilterSet(FilterSet):
    """The base of all filter sets; checks that a date range is the right way round."""

    def get_form_class(self):
        form_class = super().get_form_class()

        class RangeForm(form_class):
            def clean(self):
                data = super().clean()
                start, end = data.get("start_date"), data.get("end_date")
                if start and end and start > end:
                    self.add_error("start_date", "The start lies after the end.")
                return data

        return RangeForm


class FilterBackend(DjangoFilterBackend):
    """Runs the view's ``filterset_class``."""

    filterset_base = ConsoleFilterSet

    def values(self, request, view) -> dict[str, Any]:
        """Return the filters' values, for who filters in another way; a bad parameter is 422."""
        filterset = self.get_filterset(request, view.queryset, view)
        if not filterset.is_valid():
            raise translate_validation(filterset.errors)
        return filterset.form.cleaned_data


@dataclass(frozen=True)
class SortKey:
    """What a ``sort_by`` value sorts by; rows without it come last in both directions."""

    column: str
    nullable: bool = False

    def ordering(self, *, descending: bool) -> OrderBy:
        # Saying "nulls last" where there are none would keep PostgreSQL from using the index.
        nulls_last = True if self.nullable else None
        column = F(self.column)
        return (
            column.desc(nulls_last=nulls_last) if descending else column.asc(nulls_last=nulls_last)
        )


class SortBackend(BaseFilterBackend):
    """Orders by ``sort_by`` and ``sort_order``, then by the view's ``sort_ties``, always totally.

    The view declares ``sort_keys``, ``default_sort`` as (key, order), and ``sort_ties``.
    """

    orders = ("asc", "desc")

    def filter_queryset(self, request, queryset: QuerySet, view) -> QuerySet:
        key, descending = self.chosen(request, view)
        first = view.sort_keys[key].ordering(descending=descending)
        return queryset.order_by(first, *view.sort_ties)

    def chosen(self, request, view) -> tuple[str, bool]:
        """Return the key to sort by and whether downwards; a bad parameter is 422."""
        default_key, default_order = view.default_sort
        read = ParameterReader(request.query_params)
        key = read.choice("sort_by", default=default_key, values=list(view.sort_keys))
        order = read.choice("sort_order", default=default_order, values=self.orders)
        read.check()
        return key, order == "desc"

    def get_schema_operation_parameters(self, view) -> list[dict]:
        key, order = view.default_sort
        return [
            described("sort_by", _enum(view.sort_keys, key)),
            described("sort_order", _enum(self.orders, order)),
        ]


def _enum(values: Iterable[str], default: str) -> dict:
    return {"type": "string", "enum": list(values), "default": default}
