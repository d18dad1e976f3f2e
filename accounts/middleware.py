"""What is noted of requests: who is here, how often they ask, and who was refused."""

import logging

from corsheaders.middleware import CorsMiddleware
from django.conf import settings
from django.db import DatabaseError, InterfaceError
from django.http import HttpResponse
from django.shortcuts import render
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
from config.api.exceptions import as_domain_error, respond_outside_views
from config.context import bind_request_context
from config.errors import RateLimited
from config.http.requests import is_api, is_preflight
from config.observability.logs import LONGEST_PATH, shortened, without_secrets

logger = logging.getLogger(__name__)

_LONGEST_RECORDED = 500


class ActivityMiddleware:
    """Note whom a request of the admin acts for, and that they are here (contract §5, G29).

    At the API's door the authentication does both.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        if request.path.startswith(settings.ADMIN_PATH) and request.user.is_authenticated:
            bind_request_context(request.user.tenant_id, request.user.pk)
            note_activity(request.user)
        return self.get_response(request)


class AddressLimitMiddleware:
    """Count what is asked of the API by somebody unknown, before it costs a query (contract §1.4).

    It stands before CORS, which asks the database whose origin it is. A refusal may be read by any
    page: nothing of anybody stands in it. Who shows credentials is counted once they are judged.
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
    """Count what showed credentials that nobody came to judge: at another host, say.

    It stands below CORS, which asks the database about each answer but a refusal.
    """

    def __init__(self, get_response) -> None:
        self.get_response = get_response

    def __call__(self, request):
        response = self.get_response(request)
        if is_api(request):
            try:
                consume_for_address(request)  # where nobody is counted yet
            except (RateLimited, DatabaseError, InterfaceError) as error:
                return _refusal(error)
        return response


def _refusal(error: Exception) -> HttpResponse:
    """Return the API's answer to a limit, or to a database that is away; or raise the error."""
    refusal = as_domain_error(error)
    if refusal is None:
        raise error
    return respond_outside_views(refusal)


class PageLimitMiddleware:
    """Count the pages that people ask for against the limits of requests (contract §1.4).

    Who is signed in spends of what account and tenant have for the API as well, everybody else of
    what their address has. The API counts for itself.
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
                response = render(request, "429.html", context, status=refusal.status)
                response.headers["Retry-After"] = refusal.retry_after
                return response
        return self.get_response(request)


class DenialMiddleware:
    """Put refusals (403) of people who are signed in into the audit trail.

    It stands behind all doors, so that no view has to think of it, and comes after whatever
    transaction was refused and rolled back. Failing, it never changes the answer.
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
