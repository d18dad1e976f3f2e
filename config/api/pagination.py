"""Pages by ``skip`` and ``limit``, refused when out of range (contract §1.3)."""

from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from config.api import envelope
from config.api.parameters import HIGHEST, ParameterReader, described


class SkipLimitPagination(BasePagination):
    """Cut a page out of an ordered queryset.

    A viewset sets ``default_limit`` and ``max_limit``. It costs two statements, and only the count
    where ``skip`` lies past the end.
    """

    def paginate_queryset(self, queryset, request, view=None) -> list:
        self.skip, self.limit = read_window(
            request.query_params, default=view.default_limit, maximum=view.max_limit
        )
        self.total = view.count_rows(queryset)
        if self.skip >= self.total:
            return []
        return list(view.page_rows(queryset[self.skip : self.skip + self.limit]))

    def get_paginated_response(self, data) -> Response:
        return Response(envelope.page(data, total=self.total, skip=self.skip, limit=self.limit))

    def get_paginated_response_schema(self, schema: dict) -> dict:
        return envelope.page_schema(schema)

    def get_schema_operation_parameters(self, view) -> list[dict]:
        skip = {"type": "integer", "minimum": 0, "maximum": HIGHEST, "default": 0}
        limit = {
            "type": "integer",
            "minimum": 1,
            "maximum": view.max_limit,
            "default": view.default_limit,
        }
        return [
            described("skip", skip, "Rows to leave out."),
            described("limit", limit, "Rows to return."),
        ]


def read_window(params, *, default: int, maximum: int) -> tuple[int, int]:
    """Return (skip, limit) from query parameters; raises InvalidInput when out of range."""
    read = ParameterReader(params)
    skip = read.integer("skip", default=0, low=0)
    limit = read.integer("limit", default=default, low=1, high=maximum)
    read.check()
    return skip, limit
