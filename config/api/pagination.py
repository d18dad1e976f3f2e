"""Pages by ``skip`` and ``limit``, refused when out of range (contract §1.3)."""

from functools import cache
from typing import Any

from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response

from config.api import envelope
from config.api.query_params import IntegerParam, QueryParams


class SkipLimitPagination(BasePagination):
    """Pages of rows that can be counted and sliced: a queryset, or a list of ours.

    A viewset sets ``default_limit`` and ``max_limit``. It costs two statements, and only the count
    where ``skip`` lies past the end.
    """

    def paginate_queryset(self, queryset: Any, request: Request, view: Any = None) -> list:
        window = window_params(default=view.default_limit, maximum=view.max_limit).read(request)
        self.skip, self.limit = window["skip"], window["limit"]
        page = queryset[self.skip : self.skip + self.limit]
        self.total = queryset.count()
        return list(view.page_rows(page)) if self.skip < self.total else []

    def get_paginated_response(self, data: Any) -> Response:
        return Response(envelope.page(data, total=self.total, skip=self.skip, limit=self.limit))

    def get_paginated_response_schema(self, schema: dict) -> dict:
        return envelope.page_schema(schema)

    def get_schema_operation_parameters(self, view: Any) -> list[dict]:
        return window_params(default=view.default_limit, maximum=view.max_limit).described()


@cache
def window_params(*, default: int, maximum: int) -> type[QueryParams]:
    """Return the parameters ``skip`` and ``limit`` of a list with such limits."""

    class WindowParams(QueryParams):
        skip = IntegerParam(low=0, default=0, help_text="Rows to leave out.")
        limit = IntegerParam(low=1, high=maximum, default=default, help_text="Rows to return.")

    return WindowParams
