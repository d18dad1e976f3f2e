"""``/healthz``, ``/readyz`` and ``/metrics``, answered before all other middleware.

The callers are machines nearby that call by an IP address: no ALLOWED_HOSTS, no redirect to https,
no session, no CORS.
"""

from collections.abc import Callable
from typing import Any

from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotAllowed,
    JsonResponse,
)
from prometheus_client import CONTENT_TYPE_LATEST

from config.http.security_headers import Answering
from config.observability.monitoring import figures, readiness
from config.observability.monitoring.access import may_read_figures


class MonitoringMiddleware:
    """Answer the three addresses; leave all others to the application."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        answer = ANSWERS.get(request.path_info)
        if answer is None:
            return self.get_response(request)
        if request.method in {"GET", "HEAD"}:
            response = answer(request)
        else:
            response = HttpResponseNotAllowed(["GET", "HEAD"])
        response.headers["Cache-Control"] = "no-store"
        return response


def healthz(request: HttpRequest) -> HttpResponse:
    """Answer that the process lives; nothing else is checked."""
    return JsonResponse({"status": "alive"})


def readyz(request: HttpRequest) -> HttpResponse:
    """Answer 200 when all checks pass, or 503 with the names of those that fail.

    ``?exclude=queue,mail`` leaves checks out: a load balancer must not take every server away
    because the mail server is down.
    """
    excluded = frozenset(request.GET.get("exclude", "").split(","))
    failing = readiness.failing(excluding=excluded)
    status = "unready" if failing else "ready"
    body = {"status": status, "failing": failing}
    if (besides := readiness.failing_besides()) is not None:
        body["failing_besides"] = besides
    response: Any = JsonResponse(body, status=503 if failing else 200)
    response._has_been_logged = True  # noqa: SLF001 - a change is logged once, not each answer
    return response


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer the figures to callers who may read them; others get 404."""
    if not may_read_figures(request):
        return HttpResponse(status=404)
    return HttpResponse(figures.exposition(), content_type=CONTENT_TYPE_LATEST)


ANSWERS: dict[str, Callable] = {"/healthz": healthz, "/readyz": readyz, "/metrics": metrics}
