"""What all pages for people have in common, whichever way in they belong to."""

from collections.abc import Mapping

HEADERS = {
    "Cache-Control": "no-store",
    # Of the address of a page, other sites are told nothing; our own forms say where they stand.
    "Referrer-Policy": "same-origin",
    "X-Robots-Tag": "noindex",
    # Nothing is loaded but the tenant's logo, which may come from anywhere.
    "Content-Security-Policy": (
        "default-src 'none'; img-src http: https:; style-src 'unsafe-inline'; base-uri 'none';"
        " form-action 'self'; frame-ancestors 'none'"
    ),
}


def protect(response, headers: Mapping[str, str] = HEADERS):
    """Return the response with the headers that keep a page to the person before it."""
    for name, value in headers.items():
        response.headers[name] = value
    return response
