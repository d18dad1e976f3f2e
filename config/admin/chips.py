"""What a list is narrowed by, one after the other, each with a way to take it back."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.contrib.admin.views.main import SEARCH_VAR
from django.utils.text import capfirst
from django.utils.translation import gettext as _

from config.admin.display import day


@dataclass(frozen=True)
class Chip:
    """A filter that is applied: its name, its value, and the query of the list without it."""

    name: str
    value: str
    without: str


def filter_chips(changelist: Any) -> list[Chip]:
    """Return the filters that are applied to a list, in the order in which they are offered."""
    return [chip for spec in changelist.filter_specs for chip in _of_filter(changelist, spec)]


def search_chips(changelist: Any) -> list[Chip]:
    """Return the search of a list, if there is one."""
    text = changelist.query.strip()
    return [_chip(changelist, SEARCH_VAR, _("Search"), f"“{text}”")] if text else []


def _of_filter(changelist: Any, spec: Any) -> Iterator[Chip]:
    fields = {
        name: field
        for choice in spec.choices(changelist)
        for name, field in choice["form"].fields.items()
    }
    for name, field in fields.items():
        if text := changelist.params.get(name, "").strip():
            # The two fields of a range have labels of their own.
            title = spec.title if len(fields) == 1 else field.label
            yield _chip(changelist, name, capfirst(str(title).strip()), _shown(field, text))


def _chip(changelist: Any, name: str, title: str, value: str) -> Chip:
    return Chip(title, value, changelist.get_query_string({name: None}))


def _shown(field: Any, text: str) -> str:
    """Return a value as the form of the filter calls it, and a day as people read it."""
    titles = {str(key): str(title) for key, title in getattr(field, "choices", ())}
    if text in titles:
        return titles[text]
    try:
        return day(date.fromisoformat(text))
    except ValueError:
        return text
