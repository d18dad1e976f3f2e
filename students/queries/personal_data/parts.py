"""The shape of what a person gets: one part for each table, read row by row (contract §18)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from accounts.models import User

type Record = dict[str, Any]


@dataclass(frozen=True)
class Part:
    """One part of somebody's data: two files with the same records, as JSON and as CSV.

    ``about`` says in plain English what it is. ``columns`` are the keys of a record, and
    ``stored`` tells which columns of which models they come from, by the models' labels. Where a
    key holds a list that deserves lines of its own in the CSV, ``unfolded`` names it, and
    ``inner`` its members.
    """

    name: str
    about: str
    columns: tuple[str, ...]
    stored: Mapping[str, tuple[str, ...]]
    read: Callable[[User], Iterable[Record]]
    unfolded: str | None = None
    inner: tuple[str, ...] = field(default=())

    @property
    def header(self) -> tuple[str, ...]:
        """The first line of the CSV."""
        return (*(name for name in self.columns if name != self.unfolded), *self.inner)

    def lines_of(self, record: Record) -> Iterable[list[Any]]:
        """Yield the lines that a record is in the CSV; an empty list is one line as well."""
        cells = [record[name] for name in self.columns if name != self.unfolded]
        members = record[self.unfolded] if self.unfolded else None
        for member in members or [{}]:
            yield cells + [member.get(name) for name in self.inner]


def plain(*names: str) -> Callable[[Any], Record]:
    """Return a reader of rows whose records are these columns, as they are."""

    def record(row: Any) -> Record:
        return {name: getattr(row, name) for name in names}

    return record


def who(actor_id: str | None, person: User) -> str:
    """Return who did something, without the names of other people."""
    if actor_id is None:
        return "the system"
    return "you" if actor_id == person.pk else "staff"
