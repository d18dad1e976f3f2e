"""E-mail addresses: which are taken, how they are kept, and which belong to one person.

Domains are kept in ASCII, as mail servers and certificates have them; what stands before the @ as
it was typed, its letters composed. Every door asks these functions, so that one person has one
address. Rows from before have other spellings, by which they are found as well.
"""

import re
import unicodedata
from functools import lru_cache
from itertools import product

import idna
from django.core.exceptions import ValidationError
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from config import smtputf8
from config.hosts import normalise_domain
from config.text import one_line

LONGEST_ADDRESS = 254
# Octets of what stands before the @ (RFC 5321).
LONGEST_LOCAL_PART = 64

NO_ADDRESS = _("Enter a valid email address.")
NO_DOMAIN = _(
    "Give an e-mail address at a domain with a dot, such as ada@state.edu: mails to a single name"
    " or to a number do not arrive."
)
TOO_LONG = format_lazy(
    _("Ensure this field has no more than {longest} characters."), longest=LONGEST_ADDRESS
)
LONG_LOCAL_PART = format_lazy(
    _(
        "What stands before the @ takes {most} bytes at most; a letter beyond ASCII takes two to"
        " four."
    ),
    most=LONGEST_LOCAL_PART,
)
NO_SMTPUTF8 = _(
    "The mail server takes no letters beyond ASCII before the @ (it does not offer SMTPUTF8). Give"
    " another address of the person."
)
SMTPUTF8_UNKNOWN = _(
    "The mail server cannot be asked at the moment whether it takes letters beyond ASCII before the"
    " @ (SMTPUTF8). Try again in a minute, or give another address of the person."
)

# RFC 5322 and RFC 6531: words with dots between them, or a text between quotes.
_WORD = r"[-!#$%&'*+/=?^_`{}|~0-9A-Za-z\x80-\U0010ffff]+"
_LOCAL_PART = rf"""\A(?:{_WORD}(?:\.{_WORD})*|"(?:[ !#-\[\]-~]|\\[ -~])+\")\Z"""

_local_part = re.compile(_LOCAL_PART)


def new_address(text: str) -> str:
    """Return an address that mails can be sent to, as it is kept.

    Raises ValidationError with what is wrong with it; also when the mail server cannot write to it.
    """
    address = normalise_address(text)
    if not address.isascii():
        match smtputf8.answer():
            case smtputf8.Offer.NO:
                raise ValidationError(NO_SMTPUTF8)
            case smtputf8.Offer.UNKNOWN:
                raise ValidationError(SMTPUTF8_UNKNOWN)
    return address


def normalise_address(text: str) -> str:
    """Return an address as it is kept; raises ValidationError when it is none."""
    local_part, _, domain = one_line(text).rpartition("@")
    if not domain or not _local_part.fullmatch(local_part):
        raise ValidationError(NO_ADDRESS, code="invalid")
    if len(text.strip()) > LONGEST_ADDRESS:
        raise ValidationError(TOO_LONG)
    if len(local_part.encode()) > LONGEST_LOCAL_PART:
        raise ValidationError(LONG_LOCAL_PART)
    address = f"{local_part}@{_ascii(domain)}"
    if len(address) > LONGEST_ADDRESS:
        raise ValidationError(TOO_LONG)
    return address


def canonical(text: str) -> str:
    """Return an address as it is kept; of a text that is none, only the blanks at its ends go."""
    try:
        return normalise_address(text)
    except ValidationError:
        return text.strip()


def spellings(text: str) -> list[str]:
    """Return the ways in which the address may be stored, the likeliest first; cases aside."""
    kept = canonical(text)
    local_part, _, domain = kept.rpartition("@")
    local_parts = [unicodedata.normalize(form, local_part) for form in ("NFC", "NFD")]
    domains = [domain, *_unicode(domain)]
    pairs = product(dict.fromkeys(local_parts), dict.fromkeys(domains))
    written = [f"{local_part}@{domain}" if domain else kept for local_part, domain in pairs]
    return list(dict.fromkeys([kept, *written]))


def same_address(one: str, other: str) -> bool:
    """Return whether two texts are one person's address.

    Letters that merely look alike, such as a dotless i or the Kelvin sign, are not the same.
    """
    (local_part, _, domain), (other_local, _, other_domain) = (
        text.strip().rpartition("@") for text in (one, other)
    )
    return _same_domain(domain, other_domain) and same_name(local_part, other_local)


def same_name(one: str, other: str) -> bool:
    """Return whether two names are the same, ignoring case."""
    return one.isascii() == other.isascii() and _folded(one) == _folded(other)


def _folded(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def _same_domain(one: str, other: str) -> bool:
    try:
        return _ascii(one) == _ascii(other)
    except ValidationError:
        return same_name(one, other)


@lru_cache(maxsize=1024)
def _ascii(domain: str) -> str:
    # A dot at the end is a domain's, and none of an address.
    if domain.endswith(".") or domain.startswith("["):
        raise ValidationError(NO_DOMAIN)
    try:
        return normalise_domain(domain)
    except ValidationError:
        raise ValidationError(NO_DOMAIN) from None


def _unicode(domain: str) -> list[str]:
    """Return a domain's spellings beyond ASCII, if it has some."""
    if "xn--" not in domain:
        return []
    try:
        name = idna.decode(domain)
    except ValueError:
        return []
    return [unicodedata.normalize(form, name) for form in ("NFC", "NFD")]
