"""The headers that all pages for sign-in have in common."""

from django.conf import settings

from config.http.security_headers import set_csp


def protect(response, *, referrer: str = "same-origin", forms: str = "'self'"):
    """Return the response with the headers that keep a page private to the person who sees it.

    ``referrer`` is the policy for the page's address towards the next site, ``forms`` the origins
    to which forms may lead; browsers enforce these through all redirects.
    """
    response.headers["Cache-Control"] = "no-store"
    response.headers["Referrer-Policy"] = referrer
    response.headers["X-Robots-Tag"] = "noindex"
    return set_csp(response, settings.SECURE_CSP | {"form-action": forms.split()})
