"""Pages of the admin from a replica (``config.db.reads``); the API's views say so themselves."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase

from config.api.exceptions import UnavailableMiddleware
from config.db import reads
from config.db.replica.base import ReplicaFailed
from config.http.security_headers import Answering

_SAFE = frozenset(("GET", "HEAD"))


class ReadingMiddleware:
    """Let replicas answer pages that are only looked at; it is the innermost of all middleware."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response
        self._refusing = UnavailableMiddleware(get_response)

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if request.method in _SAFE and request.path.startswith(settings.ADMIN_PATH):
            reads.may_read_from_replica()
        try:
            return self.get_response(request)
        finally:
            reads.read_from_primary()

    def process_exception(self, request: HttpRequest, fault: Exception) -> Any:
        """Make the page anew from the primary where a replica failed; nothing was sent yet."""
        if not isinstance(fault, ReplicaFailed):
            return None
        reads.turn_to_primary(fault)
        view: Any = request.resolver_match
        try:
            answer = view.func(request, *view.args, **view.kwargs)
            return answer.render() if hasattr(answer, "render") else answer
        except Exception as again:
            refusal = self._refusing.process_exception(request, again)
            if refusal is None:
                raise
            return refusal
