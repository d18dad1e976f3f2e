"""An id for every request, in its answer and in each of its log lines; one log line for each."""

import logging
import re
import time
import uuid
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

from django.conf import settings
from django.contrib.admindocs.views import simplify_regex
from django.http import HttpRequest, HttpResponseBase

from config.api import limits
from config.context import RequestContext, enter_request, leave_request
from config.http.requests import client_address, user_agent
from config.http.security_headers import Answering
from config.observability import metrics
from config.observability.logs import LONGEST_PATH, shortened, without_secrets

logger = logging.getLogger("config.requests")

REQUEST_ID_HEADER = "X-Request-ID"

# Answered before any route is looked for.
MONITORING = frozenset(("/healthz", "/readyz", "/metrics"))

# The route of requests without one of ours: unknown paths, preflights, static files.
NO_ROUTE = "-"

# The ids that a caller may choose: enough for a UUID or a trace id, but no forged log line.
_acceptable = re.compile(r"[A-Za-z0-9._:/+=-]{1,128}")


class RequestIdMiddleware:
    """Use the caller's X-Request-ID, or make one; return it, and log the request with it.

    A streamed answer is logged and counted once it has been sent; one that broke off as a 500,
    whatever its caller was told before.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: Any) -> HttpResponseBase:
        wished = request.headers.get(REQUEST_ID_HEADER, "")
        request.id = wished if _acceptable.fullmatch(wished) else uuid.uuid4().hex
        context = RequestContext(
            request.id, client_address(request), user_agent=user_agent(request)
        )
        started = time.perf_counter()

        def finished(*, broke_off: bool = False) -> None:
            status = 500 if broke_off else response.status_code
            _note(request, status, time.perf_counter() - started, context)

        token = enter_request(context)
        try:
            response: Any = self.get_response(request)
            response[REQUEST_ID_HEADER] = request.id
            for name, value in limits.headers(context.limits).items():
                response[name] = value
            if settings.DEBUG and context.reading.answered_by:
                response["X-Read-From"] = context.reading.answered_by
            if response.streaming and not response.is_async:
                response.streaming_content = _Streamed(
                    response.streaming_content, context, finished
                )
            else:
                finished()
            return response
        finally:
            leave_request(token)


class _Streamed:
    """The pieces of a streamed answer, each made in the context of its request."""

    def __init__(
        self, pieces: Iterable[bytes], context: RequestContext, finished: Callable[..., None]
    ) -> None:
        self._broke_off = False
        self._pieces = iter(pieces)
        self._context = context
        self._finished = finished

    def __iter__(self) -> Iterator[bytes]:
        return self

    def __next__(self) -> bytes:
        token = enter_request(self._context)
        try:
            return next(self._pieces)
        except StopIteration:
            raise
        except Exception:
            self._broke_off = True
            logger.exception("The answer broke off")
            raise
        finally:
            leave_request(token)

    def close(self) -> None:
        """Finish the request; the server calls this when the answer has ended."""
        token = enter_request(self._context)
        try:
            self._finished(broke_off=self._broke_off)
        finally:
            leave_request(token)


def _note(request: HttpRequest, status: int, seconds: float, context: RequestContext) -> None:
    """Write the request's line and count it."""
    # Without its query and other secrets: searches and links contain names and tokens.
    path = request.path[: LONGEST_PATH + 1].encode("unicode_escape").decode("ascii")
    path = without_secrets(shortened(path, LONGEST_PATH))
    route = route_of(request)
    milliseconds = round(seconds * 1000, 1)
    logger.info(
        "%s %s %d %.1f ms",
        request.method,
        path,
        status,
        milliseconds,
        extra={
            "method": request.method,
            "route": route,
            "path": path,
            "status": status,
            "duration_ms": milliseconds,
            "queries": context.queries,
        },
    )
    if source := context.reading.answered_by:
        metrics.count_read(source)
    metrics.observe_request(request.method or "", route, status, seconds, context.tenant_id)


def route_of(request: HttpRequest) -> str:
    """Return the address as it is documented: ``/v1/console/students/{user_id}``."""
    if request.path_info in MONITORING:
        return request.path_info
    match = getattr(request, "resolver_match", None)
    return _template(match.route) if match else NO_ROUTE


@cache
def _template(route: str) -> str:
    return re.sub(r"<(?:[^<>:]+:)?(\w+)>", r"{\1}", simplify_regex(route))
