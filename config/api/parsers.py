"""The parsers of request bodies."""

from collections.abc import Callable
from typing import Any

import orjson
from django.core.exceptions import RequestDataTooBig
from rest_framework.exceptions import ParseError
from rest_framework.parsers import BaseParser, JSONParser
from rest_framework.request import Request

from config.errors import InvalidInput

# Bytes of the longest body of a large JSON parser, which is also the longest line of a stream.
LARGEST_BODY = 16 * 1024 * 1024

NDJSON = "application/x-ndjson"


class StrictJSONParser(JSONParser):
    """UTF-8 JSON through orjson, whatever charset the caller names.

    It refuses values that would fail later: half surrogates, infinite numbers, endless nesting.
    It has to descend from JSONParser: only for that one does REST framework limit a body's size.
    """

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        return _loads(stream.read())


class LargeJSONParser(BaseParser):
    """The same for bodies above DATA_UPLOAD_MAX_MEMORY_SIZE, up to ``LARGEST_BODY``.

    It is no JSONParser, and so gets the stream itself and reads no more than this of a larger body.
    """

    media_type = JSONParser.media_type

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        body = stream.read(LARGEST_BODY + 1)
        if len(body) > LARGEST_BODY:
            raise RequestDataTooBig
        return _loads(body)


def _loads(body: bytes) -> Any:
    try:
        return orjson.loads(body)
    except orjson.JSONDecodeError as error:
        raise ParseError from error


def ndjson_reader(request: Request) -> Callable[[int], bytes]:
    """Return a function that reads a streamed body piece by piece, without a limit of Django's.

    Raises InvalidInput for a body of another type. A body without a length, such as one that is
    sent while it is produced, is read to its end where the server marks that end (Django would
    take it for empty).
    """
    if request.content_type.partition(";")[0].strip().lower() != NDJSON:
        raise InvalidInput([("", f"Send the body as {NDJSON}.")])
    environ = request.META
    if not environ.get("CONTENT_LENGTH") and environ.get("wsgi.input_terminated"):
        return environ["wsgi.input"].read
    return request._request.read  # noqa: SLF001 - REST framework's wrapper would read it all
