"""The cookie by which a browser that somebody signed in with is told from others."""

from django.conf import settings
from django.http import HttpResponse

from accounts.models import User
from accounts.throttling import devices
from accounts.throttling.devices import Device


def of(request) -> Device:
    """Return the browser that a request comes from."""
    return Device.of(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""))


def remember(response: HttpResponse, device: Device, user: User) -> HttpResponse:
    """Have the browser remember that a user signed in with it."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        device.signed_in(user).token(),
        max_age=devices.LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
