"""The renderers of answers."""

from datetime import datetime
from typing import Any

import orjson
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.utils.encoders import JSONEncoder

from config.timestamps import format_timestamp

_plain = JSONEncoder().default


def _encode(value: Any) -> Any:
    """Return a JSON value for a type that orjson cannot encode itself."""
    return format_timestamp(value) if isinstance(value, datetime) else _plain(value)


class EnvelopeJSONRenderer(BaseRenderer):
    """UTF-8 JSON through orjson; the one place that formats a datetime."""

    media_type = "application/json"
    format = "json"
    charset = None

    def render(self, data: Any, media_type: Any = None, renderer_context: Any = None) -> bytes:
        return orjson.dumps(data, default=_encode, option=orjson.OPT_PASSTHROUGH_DATETIME)


class JSONOnlyNegotiation(BaseContentNegotiation):
    """The view's own format, whatever Accept asks for: an error must never become HTML."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        return next((p for p in parsers if _matches(p.media_type, request.content_type)), None)

    def select_renderer(self, request: Request, renderers: Any, format_suffix: Any = None) -> Any:
        return renderers[0], renderers[0].media_type


def _matches(media_type: str, content_type: str) -> bool:
    return content_type.split(";", maxsplit=1)[0].strip().lower() == media_type
