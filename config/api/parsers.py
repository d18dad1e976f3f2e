"""How bodies become Python values."""

from typing import Any

import orjson
from rest_framework.exceptions import ParseError
from rest_framework.parsers import JSONParser


class StrictJSONParser(JSONParser):
    """UTF-8 JSON through orjson, whatever charset is claimed.

    It refuses what would only fail later on: half surrogates, infinite numbers, endless nesting.
    It has to descend from JSONParser: only for that one does REST framework limit a body's size.
    """

    def parse(self, stream, media_type=None, parser_context=None) -> Any:
        try:
            return orjson.loads(stream.read())
        except orjson.JSONDecodeError as error:
            raise ParseError from error
