"""The cookies of sign-ins that wait for their second step (contract §16)."""

from django.conf import settings
from django.http import HttpResponse

from accounts.authentication.second_step import (
    SecondStep,
    cookie_name,
    cookie_prefix,
)

# The most of them in one browser; more were begun and never finished.
_MOST = 8


def of(request, name: str, *, sets_up: bool) -> SecondStep | None:
    """Return the step with a name, if this browser began it for this, and not too long ago."""
    return SecondStep.resume(request.COOKIES.get(_cookie(name), ""), sets_up=sets_up)


def remember(request, response: HttpResponse, name: str, step: SecondStep) -> HttpResponse:
    """Set the cookie of a step that begins."""
    prefix = cookie_prefix(secure=settings.SESSION_COOKIE_SECURE)
    others = [cookie for cookie in request.COOKIES if cookie.startswith(prefix)]
    if len(others) >= _MOST:
        for cookie in others:
            _delete(response, cookie)
    response.set_cookie(
        _cookie(name),
        step.sealed(),
        max_age=step.lifetime,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response


def forget(response: HttpResponse, name: str) -> HttpResponse:
    """Delete the cookie of a step that was taken."""
    _delete(response, _cookie(name))
    return response


def _delete(response: HttpResponse, cookie: str) -> None:
    # As it was set, or browsers keep what has the prefix.
    secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(cookie, "", max_age=0, secure=secure, httponly=True, samesite="Lax")


def _cookie(name: str) -> str:
    return cookie_name(name, secure=settings.SESSION_COOKIE_SECURE)
