"""Facts about a request that more than one door needs."""

from django.conf import settings


def client_address(request) -> str:
    """Return the address of the caller, looking past the proxies that we know to be ours.

    Each trusted proxy appended one entry to X-Forwarded-For; what stands left of those entries
    was written by the caller and proves nothing.
    """
    header = request.headers.get("X-Forwarded-For", "")
    forwarded = [entry.strip() for entry in header.split(",") if entry.strip()]
    proxies = settings.TRUSTED_PROXIES
    if 0 < proxies <= len(forwarded):
        return forwarded[-proxies]
    return request.META.get("REMOTE_ADDR", "")
