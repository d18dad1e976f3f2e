"""The languages of pages and mails. The API, the admin and the log are English."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import translation
from django.utils.cache import patch_vary_headers


def known_language(text: str | None) -> str:
    """Return the language that a text such as fr, fr-CA or FR_ca names; English if it is none."""
    try:
        return translation.get_supported_language_variant((text or "").replace("_", "-").lower())
    except LookupError:
        return settings.LANGUAGE_CODE


def language_of_browser(request: HttpRequest) -> str:
    """Return the language that a browser asks for, for pages that belong to no university."""
    return translation.get_language_from_request(request)


def message_page(
    request: HttpRequest, template: str, context: dict[str, Any] | None = None, *, status: int
) -> HttpResponse:
    """Return a page of few words, such as an error, in the language of the browser."""
    with translation.override(language_of_browser(request)):
        response = render(request, template, context, status=status)
    patch_vary_headers(response, ["Accept-Language"])
    return response
