"""The cookie that identifies a browser in which somebody has signed in."""

from django.conf import settings
from django.http import HttpResponse

from accounts.models import User
from accounts.throttling import devices
from accounts.throttling.devices import Device


def of(request) -> Device:
    """Return the browser that a request comes from."""
    return Device.of(request.COOKIES.get(settings.DEVICE_COOKIE_NAME, ""))


def remember(response: HttpResponse, device: Device, user: User) -> HttpResponse:
    """Set the cookie by which the browser remembers that a user signed in with it."""
    response.set_cookie(
        settings.DEVICE_COOKIE_NAME,
        device.signed_in(user).token(),
        max_age=devices.LIFETIME,
        secure=settings.SESSION_COOKIE_SECURE,
        httponly=True,
        samesite="Lax",
    )
    return response
