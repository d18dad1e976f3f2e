"""The rule of who may read the figures: they show how much each tenant does."""

import hmac
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

from config.http.requests import peer_address, was_forwarded


def may_read_figures(request: HttpRequest) -> bool:
    """Return whether the caller sends METRICS_TOKEN, or calls directly from METRICS_NETWORKS.

    With neither set, nobody may. A request through a proxy needs the token: its headers alone say
    where it came from, and they prove nothing.
    """
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    token = settings.METRICS_TOKEN
    if token and scheme.lower() == "bearer":
        return hmac.compare_digest(shown.strip().encode(), token.encode())
    return _is_near(request)


def _is_near(request: HttpRequest) -> bool:
    if was_forwarded(request):
        return False
    address = ip_address(peer_address(request))
    return any(address in network for network in settings.METRICS_NETWORKS)
