"""The shape of the registry of personal data: what each column holds, and what becomes of it.

Each app declares its tables in ``APP/personal_data.py``; ``students.queries.registry`` puts them
together. A test fails for a column that is missing there, and docs/privacy.md shows the whole.
"""

from dataclasses import dataclass
from enum import StrEnum

from django_stubs_ext import StrOrPromise


class Fate(StrEnum):
    """The fate of a cell when the person whom its row is about is erased (contract §18)."""

    DELETED = "deleted with its row"
    EMPTIED = "emptied"
    REPLACED = "replaced by the pseudonym"
    DERIVED = "follows what it is derived from"
    KEPT = "kept"
    IMPERSONAL = "about nobody"
    """It holds nothing about the person, or nothing that the tenant's people put there."""


@dataclass(frozen=True)
class RegisteredColumns:
    """Some columns of a table that are treated alike: their names, and why.

    ``exported`` means that the person gets their content as a file (``personal-data``).
    """

    names: tuple[str, ...]
    fate: Fate
    why: str
    exported: bool


@dataclass(frozen=True)
class RegisteredTable:
    """One table: the label of its model, whom it is about, and all of its columns."""

    model: str
    holds: StrOrPromise
    columns: tuple[RegisteredColumns, ...]

    @property
    def is_personal(self) -> bool:
        """Return whether any of its columns holds something about a person."""
        return any(group.fate is not Fate.IMPERSONAL for group in self.columns)

    def column(self, name: str) -> RegisteredColumns:
        """Return the group that a column is in; raises KeyError for one that is in none."""
        for group in self.columns:
            if name in group.names:
                return group
        raise KeyError(f"{self.model}.{name}")

    @property
    def exported(self) -> list[str]:
        """The columns whose content the person gets."""
        return [name for group in self.columns if group.exported for name in group.names]


def table(model: str, holds: StrOrPromise, *columns: RegisteredColumns) -> RegisteredTable:
    return RegisteredTable(model, holds, columns)


def impersonal(model: str, holds: StrOrPromise, names: str) -> RegisteredTable:
    """Return a table that holds nothing about the people whose data are given out or erased."""
    return RegisteredTable(
        model, holds, (RegisteredColumns(tuple(names.split()), Fate.IMPERSONAL, "", False),)
    )


def deleted(names: str, why: str = "", *, exported: bool = False) -> RegisteredColumns:
    return RegisteredColumns(tuple(names.split()), Fate.DELETED, why, exported)


def emptied(names: str, why: str = "", *, exported: bool = False) -> RegisteredColumns:
    return RegisteredColumns(tuple(names.split()), Fate.EMPTIED, why, exported)


def replaced(names: str, why: str = "", *, exported: bool = False) -> RegisteredColumns:
    return RegisteredColumns(tuple(names.split()), Fate.REPLACED, why, exported)


def derived(names: str, why: str = "", *, exported: bool = False) -> RegisteredColumns:
    return RegisteredColumns(tuple(names.split()), Fate.DERIVED, why, exported)


def kept(names: str, why: str, *, exported: bool = False) -> RegisteredColumns:
    return RegisteredColumns(tuple(names.split()), Fate.KEPT, why, exported)
