"""Who may read the figures: they tell how much which tenant does."""

import hmac
from ipaddress import ip_address

from django.conf import settings
from django.http import HttpRequest

from config.http.requests import peer_address, was_forwarded


def may_read_figures(request: HttpRequest) -> bool:
    """Say whether the caller shows METRICS_TOKEN, or stands in one of METRICS_NETWORKS itself.

    With neither set, nobody may. What came through a proxy opens by the token alone: of where it
    came from there is nothing but words.
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
