"""The most that people may send with a form, checked before any of it is read."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponseBase
from django.urls import ResolverMatch

from config.api.exceptions import respond_outside_views
from config.errors import InvalidInput
from config.http.requests import is_api, match_of
from config.http.security_headers import Answering
from config.languages import message_page


class BodyLimitMiddleware:
    """Refuse forms that are longer than any of ours, with 413; at the API with its 422.

    Django looks for a form's token in its body, and for that writes the files in it to the disk,
    whoever sent them. Here the caller is known already: only pages with ``upload_bytes`` take
    files, and only from callers who may use them. Views that need no token read bodies themselves,
    once they know the caller, and limit them there.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        length = _length(request)
        if length > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            match = match_of(request)
            if not getattr(match and match.func, "csrf_exempt", False):
                most = max(_takes(request, match), settings.DATA_UPLOAD_MAX_MEMORY_SIZE)
                if length > most:
                    return _refusal(request, most)
        return self.get_response(request)


def _refusal(request: HttpRequest, most: int) -> HttpResponseBase:
    if is_api(request):
        return respond_outside_views(InvalidInput([("", "The request is too large.")]))
    return message_page(request, "413.html", {"megabytes": most / 1e6}, status=413)


def _length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or ""
    # Where the length is no number, Django reads nothing.
    return int(length) if length.isdecimal() and len(length) < 19 else 0


def _takes(request: HttpRequest, match: ResolverMatch | None) -> int:
    """Return the largest size in bytes of a form with files that a page takes from the caller."""
    page: Any = getattr(match and match.func, "model_admin", None)
    most = getattr(page, "upload_bytes", 0)
    if match is None or not most or not (match.url_name or "").endswith("_add"):
        return 0
    may = page.admin_site.has_permission(request) and page.has_add_permission(request)
    return most if may else 0
