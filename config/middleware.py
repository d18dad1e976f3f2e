"""A name for every request, in its answer and in each of its log lines."""

import logging
import re
import time
import uuid

from config.context import RequestContext, current_request, enter_request, leave_request
from config.logs import without_secrets
from config.requests import client_address

logger = logging.getLogger("config.requests")

REQUEST_ID_HEADER = "X-Request-ID"

# What a caller may choose: enough for a UUID or a trace id, nothing that could forge a log line.
_acceptable = re.compile(r"[A-Za-z0-9._:/+=-]{1,128}")


class RequestIdMiddleware:
    """Take the caller's X-Request-ID over, or make one; return it, and log the request with it."""

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        wished = request.headers.get(REQUEST_ID_HEADER, "")
        request.id = wished if _acceptable.fullmatch(wished) else uuid.uuid4().hex
        token = enter_request(RequestContext(request.id, client_address(request)))
        started = time.perf_counter()
        try:
            response = self.get_response(request)
            response[REQUEST_ID_HEADER] = request.id
            # Without its query, and without what else is secret: searches and links carry names
            # and tokens.
            logger.info(
                "%s %s %d %.1f ms",
                request.method,
                without_secrets(request.path.encode("unicode_escape").decode("ascii")),
                response.status_code,
                (time.perf_counter() - started) * 1000,
            )
            return response
        finally:
            leave_request(token)


class RequestIdFilter(logging.Filter):
    """Give each log record the id of the request it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        # Django logs an answer after the middleware is through; the record then brings the request.
        request = getattr(record, "request", None)
        record.request_id = getattr(request, "id", None) or current_request().id or "-"
        return True
