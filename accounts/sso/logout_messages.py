"""The ways in which a CAS server says that somebody has signed out there.

Over the back channel it posts a form, or the document itself; over the front channel the person's
browser asks for an address that holds the document, mostly deflated and in base64.
"""

import base64
import binascii
import zlib
from codecs import BOM_UTF8
from typing import BinaryIO
from urllib.parse import parse_qs

from django.http import HttpRequest, QueryDict, UnreadablePostError

from accounts.sso.faults import CASFault

# Their names of the document; the second is that of Apereo's first front channel.
PARAMETERS = ("logoutRequest", "SAMLRequest")

# Bytes of the longest message, packed and unpacked: with the longest ticket they have 4,000.
_LONGEST = 16 * 1024

_FORM = "application/x-www-form-urlencoded"
_DOCUMENTS = ("", _FORM, "text/xml", "application/xml", "text/plain", "application/octet-stream")

# zlib's window bits: with a header of zlib or gzip, which it finds out, and without.
_WITH_HEADER, _RAW = 47, -15


def posted(request: HttpRequest) -> bytes:
    """Return the document in a request's body; raises CASFault when there is none, or too long."""
    kind = request.content_type or ""
    if kind not in _DOCUMENTS and not kind.endswith("+xml"):
        raise CASFault("It is neither a form nor XML.")
    body = _body(request).removeprefix(BOM_UTF8).strip()
    if body.startswith(b"<"):
        return body
    try:
        fields = parse_qs(body.decode(), max_num_fields=100)
    except ValueError:  # not UTF-8, or too many fields
        raise CASFault("It is no form that can be read.") from None
    return _document({name: fields[name] for name in PARAMETERS if name in fields})


def _body(request: HttpRequest) -> bytes:
    """Return a request's whole body; raises CASFault when it is too long, or breaks off."""
    length = request.META.get("CONTENT_LENGTH") or ""
    try:
        if not length and request.META.get("wsgi.input_terminated"):
            body = _in_chunks(request.META["wsgi.input"])
        elif length.isdecimal() and len(length) < 10 and int(length) <= _LONGEST:
            body = request.body
        else:
            raise CASFault("It is too long, or does not say how long it is.")
    except (OSError, UnreadablePostError):
        raise CASFault("It broke off.") from None
    if len(body) > _LONGEST:
        raise CASFault("It is too long, or does not say how long it is.")
    return body


def _in_chunks(stream: BinaryIO) -> bytes:
    """Return a body without a length, up to one byte too many; Django takes it for an empty one."""
    body = bytearray()
    while len(body) <= _LONGEST and (piece := stream.read(_LONGEST + 1 - len(body))):
        body += piece
    return bytes(body)


def asks(query: QueryDict) -> bool:
    """Return whether an address holds a logout request."""
    return any(name in query for name in PARAMETERS)


def asked(query: QueryDict) -> bytes:
    """Return the document in an address; raises CASFault when it cannot be read."""
    return _document({name: query.getlist(name) for name in PARAMETERS if name in query})


def _document(given: dict[str, list[str]]) -> bytes:
    values = [value for values in given.values() for value in values]
    if len(values) != 1 or len(values[0]) > _LONGEST:
        raise CASFault("It holds no document, or several, or too long a one.")
    text = values[0].strip()
    if text.startswith("<"):
        return text.encode(errors="replace")
    unpacked = _unpacked(text)
    return unpacked if unpacked.lstrip().startswith(b"<") else _inflated(unpacked)


def _unpacked(text: str) -> bytes:
    # What was not encoded for an address comes with blanks in place of +.
    text = "".join(text.replace(" ", "+").translate(str.maketrans("-_", "+/")).split())
    try:
        return base64.b64decode(text + "=" * (-len(text) % 4), validate=True)
    except (binascii.Error, ValueError):
        raise CASFault("It is neither XML nor base64.") from None


def _inflated(packed: bytes) -> bytes:
    """Return what was deflated; raises CASFault when it was not, or is longer than a message."""
    for window in (_WITH_HEADER, _RAW):
        inflater = zlib.decompressobj(window)
        try:
            unpacked = inflater.decompress(packed, _LONGEST)
        except zlib.error:
            continue
        if inflater.eof:
            return unpacked
    raise CASFault("It was not deflated, or is too long.")
