"""Limits on how often a handler may be called, and the headers that tell callers the rest."""

from collections.abc import Callable, Mapping
from typing import Any

from rest_framework.request import Request

from config.api.handlers import handler_of
from config.context import RateLimitState


def limited[F: Callable](name: str) -> Callable[[F], F]:
    """Count calls of a handler against one of RATE_LIMITS as well: ``@limited("export")``."""

    def mark(handler: F) -> F:
        marked: Any = handler
        marked.limit = name
        return handler

    return mark


def limit_of(view: Any, request: Request) -> str | None:
    """Return the limit that the handler of a request is marked with."""
    return getattr(handler_of(view, request.method or ""), "limit", None)


def headers(limits: Mapping[str, RateLimitState]) -> dict[str, str]:
    """Return the headers that describe limits, by draft-ietf-httpapi-ratelimit-headers.

    ``RateLimit-Policy: "account";q=1200;w=60`` is a limit: a quota per window of seconds.
    ``RateLimit: "account";r=1188;t=42`` is what is left of it, and for how many seconds.
    """
    if not limits:
        return {}
    return {
        "RateLimit-Policy": ", ".join(
            f'"{name}";q={one.quota};w={one.window}' for name, one in limits.items()
        ),
        "RateLimit": ", ".join(
            f'"{name}";r={one.remaining};t={one.reset}' for name, one in limits.items()
        ),
    }
