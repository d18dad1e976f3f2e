"""Changes of a row only if it is still as the caller read it: ``ETag``, ``If-Match`` (§19)."""

import hashlib
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

import orjson
from django.db.models import Model
from rest_framework.response import Response

from config.api.renderers import EnvelopeJSONRenderer
from config.api.views import EnvelopeMixin
from config.db.locks import once_held
from config.errors import InvalidInput, Stale

_TAG = re.compile(r'(?:W/)?"[\x21\x23-\x7e\x80-\xff]*"')
_TAGS = re.compile(rf"{_TAG.pattern}(?:\s*,\s*{_TAG.pattern})*")

# What changes without anybody changing the row.
_LEFT_OUT = ("last_activity_at",)


def tagged[F: Callable](handler: F) -> F:
    """Tell the OpenAPI document that the answers of a handler have an ETag."""
    marked: Any = handler
    marked.is_tagged = True
    return handler


def conditional[F: Callable](handler: F) -> F:
    """Tell it that a handler heeds If-Match as well."""
    marked: Any = handler
    marked.is_conditional = True
    return tagged(handler)


def tag_of(data: Any) -> str:
    """Return the tag of a row as it is answered: another one after every change of it."""
    told = {name: value for name, value in data.items() if name not in _LEFT_OUT}
    # The order of the keys means nothing.
    written = orjson.loads(EnvelopeJSONRenderer().render(told))
    digest = hashlib.sha256(orjson.dumps(written, option=orjson.OPT_SORT_KEYS)).hexdigest()
    return f'"{digest[:32]}"'


class PreconditionMixin(EnvelopeMixin):
    """Answers with tags, and changes that heed them."""

    def respond_tagged(
        self, data: Any, message: str | None = None, *, status: int = 200, tag: str | None = None
    ) -> Response:
        """Return an answer with a row; ``tag`` is that of the whole, if the row is a part."""
        response = self.respond(data, message, status=status)
        response.headers["ETag"] = tag or tag_of(data)
        return response

    @contextmanager
    def if_match(self, row: Model, represent: Callable[[], Any]) -> Iterator[None]:
        """Let the service in this context change ``row`` only as If-Match demands it.

        ``represent`` reads the row as a GET would answer it; that is asked once the service holds
        it. Raises Stale, or InvalidInput for a header that is none.
        """
        wanted = self._wanted_tags()
        if wanted is None:
            yield
            return

        def require() -> None:
            tag = tag_of(represent())
            if tag not in wanted:
                raise Stale(tag)

        with once_held(row, require):
            yield

    def _wanted_tags(self) -> list[str] | None:
        """Return the tags of which the row's has to be one; None where any will do."""
        said = self.request.headers.get("If-Match")
        if said is None or said.strip() == "*":
            return None
        if not _TAGS.fullmatch(said.strip()):
            raise InvalidInput(
                [("If-Match", "Send the ETag of your last answer, in its quotes, or *.")]
            )
        # A weak one, W/"…", equals none: it does not promise that nothing has changed.
        return _TAG.findall(said)
