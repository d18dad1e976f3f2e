"""The refusal of text that the database cannot store, wherever no field checks it.

The database cannot store a NUL, nor a value that is out of a column's range. Forms and serializers
check their own fields; this module covers the rest of a request.
"""

import logging
import re

from django.conf import settings
from django.core.exceptions import BadRequest
from django.db import DataError
from django.http import HttpRequest, HttpResponseBase

from config.http.requests import is_api
from config.http.security_headers import Answering

logger = logging.getLogger(__name__)

# No cookie of ours has any; they result from an octal escape in quotes.
_control = re.compile(r"[\x00-\x1f\x7f]")


class WellFormedMiddleware:
    """Refuse NULs in the parameters of pages, and ignore cookies with control characters.

    A broken cookie counts as absent: a refusal would keep its owner out until they found and
    deleted it. The API checks its own parameters, after it knows the caller (contract G35), and so
    does the admin, which leads back to the page.
    """

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        # Whatever charset the caller names: some charsets lead to texts that cannot be encoded.
        if request.encoding:
            request.encoding = "utf-8"
        request.COOKIES = {
            name: value
            for name, value in request.COOKIES.items()
            if not _control.search(name) and not _control.search(value)
        }
        is_judged_elsewhere = is_api(request) or request.path_info.startswith(settings.ADMIN_PATH)
        if not is_judged_elsewhere and _has_nul(request):
            raise BadRequest("There is a NUL in a parameter.")
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> None:
        """Answer 400 when the database refuses a value of a page's parameter or form."""
        if isinstance(exception, DataError) and not is_api(request):
            # Not in its own words: they repeat the value.
            cause = type(exception.__cause__).__name__
            logger.warning("The database refused a value of a page: %s", cause)
            raise BadRequest("The database has no place for a value.") from exception


def _has_nul(request: HttpRequest) -> bool:
    return any("\0" in text for name, values in request.GET.lists() for text in (name, *values))
