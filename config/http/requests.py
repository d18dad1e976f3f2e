"""Facts about a request that both the API and the pages need."""

from ipaddress import IPv6Address, ip_address

from django.conf import settings
from django.http import HttpRequest
from django.urls import Resolver404, ResolverMatch, resolve

# The headers that proxies add, beside the X-Forwarded ones.
_OF_PROXIES = frozenset(("forwarded", "via", "x-real-ip"))

# Characters that are kept of a program's name, and that are looked at.
LONGEST_USER_AGENT = 256
_LONGEST_SAID = 2 * LONGEST_USER_AGENT

NOWHERE = "0.0.0.0"  # noqa: S104 - nobody listens there: the caller came over a local socket


def is_api(request: HttpRequest) -> bool:
    """Return whether the address belongs to the API, for programs, and not to a page for people."""
    return f"{request.path}/".startswith("/v1/")


def is_preflight(request: HttpRequest) -> bool:
    """Return whether a browser asks if a page of another origin may call this address."""
    return request.method == "OPTIONS" and "Access-Control-Request-Method" in request.headers


def match_of(request: HttpRequest) -> ResolverMatch | None:
    """Return the view that an address leads to; None where it leads nowhere.

    It is for code that runs before Django has resolved the address and stored it in the request.
    """
    try:
        return resolve(request.path_info, getattr(request, "urlconf", None))
    except Resolver404:
        return None


def client_address(request: HttpRequest) -> str:
    """Return the IP address of the caller, behind the proxies that we know to be ours.

    Each trusted proxy appended one entry to X-Forwarded-For; the caller wrote everything to the
    left of those entries, and it proves nothing.
    """
    header = request.headers.get("X-Forwarded-For", "")
    forwarded = [entry.strip() for entry in header.split(",") if entry.strip()]
    proxies = settings.TRUSTED_PROXIES
    if 0 < proxies <= len(forwarded) and (address := _address(forwarded[-proxies])):
        return address
    return peer_address(request)


def user_agent(request: HttpRequest) -> str | None:
    """Return what the caller's program calls itself, as one short line; None when it says nothing.

    Anybody may write any byte there: what cannot be shown becomes a blank.
    """
    said = request.headers.get("User-Agent", "")[:_LONGEST_SAID]
    shown = "".join(letter if letter.isprintable() else " " for letter in said)
    return " ".join(shown.split())[:LONGEST_USER_AGENT] or None


def peer_address(request: HttpRequest) -> str:
    """Return the IP address at the connection's other end, whatever the request claims."""
    return _address(request.META.get("REMOTE_ADDR", "")) or NOWHERE


def was_forwarded(request: HttpRequest) -> bool:
    """Return whether any header shows that the request came through a proxy."""
    names = (name.lower() for name in request.headers)
    return any(name in _OF_PROXIES or name.startswith("x-forwarded") for name in names)


def _address(entry: str) -> str:
    """Return the address of an entry that may contain a port; nothing when there is no address.

    The zone of a link-local address (``fe80::1%eth0``) means something on this machine only, and
    the database has no place for it.
    """
    bare = entry.strip("[]") if "]:" not in entry else entry[1 : entry.index("]:")]
    if bare.count(":") == 1:  # IPv4 with a port
        bare = bare.partition(":")[0]
    try:
        address = ip_address(bare.partition("%")[0])
    except ValueError:
        return ""
    mapped = address.ipv4_mapped if isinstance(address, IPv6Address) else None
    return str(mapped or address)
