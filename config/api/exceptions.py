"""The handler of every error under /v1/: it answers the contract's error envelope (§1.4)."""

import logging
import sys
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.conf import settings
from django.core.exceptions import PermissionDenied as DjangoPermissionDenied
from django.core.exceptions import RequestDataTooBig, TooManyFieldsSent
from django.core.exceptions import ValidationError as DjangoValidationError
from django.db import DataError, IntegrityError
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.middleware.csp import get_nonce
from django.template import loader
from django.utils import translation
from django.utils.csp import CONTEXT_KEY
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from psycopg import errors as postgres
from rest_framework import exceptions as drf
from rest_framework import status
from rest_framework.response import Response
from rest_framework.views import set_rollback

from config import errors
from config.api import envelope
from config.api.passing_faults import being_moved, passing_fault
from config.api.renderers import EnvelopeJSONRenderer
from config.context import current_request
from config.errors import DomainError, InvalidInput
from config.http.origins import is_foreign
from config.http.requests import is_api
from config.http.security_headers import Answering
from config.languages import language_of_browser, message_page

logger = logging.getLogger(__name__)


class RefusalResponse(Response):
    """An error response; ``refusal`` is for the middleware that records refusals."""

    refusal: DomainError


def handle(exception: Exception, context: dict) -> Response:
    """Return the response for any exception of a view; DRF's EXCEPTION_HANDLER."""
    set_rollback()
    # A refusal is always JSON, whatever the view's own format is.
    context["request"].accepted_renderer = EnvelopeJSONRenderer()
    context["request"].accepted_media_type = EnvelopeJSONRenderer.media_type
    error = as_domain_error(exception)
    if error is None:
        logger.error("Unexpected error", exc_info=exception)
        error = errors.Unexpected()
    response = RefusalResponse(_body(error), status=error.status)
    response.refusal = error
    if error.status == status.HTTP_401_UNAUTHORIZED:
        response["WWW-Authenticate"] = getattr(exception, "auth_header", "Bearer")
    if error.status == status.HTTP_405_METHOD_NOT_ALLOWED:
        response["Allow"] = ", ".join(context["view"].allowed_methods)
    return _with_time_to_return(response, error)


def _body(error: DomainError) -> dict:
    return envelope.error(error.message, error.code, error.details)


def as_domain_error(exception: Exception) -> DomainError | None:
    """Translate an exception of DRF, Django or the database; None when it is a fault of ours."""
    match exception:
        case DomainError():
            return exception
        case drf.ValidationError():
            return InvalidInput(list(_flatten(exception.detail)))
        case (
            drf.ParseError()
            | drf.UnsupportedMediaType()
            | RequestDataTooBig()
            | TooManyFieldsSent()
        ):
            return InvalidInput([("", _unreadable(exception))])
        case drf.NotAuthenticated():
            return errors.Unauthenticated(str(exception.detail))
        case drf.AuthenticationFailed():
            return errors.Unauthenticated(errors.INVALID_TOKEN)
        case drf.PermissionDenied() | DjangoPermissionDenied():
            return errors.PermissionDenied(str(exception) or _("Permission denied."))
        case drf.NotFound() | Http404():
            return errors.NotFound()
        case drf.MethodNotAllowed():
            return errors.MethodNotAllowed(str(exception.detail))
        case DjangoValidationError():
            return InvalidInput(_django_errors(exception))
        case IntegrityError():
            return _integrity_error(exception)
        case DataError():
            # Not in its own words: they repeat the value.
            logger.warning("The database refused a value: %s", type(exception.__cause__).__name__)
            return InvalidInput([("", _("A value is out of its range."))])
    return passing_fault(exception)


def _unreadable(exception: Exception) -> str:
    """Return the reason why a request could not be read."""
    match exception:
        case drf.ParseError():
            return "The body is not valid JSON."
        case drf.UnsupportedMediaType():
            return "Send the body as application/json."
    return "The request is too large."


def _flatten(detail: Any, path: str = "") -> Iterator[tuple[str, str]]:
    """Yield (dotted field, message) for DRF's nested details; list positions are numbers."""
    if isinstance(detail, dict):
        for key, value in detail.items():
            name = "" if key == "non_field_errors" else str(key)
            yield from _flatten(value, f"{path}.{name}" if path and name else path or name)
    elif isinstance(detail, list):
        for index, value in enumerate(detail):
            nested = isinstance(value, dict | list)
            # In a list of messages the position means nothing; in a list of items it is the item.
            if nested and value:
                yield from _flatten(value, f"{path}.{index}" if path else str(index))
            elif not nested:
                yield path, str(value)
    else:
        yield path, str(detail)


def _django_errors(exception: DjangoValidationError) -> list[tuple[str, str]]:
    if not hasattr(exception, "error_dict"):
        return [("", message) for message in exception.messages]
    return [
        ("" if field == "__all__" else field, message)
        for field, messages in exception.message_dict.items()
        for message in messages
    ]


def _integrity_error(exception: IntegrityError) -> DomainError | None:
    """Return the refusal for a violated constraint: its class by the kind, its message by the name.

    A missing value is a fault of ours: serializers require every value that callers must give.
    """
    cause = exception.__cause__
    name = getattr(getattr(cause, "diag", None), "constraint_name", None) or ""
    message = _constraint_messages().get(name)
    match cause:
        case postgres.UniqueViolation() | postgres.ExclusionViolation():
            return errors.Conflict(message or _("It exists already."))
        case postgres.ForeignKeyViolation():
            return errors.Conflict(message or _("It is still in use, or points to a missing row."))
        case postgres.RestrictViolation():
            return errors.Conflict(cause.diag.message_primary or _("It cannot be changed."))
        case postgres.NotNullViolation():
            return None
    logger.warning("The database refused a row: %s", name)
    return InvalidInput([("", message or _("A value breaks a rule of the database."))])


def _constraint_messages() -> dict[str, str]:
    return {
        constraint.name: str(constraint.get_violation_error_message())
        for model in apps.get_models()
        for constraint in model._meta.constraints
        # Django's own message would only name the constraint.
        if constraint.violation_error_message != constraint.default_violation_error_message
    }


# Django calls these for requests that never reach a view: unknown paths, bad hosts, broken
# middleware. Under /v1/ they answer like the API; elsewhere Django's own pages stay.


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return respond_outside_views(errors.RuleViolation("The request is malformed."))
    return message_page(request, "400.html", status=400)


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return respond_outside_views(errors.PermissionDenied("Permission denied."))
    return message_page(request, "403.html", {"back": _page_before(request)}, status=403)


def _page_before(request: HttpRequest) -> str | None:
    """Return the page of ours that led to this one, as far as the browser tells."""
    before = request.headers.get("Referer", "")
    here = request.build_absolute_uri()
    is_ours = before.startswith("http") and url_has_allowed_host_and_scheme(
        before, {request.get_host()}, require_https=request.is_secure()
    )
    return before if is_ours and before != here else None


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    if is_api(request):
        return respond_outside_views(errors.NotFound())
    return message_page(request, "404.html", status=404)


def server_error(request: HttpRequest) -> HttpResponse:
    """Answer for the exception that is being handled; 503 where it will pass by itself."""
    fault = sys.exception()
    known = as_domain_error(fault) if isinstance(fault, Exception) else None
    refusal = known if isinstance(known, errors.Unavailable) else errors.Unexpected()
    if is_api(request):
        return respond_outside_views(refusal)
    return _page_of(request, refusal, fault)


class UnavailableMiddleware:
    """Answer a page's refusal that will pass by itself: 503, without the noise of an error."""

    def __init__(self, get_response: Answering) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, fault: Exception) -> HttpResponse | None:
        """Return the page for a refusal of ours; all else is Django's to tell, and ours to log."""
        known = fault if isinstance(fault, errors.Unavailable) else being_moved(fault)
        return unavailable_page(request, known) if known and not is_api(request) else None


def unavailable_page(request: HttpRequest, refusal: errors.Unavailable) -> HttpResponse:
    """Return the page for a refusal that will pass by itself."""
    answer = _page_of(request, refusal, refusal)
    answer._has_been_logged = True  # type: ignore[attr-defined] # noqa: SLF001 - Django's mark
    return answer


def _page_of(
    request: HttpRequest, refusal: DomainError, fault: BaseException | None
) -> HttpResponse:
    # With the nonce of the page's style alone: the usual context may be the part that failed.
    context = {
        CONTEXT_KEY: get_nonce(request),
        "reference": current_request().id,
        "is_full": isinstance(fault, OSError),
        "reason": fault.message if isinstance(fault, errors.Unavailable) else None,
    }
    with translation.override(language_of_browser(request)):
        page = loader.render_to_string(f"{refusal.status}.html", context)
    answer = HttpResponse(page, status=refusal.status, headers={"Vary": "Accept-Language"})
    return _with_time_to_return(answer, refusal)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """Return the page for a form that is not known to be ours; Django's CSRF_FAILURE_VIEW."""
    context = {"is_foreign": is_foreign(reason), "public_url": settings.PUBLIC_URL}
    return message_page(request, "403_csrf.html", context, status=403)


def respond_outside_views(error: DomainError) -> HttpResponse:
    """Return the response for a refusal of the API that comes from none of its views."""
    body = EnvelopeJSONRenderer().render(_body(error))
    answer = HttpResponse(body, status=error.status, content_type=EnvelopeJSONRenderer.media_type)
    return _with_time_to_return(answer, error)


def _with_time_to_return[R: HttpResponse](response: R, error: DomainError) -> R:
    if "retry_after" in error.details:
        response["Retry-After"] = str(error.details["retry_after"])
    return response
