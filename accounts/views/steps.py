"""The cookies of sign-ins that wait for their second step (contract §16)."""

from django.conf import settings
from django.http import HttpResponse

from accounts.authentication.second_step import SecondStep, cookie_name, cookie_prefix
from accounts.views import cookies


def of(request, name: str, *, sets_up: bool) -> SecondStep | None:
    """Return the step with a name, if this browser began it for this, and not too long ago."""
    return SecondStep.resume(request.COOKIES.get(_cookie(name), ""), sets_up=sets_up)


def remember(request, response: HttpResponse, name: str, step: SecondStep) -> HttpResponse:
    """Set the cookie of a step that begins."""
    secure = settings.SESSION_COOKIE_SECURE
    prefix = cookie_prefix(secure=secure)
    cookies.keep(
        request,
        response,
        _cookie(name),
        step.sealed(),
        prefix=prefix,
        seconds=step.lifetime,
        secure=secure,
    )
    return response


def forget(response: HttpResponse, name: str) -> HttpResponse:
    """Delete the cookie of a step that was taken."""
    cookies.drop(response, _cookie(name), secure=settings.SESSION_COOKIE_SECURE)
    return response


def _cookie(name: str) -> str:
    return cookie_name(name, secure=settings.SESSION_COOKIE_SECURE)
