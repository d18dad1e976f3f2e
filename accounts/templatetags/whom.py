"""Whom a person may ask: as a link where the university has an address for that."""

from typing import Any
from urllib.parse import quote

from django.template import Library
from django.utils.html import conditional_escape, format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

register = Library()


@register.simple_tag
def mail_to(address: str, style: str = "") -> SafeString:
    """Return an address as a link to write to it."""
    target = quote(address, safe="@")
    if style:
        return format_html('<a href="mailto:{}" style="{}">{}</a>', target, style, address)
    return format_html('<a href="mailto:{}">{}</a>', target, address)


@register.simple_tag(takes_context=True)
def inviter(context: Any) -> SafeString:
    """Return the support's address, or the words for whoever invited the person."""
    return _support(context) or conditional_escape(_("whoever invited you"))


@register.simple_tag(takes_context=True)
def administrator(context: Any) -> SafeString:
    """Return the support's address, or the words for an administrator."""
    return _support(context) or conditional_escape(_("an administrator of your organisation"))


def _support(context: Any) -> SafeString | None:
    address = getattr(context.get("theme"), "support_email", None)
    return mail_to(address) if address else None
