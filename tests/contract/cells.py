"""How the door before several cells finds the cell of each route (docs/scaling.md, "Cells").

A route that needs a token or a service key is found by it. Every other one stands here: a new one
fails the tests until somebody has decided how its cell is found, and ``deploy/cells/haproxy.cfg``
does it.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlencode

import jwt
from django.urls import get_resolver

from config.checks import walk
from config.ids import secret_of
from tests.contract.routes import PUBLIC, ROUTES, SERVICE_KEY, Route

# What the example maps know: this one lives in the second cell, where nobody comes by chance.
TENANT, SLUG, CELL = "6650c3d4e5f6a7b8c9d0e1f2", "state-university", "cell-2"
NAME, DOMAIN, ORIGIN = "State University", "state.example", "https://app.state.example"
KEY = "9tUGOjTe"

# Where whoever belongs nowhere comes.
ANY = "cell-1"


def token() -> str:
    """Return a token with the claim; the door looks at nothing else of it."""
    return jwt.encode({"tenant_id": TENANT}, "x" * 32, algorithm="HS256")


@dataclass(frozen=True)
class Way:
    """What a request shows by which its cell is found; a public one shows nothing."""

    shows: dict[str, Any] = field(default_factory=dict)
    headers: dict[str, str] = field(default_factory=dict)
    is_form: bool = False
    leads_to: str = CELL

    @property
    def body(self) -> tuple[bytes, str]:
        if self.is_form:
            return urlencode(self.shows).encode(), "application/x-www-form-urlencoded"
        return json.dumps(self.shows).encode(), "application/json"


PUBLIC_WAY = Way(leads_to=ANY)
BY_PATH = Way()
BY_ORIGIN = Way(headers={"Origin": ORIGIN})
BY_DOMAIN_OF_ORIGIN = Way(headers={"Origin": f"https://{DOMAIN}:8443"})
BY_SLUG = Way({"tenant_slug": SLUG})
BY_BROWSER = Way(headers={"Cookie": f"a=b; organisation={SLUG}"})
BY_SAFE_BROWSER = Way(headers={"Cookie": f"__Host-organisation={SLUG}"})
BY_HOST = Way(headers={"Host": f"{DOMAIN}:8443"})
BY_TOKEN = Way(headers={"Authorization": f"Bearer {token()}"})
BY_KEY = Way(headers={"Authorization": f"Api-Key {KEY}.secret"})


def typed(text: str) -> Way:
    return Way({"organisation": text, "csrfmiddlewaretoken": "x"}, is_form=True)


BROWSERS = (BY_BROWSER, BY_SAFE_BROWSER, BY_HOST)

# Routes of the API that need neither token nor key.
OPEN: dict[str, tuple[Way, ...]] = {
    "GET /v1/schema": (PUBLIC_WAY,),
    "GET /v1/docs": (PUBLIC_WAY,),
    "POST /v1/auth/login": (BY_SLUG, BY_ORIGIN, BY_DOMAIN_OF_ORIGIN),
    "POST /v1/auth/refresh": (Way({"refresh_token": token()}),),
    "POST /v1/auth/accept-invite": (Way({"token": secret_of(TENANT)}),),
    "POST /v1/auth/password-reset": (BY_SLUG, BY_ORIGIN),
    "POST /v1/auth/password-reset/confirm": (Way({"token": secret_of(TENANT)}),),
    "POST /v1/auth/sso/token": (Way({"code": secret_of(TENANT)}),),
    "POST /v1/auth/sso/logout": BROWSERS,
    "GET /v1/auth/sso/{tenant_slug}/login": (BY_PATH,),
    "GET /v1/auth/sso/{tenant_slug}/callback": (BY_PATH,),
    "POST /v1/auth/sso/{tenant_slug}/callback": (BY_PATH,),
}

# Pages, by their addresses; those of the admin are alike.
PAGES: dict[str, tuple[Way, ...]] = {
    "/": BROWSERS,
    "/admin/": BROWSERS,
    "/admin/u/{slug}/": (BY_PATH,),
    "/sign-in": (*BROWSERS, *map(typed, (SLUG, NAME, DOMAIN, f" Ada@{DOMAIN} "))),
    "/sign-in/{slug}": (BY_PATH,),
    "/sign-in/{slug}/code/{name}": (BY_PATH,),
    "/sign-in/{slug}/second-factor/{name}": (BY_PATH,),
    "/sign-in/{slug}/platform": (BY_PATH,),
    "/sign-in/{slug}/forgotten-password": (BY_PATH,),
    "/sign-out": BROWSERS,
    "/invitations/{token}": (BY_PATH,),
    "/password-reset/{token}": (BY_PATH,),
    # Probes and figures are for whoever runs a server, and static files are everywhere the same.
}

_FILLED = {"tenant_slug": SLUG, "slug": SLUG, "token": secret_of(TENANT), "name": "any"}


def ways_of(route: Route) -> tuple[Way, ...] | None:
    """Return the ways by which a route's cell is found; None where nobody has decided."""
    if route.access == PUBLIC:
        return OPEN.get(str(route))
    return (BY_KEY,) if route.access == SERVICE_KEY else (BY_TOKEN,)


def filled(path: str) -> str:
    """Return an address of the tenant's for the template of a path."""
    return re.sub(r"\{(\w+)\}", lambda found: _FILLED.get(found[1], "6" * 24), path)


def asked() -> Iterator[tuple[str, str, Way]]:
    """Yield (method, address, way) for every way to every route and page."""
    for route in ROUTES:
        for way in ways_of(route) or ():
            yield route.method, filled(route.path), way
    for path, ways in PAGES.items():
        for way in ways:
            yield "POST" if way.shows else "GET", filled(path), way


def pages() -> set[str]:
    """Return the addresses of all pages there are, those of the admin as one."""
    found = set()
    for path, _ in walk(get_resolver().url_patterns):
        if path.startswith("v1/"):
            continue
        plain = "/" + re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", path)
        found.add("/admin/" if plain.startswith("/admin/") else plain)
    return found
