"""Filter backends and filters of the console's lists (contract §1.3, §1.6, §1.10).

A blank query parameter counts as absent; an unknown one is ignored; a bad value is 422.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from typing import Any, ClassVar

import django_filters
from django import forms
from django.core.exceptions import ValidationError
from django.db.models import Q, QuerySet
from django_filters.rest_framework import DjangoFilterBackend, FilterSet
from drf_spectacular.drainage import set_override
from rest_framework.filters import BaseFilterBackend

from config.api.fields import (
    BooleanParameter,
    EnumParameter,
    IdParameter,
    ScoreParameter,
    TimestampParameter,
)
from config.api.query_params import (
    ID_SCHEMA,
    TIMESTAMP_SCHEMA,
    ChoiceParam,
    QueryParams,
    text_schema,
)
from config.errors import InvalidInput

ACTIVE = Q(is_active=True)

# The longest search: each word of it is compared with each row.
LONGEST_SEARCH = 500


def _describe(one: django_filters.Filter, schema: dict) -> None:
    """Describe a filter's values in the OpenAPI document, together with its ``help_text``."""
    set_override(one, "field", {**schema, "description": one.extra.get("help_text")})


class TimestampFilter(django_filters.Filter):
    """A bound on a timestamp: ``lookup_expr`` gte or lte, both inclusive."""

    field_class = TimestampParameter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.extra["upper"] = self.lookup_expr == "lte"
        _describe(self, TIMESTAMP_SCHEMA)


class EnumFilter(django_filters.Filter):
    """An exact match on one of ``values``, given in any case."""

    field_class = EnumParameter

    def __init__(self, *args: Any, values: list[str], **kwargs: Any) -> None:
        super().__init__(*args, values=values, **kwargs)
        _describe(self, {"type": "string", "enum": values})


class BooleanFilter(django_filters.Filter):
    """True or false; absent: both."""

    field_class = BooleanParameter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self, {"type": "boolean"})


class IdFilter(django_filters.CharFilter):
    """An exact match on an id, or one of some ``words`` that stand for several."""

    field_class = IdParameter

    def __init__(self, *args: Any, words: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(*args, words=words, **kwargs)
        schemas = [ID_SCHEMA, *({"type": "string", "enum": [word]} for word in words)]
        _describe(self, {"anyOf": schemas} if words else ID_SCHEMA)


class TextFilter(django_filters.CharFilter):
    """A text of at most ``max_length`` characters."""

    def __init__(self, *args: Any, max_length: int, **kwargs: Any) -> None:
        super().__init__(*args, max_length=max_length, **kwargs)
        _describe(self, text_schema(max_length=max_length))


class SearchFilter(TextFilter):
    """A text to search for, by the queryset's own ``search``."""

    def __init__(self, *, help_text: str = "Part of a name or e-mail address.") -> None:
        super().__init__(max_length=LONGEST_SEARCH, help_text=help_text)

    def filter(self, qs: QuerySet[Any], value: str) -> QuerySet[Any]:
        searched: Any = qs
        return searched.search(value) if value else qs


class ScoreFilter(django_filters.Filter):
    """A bound on a score: ``lookup_expr`` gte or lte, both inclusive."""

    field_class = ScoreParameter

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _describe(self, {"type": "number", "minimum": 0, "maximum": 100, "multipleOf": 0.1})


class IncludeInactiveFilter(django_filters.Filter):
    """``include_inactive``: false keeps ``active`` rows alone; ``default`` applies when absent."""

    field_class = BooleanParameter

    def __init__(self, *, active: Q = ACTIVE, default: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.active, self.default = active, default
        _describe(self, {"type": "boolean", "default": default})

    def filter(self, qs: QuerySet, value: bool | None) -> QuerySet:
        included = self.default if value is None else value
        return qs if included else qs.filter(self.active)


class ConsoleFilterSet(FilterSet):
    """The base of all filter sets; ``ranges`` are the right way round, such as that of dates."""

    # The lower bound, the upper bound, and the words for one that is above the other.
    ranges: ClassVar[tuple[tuple[str, str, str], ...]] = (
        ("start_date", "end_date", "The start lies after the end."),
    )

    @classmethod
    def faults(cls, data: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
        """Yield the values that do not go together: the name of one, and a sentence."""
        for low, high, sentence in cls.ranges:
            first, last = data.get(low), data.get(high)
            if first is not None and last is not None and first > last:
                yield low, sentence

    @classmethod
    def read(cls, params: Mapping[str, str]) -> dict[str, Any]:
        """Return the values of a request's parameters, absent ones too; raises InvalidInput.

        A form of Django's would do the same, for a twentieth of a list's time.
        """
        fields, absent = _fields_of(cls)
        values = dict(absent)
        problems: list[tuple[str, str]] = []
        for name, field in fields.items():
            if name not in params:
                continue
            try:
                values[name] = field.clean(params[name])
            except ValidationError as error:
                del values[name]
                problems.extend((name, message) for message in error.messages)
        problems.extend(cls.faults(values))
        if problems:
            raise InvalidInput(problems)
        return values


@cache
def _fields_of(
    filterset: type[ConsoleFilterSet],
) -> tuple[dict[str, forms.Field], dict[str, Any]]:
    """Return the fields of a filter set, and their values where a parameter is absent.

    They are made once, and keep nothing of what they read.
    """
    fields = {name: one.field for name, one in filterset.base_filters.items()}
    return fields, {name: field.clean(None) for name, field in fields.items()}


class FilterBackend(DjangoFilterBackend):
    """Runs the view's ``filterset_class``; a bad parameter is 422."""

    filterset_base = ConsoleFilterSet

    def filter_queryset(self, request: Any, queryset: Any, view: Any) -> Any:
        """Narrow a queryset by each filter, a list of ours by the values of all."""
        filterset: Any = self.get_filterset_class(view, view.queryset)
        if filterset is None:
            return queryset
        values = filterset.read(request.query_params)
        if not isinstance(queryset, QuerySet):
            return queryset.filter(**values)
        for name, value in values.items():
            queryset = filterset.base_filters[name].filter(queryset, value)
        return queryset


class SortBackend(BaseFilterBackend):
    """Orders a list of ours by ``sort_by`` and ``sort_order``; a bad parameter is 422.

    The view declares ``sort_keys``, and ``default_sort`` as (key, order).
    """

    def filter_queryset(self, request: Any, queryset: Any, view: Any) -> Any:
        asked = sort_params(tuple(view.sort_keys), *view.default_sort).read(request)
        return queryset.order_by(asked["sort_by"], descending=asked["sort_order"] == "desc")

    def get_schema_operation_parameters(self, view: Any) -> list[dict]:
        return sort_params(tuple(view.sort_keys), *view.default_sort).described()


@cache
def sort_params(keys: tuple[str, ...], key: str, order: str) -> type[QueryParams]:
    """Return the parameters ``sort_by`` and ``sort_order`` of a list with such keys and default."""

    class SortParams(QueryParams):
        sort_by = ChoiceParam(keys, default=key)
        sort_order = ChoiceParam(("asc", "desc"), default=order)

    return SortParams
