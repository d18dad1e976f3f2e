"""The tables of docs/privacy.md that follow from the registry: ``python -m tests.privacy.page``.

Prints them; the page has them as they are printed, which a test holds.
"""

import sys
from collections.abc import Iterator

from config.personal_data import Fate, RegisteredColumns, RegisteredTable
from students.queries.registry import REGISTRY

_GOES = (Fate.DELETED, Fate.EMPTIED, Fate.REPLACED)


def personal_rows() -> Iterator[str]:
    """Yield the table of what holds something about people, column by column."""
    yield "| Table | Holds | Given out | Goes with an erasure | Stays, and why |"
    yield "|---|---|---|---|---|"
    for entry in REGISTRY:
        if entry.is_personal:
            held = str(entry.holds)
            cells = (f"`{entry.model}`", held, _given(entry), _goes(entry), _stays(entry))
            yield f"| {' | '.join(cells)} |"


def impersonal_rows() -> Iterator[str]:
    """Yield the table of what holds nothing about the people who can ask for it."""
    yield "| Table | Holds |"
    yield "|---|---|"
    for entry in REGISTRY:
        if not entry.is_personal:
            yield f"| `{entry.model}` | {entry.holds} |"


def _given(entry: RegisteredTable) -> str:
    return _names(entry.exported) or "–"


def _goes(entry: RegisteredTable) -> str:
    return "; ".join(map(_fate, _groups(entry, *_GOES))) or "–"


def _fate(group: RegisteredColumns) -> str:
    why = f" ({group.why.rstrip('.')})" if group.why else ""
    return f"{_names(group.names)}: {group.fate}{why}"


def _stays(entry: RegisteredTable) -> str:
    groups = _groups(entry, Fate.KEPT, Fate.DERIVED)
    return "; ".join(f"{_names(one.names)}: {one.why.rstrip('.')}" for one in groups) or "–"


def _groups(entry: RegisteredTable, *fates: Fate) -> list[RegisteredColumns]:
    return [group for group in entry.columns if group.fate in fates]


def _names(names: tuple[str, ...] | list[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def main() -> None:
    for rows in (personal_rows(), impersonal_rows()):
        sys.stdout.write("\n".join(rows) + "\n\n")


if __name__ == "__main__":
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "config.settings.local")
    django.setup()
    main()
