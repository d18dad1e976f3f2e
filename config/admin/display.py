"""How the operators' panel writes what it shows."""

from datetime import datetime

from django.utils.html import format_html
from django.utils.safestring import SafeString


def moment(value: datetime | None, otherwise: str = "–") -> str:
    """Write a moment as people read it, such as 2 Jan 2026, 09:30 UTC."""
    return f"{value.day} {value:%b %Y, %H:%M} UTC" if value else otherwise


def two_lines(first: str, second: str) -> SafeString:
    """Show a name with what tells it from others beneath it."""
    return format_html(
        '<span class="block">{}</span><span class="block text-subtle font-normal">{}</span>',
        first,
        second,
    )
