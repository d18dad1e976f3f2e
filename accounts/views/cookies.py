"""Cookies of what is under way in a browser, such as a sign-in that waits for its second step.

Each has a name of its own behind a common prefix, so that two tabs do not collide.
"""

from django.http import HttpResponse

# The most with one prefix in one browser; more were begun and never finished.
_MOST = 8


def keep(
    request,
    response: HttpResponse,
    name: str,
    value: str,
    *,
    prefix: str,
    seconds: int,
    secure: bool,
) -> None:
    """Set the cookie of something that begins; forget the others where there are too many."""
    others = [cookie for cookie in request.COOKIES if cookie.startswith(prefix)]
    if len(others) >= _MOST:
        for cookie in others:
            drop(response, cookie, secure=secure)
    # Lax: a redirect from a CAS server is a navigation from another site, which has to bring it.
    response.set_cookie(name, value, max_age=seconds, secure=secure, httponly=True, samesite="Lax")


def drop(response: HttpResponse, name: str, *, secure: bool) -> None:
    """Have the browser forget a cookie."""
    # As it was set, or browsers keep what has the prefix __Host-.
    response.set_cookie(name, "", max_age=0, secure=secure, httponly=True, samesite="Lax")
