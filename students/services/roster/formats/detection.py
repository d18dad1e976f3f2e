"""The recognition of files as a roster, which can then be read any number of times."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from config.errors import RuleViolation
from students.services.roster.formats import canvas, oneroster, own_export
from students.services.roster.formats.csv_files import inspect
from students.services.roster.formats.layouts import Layout, Table, recognise
from students.services.roster.formats.reader import RosterLine, RosterReader


@dataclass(frozen=True)
class NamedFile:
    """A binary file that can be read from its beginning more than once, with its name."""

    file: BinaryIO
    name: str

    def recognise(self, *layouts: Layout) -> Table:
        return recognise(inspect(self.file, self.name), layouts)


@dataclass(frozen=True)
class Roster:
    """A university's list of its students; ``notes`` are remarks for the person who imports it."""

    reader: RosterReader
    notes: tuple[str, ...] = ()

    @property
    def tables(self) -> list[Table]:
        return [table for table in (self.reader.table, self.reader.beside) if table]

    @property
    def name(self) -> str:
        return self.reader.table.file.name

    @property
    def format(self) -> str:
        return self.reader.table.layout.name

    @property
    def sha256(self) -> str:
        return self.reader.table.file.sha256

    @property
    def lines(self) -> int:
        """The number of lines in the file of people, which is about the number of people."""
        return self.reader.table.file.lines

    def read(self) -> Iterator[RosterLine]:
        return self.reader.read()


def open_roster(
    people: NamedFile, *, enrolments: NamedFile | None = None, roles: NamedFile | None = None
) -> Roster:
    """Recognise a roster by its header (see the package for the formats).

    Raises RuleViolation when a file is of none of the formats, cannot be read, or does not belong
    to the other.
    """
    table = people.recognise(own_export.LAYOUT, canvas.USERS, oneroster.USERS)
    if enrolments and table.layout is not canvas.USERS:
        raise RuleViolation(f"{people.name} is not Canvas': no enrollments.csv belongs to it.")
    if roles and table.layout is not oneroster.USERS:
        raise RuleViolation(f"{people.name} is not OneRoster's: no roles.csv belongs to it.")
    if table.layout is canvas.USERS:
        beside = enrolments.recognise(canvas.ENROLMENTS) if enrolments else None
        told = beside or "declared_user_type" in table.columns
        return Roster(canvas.Canvas(table, beside), _notes("enrollments.csv", told))
    if table.layout is oneroster.USERS:
        beside = roles.recognise(oneroster.ROLES) if roles else None
        return Roster(
            oneroster.OneRoster(table, beside),
            _notes("roles.csv", beside or "role" in table.columns),
        )
    return Roster(own_export.OwnExport(table))


def open_pair(people: NamedFile, companion: NamedFile | None) -> Roster:
    """Recognise a roster whose second file is of unknown kind; raises like ``open_roster``."""
    if companion is None:
        return open_roster(people)
    layout = people.recognise(own_export.LAYOUT, canvas.USERS, oneroster.USERS).layout
    if layout is oneroster.USERS:
        return open_roster(people, roles=companion)
    return open_roster(people, enrolments=companion)


def _notes(companion: str, told: object) -> tuple[str, ...]:
    note = (
        f"Without {companion} nobody can tell students from staff: everybody in the file is taken "
        "for a student."
    )
    return () if told else (note,)
