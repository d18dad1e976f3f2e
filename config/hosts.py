"""The names of hosts, in the form in which browsers and mail servers send them."""

import re
from ipaddress import IPv4Address, IPv6Address

import idna
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

# Two labels at least; a last one of digits would be read as an address. Python and PostgreSQL read
# it alike; "$" would let a line break through in Python.
DOMAIN_PATTERN = r"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\Z"

NOT_A_DOMAIN = _("Give a host name, such as console.state.edu: no https://, no port, no path.")

_domain = re.compile(DOMAIN_PATTERN)
_host_label = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Labels that browsers read as a number, and the whole host then as an IPv4 address.
_number = re.compile(r"[0-9]+|0x[0-9a-f]*")


def normalise_domain(text: str) -> str:
    """Return a host name as browsers send it: in ASCII, lower case, without a dot at its end.

    Raises ValidationError for anything else: a URL, an address, a wildcard, a name without a dot.
    """
    try:
        domain = ascii_host(text).removesuffix(".")
        for label in domain.split("."):
            if label.startswith("xn--"):
                idna.ulabel(label)  # raises for a label that encodes no name
    except ValueError:
        raise ValidationError(NOT_A_DOMAIN) from None
    if not _domain.match(domain):
        raise ValidationError(NOT_A_DOMAIN)
    return domain


def ascii_host(host: str) -> str:
    """Return a host in the form that browsers send; raises ValueError when it is none."""
    if host.startswith("["):
        address = IPv6Address(host[1:-1])
        if address.ipv4_mapped:
            raise ValueError("an IPv4 address in disguise")
        return f"[{address}]"
    # What is ASCII already is left alone: browsers know more names than this IDNA does.
    name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    name = name.lower()
    labels = name.removesuffix(".").split(".")
    if len(name) > 253 or not all(map(_host_label.fullmatch, labels)):
        raise ValueError("no host name")
    return str(IPv4Address(name)) if _number.fullmatch(labels[-1]) else name
