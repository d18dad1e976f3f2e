"""Pages by ``skip`` and ``limit``, refused when out of range (contract §1.3)."""

from rest_framework.pagination import BasePagination
from rest_framework.response import Response

from config.api import envelope
from config.errors import InvalidInput


class SkipLimitPagination(BasePagination):
    """Cut a page out of an ordered queryset.

    A viewset sets ``default_limit`` and ``max_limit``. It costs two statements, and only the count
    where ``skip`` lies past the end.
    """

    def paginate_queryset(self, queryset, request, view=None) -> list:
        self.skip, self.limit = read_window(
            request.query_params, default=view.default_limit, maximum=view.max_limit
        )
        self.total = queryset.count()
        if self.skip >= self.total:
            return []
        return list(view.page_rows(queryset[self.skip : self.skip + self.limit]))

    def get_paginated_response(self, data) -> Response:
        return Response(envelope.page(data, total=self.total, skip=self.skip, limit=self.limit))

    def get_paginated_response_schema(self, schema: dict) -> dict:
        return envelope.page_schema(schema)

    def get_schema_operation_parameters(self, view) -> list[dict]:
        return [
            _parameter("skip", "Rows to leave out.", {"minimum": 0, "default": 0}),
            _parameter(
                "limit",
                "Rows to return.",
                {"minimum": 1, "maximum": view.max_limit, "default": view.default_limit},
            ),
        ]


def read_window(params, *, default: int, maximum: int) -> tuple[int, int]:
    """Return (skip, limit) from query parameters; a blank one counts as absent.

    Raises InvalidInput naming each parameter that is no integer or out of range.
    """
    problems: list[tuple[str, str]] = []

    def whole(name: str, fallback: int, low: int, high: int | None) -> int:
        text = params.get(name, "").strip()
        if not text:
            return fallback
        # isdecimal alone would let other scripts' digits through.
        value = int(text) if text.isascii() and text.isdecimal() and len(text) < 19 else -1
        if value < low or (high is not None and value > high):
            span = f"from {low} to {high}" if high is not None else f"of at least {low}"
            problems.append((name, f"Give an integer {span}."))
        return value

    skip = whole("skip", 0, 0, None)
    limit = whole("limit", default, 1, maximum)
    if problems:
        raise InvalidInput(problems)
    return skip, limit


def _parameter(name: str, description: str, schema: dict) -> dict:
    return {
        "name": name,
        "in": "query",
        "required": False,
        "description": description,
        "schema": {"type": "integer", **schema},
    }
