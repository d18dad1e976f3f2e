"""What a CAS server tells of a person, in each of the ways in which servers write it.

CAS 3.0 lists attributes in ``cas:attributes``; RubyCAS and others put them beside ``cas:user``;
some write ``<cas:attribute name="…" value="…"/>`` in either place.
"""

import re
from collections.abc import Iterator

from lxml import etree

from accounts.sso.xml import CAS, LISTS

# The usual names of the attribute with the address, as they are advised.
USUAL_NAMES = ("email", "mail", "emailAddress", "userPrincipalName")

_between_words = re.compile(r"[-_ ]")
# How Apereo's server writes names that are none in XML: the bytes of the name in hexadecimal.
_encoded = re.compile(r"_((?:[0-9a-f]{2})+)")


def values_of(success: etree._Element, name: str = "") -> list[str] | None:
    """Return the values of an attribute, or of all with usual names; None if there is none.

    What has parts is no value; what has no text is an empty one.
    """
    wanted = {_key(name)} if name else _USUAL
    found = [value for told, value in _attributes(success) if _key(told) in wanted]
    return found or None


def _attributes(success: etree._Element) -> Iterator[tuple[str, str]]:
    for part in success:
        name = _local_name(part)
        if name is None or part.tag == f"{CAS}user":
            continue
        for attribute in part if name.endswith(LISTS) else (part,):
            yield from _attribute(attribute)


def _attribute(element: etree._Element) -> Iterator[tuple[str, str]]:
    name = _local_name(element)
    if name is None or len(element):
        return
    if name == "attribute" and "name" in element.attrib:
        yield element.get("name", ""), element.get("value", element.text or "")
    else:
        yield name, element.text or ""


def _local_name(element: etree._Element) -> str | None:
    """Return the name of an element of CAS's namespace or of none; None in others."""
    name = etree.QName(element)
    return name.localname if name.namespace in {CAS[1:-1], None} else None


def _key(name: str) -> str:
    """Return the form in which names are compared: case and marks between words do not count."""
    if encoded := _encoded.fullmatch(name):
        name = bytes.fromhex(encoded[1]).decode(errors="replace")
    return _between_words.sub("", name.strip().removeprefix("cas:")).casefold()


_USUAL = frozenset(
    map(
        _key,
        (
            *USUAL_NAMES,
            "urn:oid:0.9.2342.19200300.100.1.3",
            "urn:mace:dir:attribute-def:mail",
            "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/emailaddress",
        ),
    )
)
