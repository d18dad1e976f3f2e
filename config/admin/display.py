"""The formats in which the admin shows values."""

from datetime import datetime

from django.utils.html import format_html
from django.utils.safestring import SafeString


def timestamp(value: datetime | None, otherwise: str = "–") -> str:
    """Write a timestamp as people read it, such as 2 Jan 2026, 09:30 UTC."""
    return f"{value.day} {value:%b %Y, %H:%M} UTC" if value else otherwise


def day_and_time(value: datetime | None, otherwise: str = "–") -> SafeString | str:
    """Write a timestamp in the narrow column of a list."""
    if value is None:
        return otherwise
    return format_html(
        '<span class="block whitespace-nowrap">{}</span>'
        '<span class="block text-subtle whitespace-nowrap">{}</span>',
        f"{value.day} {value:%b %Y}",
        f"{value:%H:%M} UTC",
    )


def two_lines(first: str, second: str) -> SafeString:
    """Return a name, and beneath it the text that distinguishes it from others."""
    return format_html(
        '<span class="block">{}</span><span class="block text-subtle font-normal">{}</span>',
        first,
        second,
    )
