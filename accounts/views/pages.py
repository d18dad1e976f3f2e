"""What all pages for people have in common, whichever way in they belong to."""

from django.conf import settings

from config.http.security_headers import set_csp


def protect(response, *, referrer: str = "same-origin", forms: str = "'self'"):
    """Return the response with the headers that keep a page to the person before it.

    ``referrer`` is what the next site is told of the page's address, ``forms`` the origins to which
    forms may lead; browsers hold them to these wherever they are redirected.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = referrer
    response.headers["X-Robots-Tag"] = "noindex"
    return set_csp(response, settings.SECURE_CSP | {"form-action": forms.split()})
