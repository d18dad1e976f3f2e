"""What the apps above know of ids in the trail: names, people, and the rows about them.

Each app adds what it knows when it starts; this app, the lowest one, asks without knowing whom.
"""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from config.permissions import Viewer


@dataclass(frozen=True)
class NamedRow:
    """A row by its name today, and the model whose page in the admin shows it, if one does."""

    name: str
    model: str | None = None


type Names = Callable[[str, Collection[str]], Mapping[str, NamedRow]]
"""(tenant's id, ids) → those that are known; one statement."""

type Finder = Callable[[str, str, int], Iterable[str]]
"""(tenant's id, part of a name or an address, the most to find) → ids of people."""

type RowsOf = Callable[[str, Collection[str]], QuerySet[Any]]
"""(tenant's id, ids of people) → the ids of rows that are about them."""

names: dict[str, Names] = {}
finders: list[Finder] = []
rows_about_people: list[tuple[str, RowsOf]] = []
"""Each with the flag that shows such rows."""


def resolve(
    tenant_id: str, wanted: Mapping[str, Collection[str]]
) -> dict[tuple[str, str], NamedRow]:
    """Return what is known of ids by their kind: one statement for each kind that is wanted."""
    return {
        (kind, pk): known
        for kind, ids in wanted.items()
        if ids and kind in names
        for pk, known in names[kind](tenant_id, ids).items()
    }


def rows_seen_by(viewer: Viewer | None) -> list[RowsOf]:
    """Return the finders of rows that a person may see; without one, all."""
    return [rows for needs, rows in rows_about_people if viewer is None or viewer.has_flag(needs)]


def people_called(tenant_id: str, text: str, most: int) -> list[str]:
    """Return the ids of people whose name or address contains a text, at most ``most + 1``."""
    found = {pk for find in finders for pk in find(tenant_id, text, most + 1)}
    return sorted(found)[: most + 1]
