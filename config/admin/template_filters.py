"""Filters of all templates, built in: points in time as the admin writes them, and its lists."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.template import Library
from django.template.defaultfilters import capfirst
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from config.admin import display

register = Library()
register.filter("timestamp", display.moment)
# Without a tag: for mails, and inside attributes.
register.filter("timestamp_text", display.timestamp)
register.filter("clock", display.clock)
register.filter("expiry", display.expiry)
register.filter("day", display.day)


@register.filter
def labelled(cells: Iterable[SafeString], headers: list[dict[str, Any]]) -> Iterator[SafeString]:
    """Yield the cells of a row, each with the name of its column.

    On a phone a row is a card: there is no head above it. It stays a row to those who hear it.
    """
    for cell, header in zip(cells, headers, strict=False):
        tag, rest = cell[:3], cell[3:]
        label = "" if "action-toggle" in header["text"] else capfirst(header["text"])
        role = "rowheader" if tag == "<th" else "cell"
        attributes = format_html(' role="{}" data-label="{}"', role, label)
        yield mark_safe(f"{tag}{attributes}{rest}")  # noqa: S308 - a cell of ours, and what is escaped


register.simple_tag(display.place, name="place_of_time")
