"""Rules that one value or one row of this app can be held against."""

import re
from ipaddress import AddressValueError, IPv4Address, IPv6Address
from urllib.parse import SplitResult, urlsplit

import idna
from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator

# Python and PostgreSQL read these alike; "$" would let a line break through in Python.
SLUG_PATTERN = r"\A[a-z0-9-]+\Z"
COLOUR_PATTERN = r"\A#[0-9A-Fa-f]{6}\Z"

validate_slug = RegexValidator(SLUG_PATTERN, "Use lower-case letters, digits and hyphens only.")
validate_colour = RegexValidator(COLOUR_PATTERN, "Write colours as #RRGGBB.")

_NOT_A_URL = "Give a web address: https://, a host, and what follows it."
_NOT_AN_ORIGIN = "Give an origin: http:// or https://, a host and, if need be, a port; no path."

_DEFAULT_PORTS = {"http": 80, "https": 443}

# Blanks, control characters and backslashes: browsers and urlsplit repair them, each its own way.
_repaired = re.compile(r"[\s\x00-\x20\x7f\\]")
_host_label = re.compile(r"(?!-)[a-z0-9_-]{1,63}(?<!-)")


def validate_web_url(text: str) -> None:
    """Refuse what is no absolute http or https address of a real host, or carries a password."""
    _web_address(text, _NOT_A_URL)


def validate_sso_url(text: str) -> None:
    """Refuse what is no web address; where SSO_REQUIRES_HTTPS is set, one without TLS too."""
    address = _web_address(text, _NOT_A_URL)
    if settings.SSO_REQUIRES_HTTPS and address.scheme != "https":
        raise ValidationError("Single sign-on needs an https address.")


def normalise_origin(text: str) -> str:
    """Return an origin as browsers send it: scheme, host in ASCII, and any port but the default.

    Raises ValidationError for anything with a path, a query or a user, and for other schemes.
    """
    address = _web_address(text, _NOT_AN_ORIGIN)
    if address.path not in {"", "/"} or any(mark in text for mark in "?#@"):
        raise ValidationError(_NOT_AN_ORIGIN)
    host = _ascii_host(address.hostname)
    port = address.port
    suffix = "" if port in {None, _DEFAULT_PORTS[address.scheme]} else f":{port}"
    origin = f"{address.scheme}://{host}{suffix}"
    if len(origin) > 255:
        raise ValidationError("An origin has at most 255 characters.")
    return origin


def _web_address(text: str, refusal: str) -> SplitResult:
    try:
        address = urlsplit(text)
        sound = (
            not _repaired.search(text)
            and address.scheme in _DEFAULT_PORTS
            and not address.username
            and not address.password
            and address.port != 0
            and not address.netloc.endswith(":")
            and bool(_ascii_host(address.hostname))
        )
    except ValueError:  # a host or port that cannot be read
        sound = False
    if not sound:
        raise ValidationError(refusal)
    return address


def _ascii_host(host: str | None) -> str:
    """Return a host name in the form that browsers send; raises ValueError when it is none."""
    if not host:
        raise ValueError("no host")
    if ":" in host:
        return f"[{IPv6Address(host)}]"
    name = host if host.isascii() else idna.encode(host, uts46=True).decode("ascii")
    labels = name.lower().removesuffix(".").split(".")
    if len(name) > 253 or not all(map(_host_label.fullmatch, labels)):
        raise ValueError("no host name")
    if labels[-1].isdigit():
        try:
            IPv4Address(name)
        except AddressValueError:
            raise ValueError("no address") from None
    return name.lower()
