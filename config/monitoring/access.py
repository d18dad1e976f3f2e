"""Who may read the figures: they tell how much which tenant does."""

import hmac
from ipaddress import ip_address

from django.conf import settings

from config.requests import client_address


def may_read_figures(request) -> bool:
    """Say whether the caller shows METRICS_TOKEN, or comes from one of METRICS_NETWORKS.

    With neither set, nobody may.
    """
    scheme, _, shown = request.headers.get("Authorization", "").partition(" ")
    token = settings.METRICS_TOKEN
    if token and scheme.lower() == "bearer":
        return hmac.compare_digest(shown.strip().encode(), token.encode())
    return _is_near(request)


def _is_near(request) -> bool:
    # Behind a proxy that we were not told of, everybody seems to call from next door.
    if not settings.TRUSTED_PROXIES and "X-Forwarded-For" in request.headers:
        return False
    address = ip_address(client_address(request))
    return any(address in network for network in settings.METRICS_NETWORKS)
