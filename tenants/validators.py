"""The rules for single values and single rows of this app."""

import re
from urllib.parse import SplitResult, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from config.hosts import ascii_host
from config.searching import in_ascii

# Python and PostgreSQL read these alike; "$" would let a line break through in Python.
SLUG_PATTERN = r"\A[a-z0-9-]+\Z"
COLOUR_PATTERN = r"\A#[0-9A-Fa-f]{6}\Z"

validate_slug = RegexValidator(SLUG_PATTERN, _("Use lower-case letters, digits and hyphens only."))
validate_colour = RegexValidator(COLOUR_PATTERN, _("Write colours as #RRGGBB."))
# Names of elements in XML, of LDAP attributes, and URNs and addresses that stand for them.
validate_attribute_name = RegexValidator(
    r"\A[A-Za-z0-9_.:/@#-]+\Z",
    _("Give the name of one attribute as the CAS server writes it, such as mail: no blanks."),
)

_NOT_A_URL = _("Give a web address: https://, a host, and what follows it.")
_NOT_AN_ORIGIN = _("Give an origin: http:// or https://, a host and, if need be, a port; no path.")

_DEFAULT_PORTS = {"http": 80, "https": 443}

# Blanks, control characters and backslashes: browsers and urlsplit repair them, each its own way.
_repaired = re.compile(r"[\s\x00-\x20\x7f\\]")
# No user, no zone of an IPv6 address, no empty port, and nothing behind a bracket.
_authority = re.compile(r"(\[[0-9A-Fa-f:.]+\]|[^\[\]@:]+)(?::([0-9]{1,5}))?")


def validate_web_url(text: str) -> None:
    """Refuse anything but an absolute http or https address of a real host without a password."""
    _web_address(text, _NOT_A_URL)


def validate_logo_url(text: str) -> None:
    """Refuse anything but a web address with TLS, or one of this server.

    Our pages' content policy loads no other.
    """
    address = _web_address(text, _NOT_A_URL)[0]
    if address.scheme != "https" and not text.startswith(f"{settings.PUBLIC_URL}/"):
        raise ValidationError(
            _("Give an https address: browsers show no logo of another kind on our pages.")
        )


def validate_sso_url(text: str) -> None:
    """Refuse anything but a web address; where SSO_REQUIRES_HTTPS is set, also one without TLS."""
    address = _web_address(text, _NOT_A_URL)[0]
    if settings.SSO_REQUIRES_HTTPS and address.scheme != "https":
        raise ValidationError(_("Single sign-on needs an https address."))


def as_in_domains(text: str) -> str:
    """Return part of a host name as domains are stored; any other text as it is."""
    try:
        return in_ascii(text)
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
        raise ValidationError(_("An origin has at most 255 characters."))
    return origin


def _web_address(text: str, refusal: str | Promise) -> tuple[SplitResult, str]:
    """Return the parts of a web address, and its host with any port but the default."""
    try:
        address = urlsplit(text)
        authority = _authority.fullmatch(address.netloc)
        if _repaired.search(text) or address.scheme not in _DEFAULT_PORTS or not authority:
            raise ValidationError(refusal)
        host = ascii_host(authority[1])
    except ValueError:  # brackets, a host or an address that cannot be read
        raise ValidationError(refusal) from None
    default = _DEFAULT_PORTS[address.scheme]
    port = int(authority[2] or default)
    if not 0 < port < 65536:
        raise ValidationError(refusal)
    return address, host if port == default else f"{host}:{port}"
