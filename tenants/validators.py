"""The rules for single values and single rows of this app."""

import re
from ipaddress import IPv4Address, IPv6Address
from urllib.parse import SplitResult, urlsplit

import idna
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

# Python and PostgreSQL read these alike; "$" would let a line break through in Python.
SLUG_PATTERN = r"\A[a-z0-9-]+\Z"
COLOUR_PATTERN = r"\A#[0-9A-Fa-f]{6}\Z"
# Two labels at least; a last one of digits would be read as an address.
DOMAIN_PATTERN = r"\A(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?\Z"

validate_slug = RegexValidator(SLUG_PATTERN, "Use lower-case letters, digits and hyphens only.")
validate_colour = RegexValidator(COLOUR_PATTERN, "Write colours as #RRGGBB.")
# Names of elements in XML, of LDAP attributes, and URNs and addresses that stand for them.
validate_attribute_name = RegexValidator(
    r"\A[A-Za-z0-9_.:/@#-]+\Z",
    "Give the name of one attribute as the CAS server writes it, such as mail: no blanks.",
)

_NOT_A_URL = "Give a web address: https://, a host, and what follows it."
NOT_A_DOMAIN = "Give a host name, such as console.state.edu: no https://, no port, no path."
_NOT_AN_ORIGIN = "Give an origin: http:// or https://, a host and, if need be, a port; no path."

_DEFAULT_PORTS = {"http": 80, "https": 443}

# Blanks, control characters and backslashes: browsers and urlsplit repair them, each its own way.
_repaired = re.compile(r"[\s\x00-\x20\x7f\\]")
# No user, no zone of an IPv6 address, no empty port, and nothing behind a bracket.
_authority = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]@:]+)(?::([0-9]{1,5}))?")
_domain = re.compile(DOMAIN_PATTERN)
_host_label = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")
# Labels that browsers read as a number, and the whole host then as an IPv4 address.
_number = re.compile(r"[0-9]+|0x[0-9a-f]*")


def validate_web_url(text: str) -> None:
    """Refuse anything but an absolute http or https address of a real host without a password."""
    _web_address(text, _NOT_A_URL)


def validate_logo_url(text: str) -> None:
    """Refuse anything but a web address with TLS: our pages' content policy loads no other."""
    address, _ = _web_address(text, _NOT_A_URL)
    if address.scheme != "https":
        raise ValidationError(
            "Give an https address: browsers show no logo of another kind on our pages."
        )


def validate_sso_url(text: str) -> None:
    """Refuse anything but a web address; where SSO_REQUIRES_HTTPS is set, also one without TLS."""
    address, _ = _web_address(text, _NOT_A_URL)
    if settings.SSO_REQUIRES_HTTPS and address.scheme != "https":
        raise ValidationError("Single sign-on needs an https address.")


def normalise_domain(text: str) -> str:
    """Return a host name as browsers send it: in ASCII, lower case, without a dot at its end.

    Raises ValidationError for anything else: a URL, an address, a wildcard, a name without a dot.
    """
    try:
        domain = _ascii_host(text).removesuffix(".")
        for label in domain.split("."):
            if label.startswith("xn--"):
                idna.ulabel(label)  # raises for a label that encodes no name
    except ValueError:
        raise ValidationError(NOT_A_DOMAIN) from None
    if not _domain.match(domain):
        raise ValidationError(NOT_A_DOMAIN)
    return domain


def as_in_domains(text: str) -> str:
    """Return part of a host name as domains are stored; any other text as it is."""
    try:
        return _ascii_host(text)
    except ValueError:
        return text


def normalise_origin(text: str) -> str:
    """Return an origin as browsers send it: scheme, host in ASCII, and any port but the default.

    Raises ValidationError for anything with a path, a query or a user, and for other schemes.
    """
    address, host = _web_address(text, _NOT_AN_ORIGIN)
    if address.path not in {"", "/"} or any(mark in text for mark in "?#"):
        raise ValidationError(_NOT_AN_ORIGIN)
    origin = f"{address.scheme}://{host}"
    if len(origin) > 255:
        raise ValidationError("An origin has at most 255 characters.")
    return origin


def _web_address(text: str, refusal: str) -> tuple[SplitResult, str]:
    """Return the parts of a web address, and its host with any port but the default."""
    try:
        address = urlsplit(text)
        authority = _authority.fullmatch(address.netloc)
        if _repaired.search(text) or address.scheme not in _DEFAULT_PORTS or not authority:
            raise ValidationError(refusal)
        host = _ascii_host(authority[1])
    except ValueError:  # brackets, a host or an address that cannot be read
        raise ValidationError(refusal) from None
    default = _DEFAULT_PORTS[address.scheme]
    port = int(authority[2] or default)
    if not 0 < port < 65536:
        raise ValidationError(refusal)
    return address, host if port == default else f"{host}:{port}"


def _ascii_host(host: str) -> str:
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
