"""How much people may send with a form, judged before any of it is read."""

from django.conf import settings
from django.shortcuts import render
from django.urls import Resolver404, resolve

from config.api.exceptions import answer_outside_views
from config.errors import InvalidInput
from config.requests import is_api

_FORMS = frozenset({"multipart/form-data", "application/x-www-form-urlencoded"})


class BodyLimitMiddleware:
    """Refuse forms that are longer than any of ours, with 413; at the API with its 422.

    Django looks for a form's token in its body, and writes files in it to the disk first, whoever
    sent them. Here it is known who asks: files are taken by pages that say so (``upload_bytes``),
    of those who may use them. Other bodies the API reads once it knows who calls, and limits there.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if _length(request) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            if is_api(request):
                if request.content_type in _FORMS:
                    return answer_outside_views(InvalidInput([("", "The request is too large.")]))
            elif _length(request) > (most := _takes(request)):
                context = {"megabytes": max(most, settings.DATA_UPLOAD_MAX_MEMORY_SIZE) / 1e6}
                return render(request, "413.html", context, status=413)
        return self.get_response(request)


def _length(request) -> int:
    length = request.META.get("CONTENT_LENGTH") or ""
    # Of what is no number, Django reads nothing.
    return int(length) if length.isdecimal() and len(length) < 19 else 0


def _takes(request) -> int:
    """Return the bytes of the longest form that a page takes of the caller; 0 without files."""
    try:
        match = resolve(request.path_info)
    except Resolver404:
        return 0
    page = getattr(match.func, "model_admin", None)
    most = getattr(page, "upload_bytes", 0)
    if not most or not (match.url_name or "").endswith("_add"):
        return 0
    may = page.admin_site.has_permission(request) and page.has_add_permission(request)
    return most if may else 0
