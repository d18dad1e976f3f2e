"""The origins of a deployment's own pages, as browsers name them, and forms from elsewhere."""

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.middleware.csrf import REASON_BAD_ORIGIN, REASON_BAD_REFERER

# How Django's reasons begin where a form came from another address.
_FOREIGN = tuple(reason.partition("%")[0] for reason in (REASON_BAD_ORIGIN, REASON_BAD_REFERER))


def own_origins(public_url: str, hosts: Iterable[str]) -> list[str]:
    """Return the origins of pages at these hosts, all at the port of the public address.

    A host may be a suffix, as in ALLOWED_HOSTS: ``.example.edu`` is the domain and all below it.
    """
    public = urlsplit(public_url)
    _, _, port = public.netloc.rpartition("]")[2].partition(":")
    names = {public.netloc.removesuffix(f":{port}")}
    for host in hosts:
        names |= {host[1:], f"*{host}"} if host.startswith(".") else {host}
    end = f":{port}" if port else ""
    return sorted(f"{public.scheme}://{name}{end}" for name in names if name)


def is_foreign(reason: str) -> bool:
    """Return whether Django refused a form since it came from a page at another address."""
    return reason.startswith(_FOREIGN)
