"""The reading of XML from outside, made harmless first."""

import re
from codecs import BOM_UTF8

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from lxml import etree

from accounts.sso.faults import CASFault, TicketRefused

CAS = "{http://www.yale.edu/tp/cas}"
SAMLP = "{urn:oasis:names:tc:SAML:2.0:protocol}"

# The ends of the names of lists of attributes.
LISTS = ("attributes", "norEduPerson")

_declared = re.compile(rb"""<\?xml [^>]{0,60}encoding=["']([A-Za-z0-9-]{1,20})["']""")
_OF_SINGLE_BYTES = {b"iso-8859-1", b"iso-8859-15", b"windows-1252"}

_ADVICE = gettext_lazy(
    "Check that server_url leads to a CAS server that speaks CAS 3.0 (p3/serviceValidate)."
)


def harmless(document: bytes) -> etree._Element:
    """Return the root of a document without a DTD, comments and instructions; or raise CASFault.

    Without a DTD there are no entities, so nothing expands and nothing is fetched.
    """
    text = _text(document)
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise CASFault(_("The answer brings a document type along."), _ADVICE)
    # Parsed in the encoding in which it was searched, whatever the document declares.
    parser = etree.XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(text.encode(), parser)
    except (etree.XMLSyntaxError, ValueError):
        raise CASFault(_("The answer is not XML."), _ADVICE) from None
    if root.getroottree().docinfo.internalDTD is not None:
        raise CASFault(_("The answer brings a document type along."), _ADVICE)
    return root


def _text(document: bytes) -> str:
    """Return a document as text: UTF-8, or what it says of itself, if each byte is a letter there.

    In other encodings, such as UTF-7, letters could hide from the search.
    """
    try:
        return document.decode("utf-8")
    except UnicodeDecodeError:
        declared = _declared.match(document)
        if declared is None or declared[1].lower() not in _OF_SINGLE_BYTES:
            raise CASFault(_("The answer is not UTF-8."), _ADVICE) from None
    return document.decode(declared[1].decode(), errors="replace")


def success(document: bytes) -> etree._Element:
    """Return what a CAS server's answer says of its user, if it confirms exactly one.

    Raises TicketRefused when it refuses the ticket, and CASFault for everything else.
    """
    # Old servers' pages begin with blank lines, where XML allows none.
    document = document.removeprefix(BOM_UTF8).strip()
    _require_no_page(document)
    outcome = _outcome(harmless(document))
    if outcome.tag == f"{CAS}authenticationFailure":
        raise TicketRefused(_code(outcome))
    if outcome.tag != f"{CAS}authenticationSuccess":
        raise CASFault(_("The answer tells neither success nor failure."), _ADVICE)
    # At any depth: whoever writes into an attribute must not become somebody.
    users = list(outcome.iter(f"{CAS}user"))
    if len(users) != 1 or users[0].getparent() is not outcome or len(users[0]):
        raise CASFault(_("The answer does not name exactly one user."), _ADVICE)
    if sum(str(part.tag).endswith(LISTS) for part in outcome) > 1:
        raise CASFault(_("The answer lists attributes twice."), _ADVICE)
    return outcome


def failure_code(document: bytes) -> str | None:
    """Return the code with which an answer refuses a ticket; None if it is no such answer.

    Some servers answer that with a status of its own, RubyCAS for example with 422.
    """
    try:
        outcome = _outcome(harmless(document))
    except CASFault:
        return None
    return _code(outcome) if outcome.tag == f"{CAS}authenticationFailure" else None


def _outcome(root: etree._Element) -> etree._Element:
    if root.tag != f"{CAS}serviceResponse" or len(root) != 1:
        raise CASFault(_("The answer is no cas:serviceResponse with one element in it."), _ADVICE)
    return root[0]


def _code(failure: etree._Element) -> str:
    code = failure.get("code", "").strip()
    return code if code.isascii() and code.isidentifier() and len(code) <= 64 else "unknown"


def _require_no_page(document: bytes) -> None:
    """Raise CASFault, with the reason that leads to the remedy, for what is plainly not XML."""
    beginning = document[:15].lower()
    if beginning.startswith((b"<!doctype html", b"<html")):
        raise CASFault(_("The answer is a web page, not XML."), _ADVICE)
    if beginning.startswith((b"{", b"[")):
        raise CASFault(_("The answer is JSON, not XML."), _("Have the server answer in XML."))


def logout_request(document: bytes) -> bytes:
    """Return a single logout request, written anew; raises CASFault when it is none."""
    root = harmless(document)
    # At any depth: a reader that looks deeper has to find the same one.
    named = list(root.iter(f"{SAMLP}SessionIndex"))
    if root.tag != f"{SAMLP}LogoutRequest" or [one.getparent() for one in named] != [root]:
        raise CASFault("This is no SAML logout request about one session.")
    if len(named[0]):
        raise CASFault("The name of the session is made of parts.")
    return etree.tostring(root, encoding="utf-8")
