"""QR codes, drawn as SVG within the page: no other address is asked for one."""

import segno
from django import template
from django.utils.safestring import SafeString, mark_safe

register = template.Library()


@register.filter
def qr_code(text: str) -> SafeString:
    """Return the QR code of a text as an SVG element, black on white in the dark, too."""
    code = segno.make_qr(text, error="m")
    return mark_safe(code.svg_inline(scale=4, dark="#000", light="#fff"))  # noqa: S308 - drawn here
