"""The middleware that records activity, counts requests against limits, and records refusals."""

import logging

from corsheaders.middleware import CorsMiddleware
from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.utils.encoding import escape_uri_path

from accounts.models import User
from accounts.services.activity import note_activity
from accounts.services.denials import record_denial
from accounts.throttling.requests import (
    consume_for_address,
    consume_for_preflight,
    consume_for_user,
    shows_credentials,
)
from config.api.exceptions import as_domain_error, respond_outside_views, unavailable_page
from config.context import bind_request_context
from config.errors import BeingMoved, RateLimited
from config.http.requests import is_api, is_preflight
from config.languages import message_page
from config.observability.logs import LONGEST_PATH, shortened, without_secrets

logger = logging.getLogger(__name__)

_LONGEST_RECORDED = 500


class ActivityMiddleware:
    """Record the user of a page, their activity and their session's use (contract §5, G29, §16).

    For the API, the authentication does all of it.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        try:
            is_known = not is_api(request) and request.user.is_authenticated
        except BeingMoved as refusal:
            return unavailable_page(request, refusal)
        if is_known:
            if request.path.startswith(settings.ADMIN_PATH):
                bind_request_context(request.user.tenant_id, request.user.pk)
            note_activity(request.user, request.session.row)
        return self.get_response(request)


class AddressLimitMiddleware:
    """Count API requests of unknown callers before they cost a query (contract §1.4).

    It comes before CORS, which asks the database whose origin it is. Any page may read a refusal:
    it contains nobody's data. Requests with credentials are counted when these are checked.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response
        self._cors = CorsMiddleware(get_response)

    def __call__(self, request):
        if is_api(request):
            try:
                if is_preflight(request):
                    consume_for_preflight(request)
                elif not shows_credentials(request):
                    consume_for_address(request)
            except (RateLimited, DatabaseError, InterfaceError) as error:
                return self._cors.add_response_headers(request, _refusal(error))
        return self.get_response(request)


class UncountedMiddleware:
    """Count requests whose credentials were never checked, for example at another host.

    It comes below CORS, which asks the database about each answer but a refusal.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_api(request):
            try:
                consume_for_address(request)  # unless the request was counted already
            except (RateLimited, DatabaseError, InterfaceError) as error:
                return _refusal(error)
        return response


def _refusal(error: Exception) -> HttpResponse:
    """Return the API's answer for an exceeded limit or an absent database; or raise the error."""
    refusal = as_domain_error(error)
    if refusal is None:
        raise error
    return respond_outside_views(refusal)


class PageLimitMiddleware:
    """Count the pages that people ask for against the limits of requests (contract §1.4).

    Requests of signed-in people count against the limits of account and tenant, which the API
    shares; those of all others against the limit of their address. The API counts for itself.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if not is_api(request):
            try:
                if request.user.is_authenticated:
                    consume_for_user(request.user)
                else:
                    consume_for_address(request)
            except RateLimited as refusal:
                context = {"wait": refusal.wait}
                response = message_page(request, "429.html", context, status=refusal.status)
                response.headers["Retry-After"] = refusal.retry_after
                return response
        return self.get_response(request)


class DenialMiddleware:
    """Record refusals (403) of people who are signed in in the audit trail.

    It covers all views, so that none has to do this itself, and runs after the refused transaction
    was rolled back. When it fails, the answer stays the same.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if response.status_code == 403:
            try:
                self._record(request, response)
            except Exception:
                logger.exception("A refusal could not be recorded")
        return response

    def _record(self, request, response) -> None:
        # The API's authentication leaves its user here, as a browser's session does.
        if not isinstance(request.user, User):
            return
        path = shortened(escape_uri_path(request.path[: LONGEST_PATH + 1]), LONGEST_PATH)
        facts = {"method": request.method, "path": without_secrets(path)[:_LONGEST_RECORDED]}
        if refusal := getattr(response, "refusal", None):
            facts["reason"] = refusal.message
        record_denial(actor=request.user, **facts)
