"""The recognition of files as a roster, which can then be read any number of times."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from django.utils.translation import gettext as _

from config.errors import RuleViolation
from students.services.roster.formats import blackboard, canvas, moodle, oneroster, own_export
from students.services.roster.formats.archives import open_archive
from students.services.roster.formats.bundles import open_bundle
from students.services.roster.formats.contents import Content
from students.services.roster.formats.csv_files import inspect
from students.services.roster.formats.kinds import is_zip
from students.services.roster.formats.layouts import Layout, Table, recognise
from students.services.roster.formats.reader import RosterLine, RosterReader
from students.services.roster.formats.sheets import Sheet, is_workbook, read_sheet
from students.services.roster.formats.table_files import TableFile
from students.services.roster.formats.understood import Understood

PEOPLE = (own_export.LAYOUT, canvas.USERS, oneroster.USERS, moodle.USERS, blackboard.PEOPLE)


@dataclass(frozen=True)
class NamedFile:
    """A binary file that can be read from its beginning more than once, with its name.

    ``encoding`` is the one that somebody named, by Python's name for it.
    """

    file: BinaryIO
    name: str
    encoding: str = ""

    @property
    def is_zip(self) -> bool:
        return is_zip(Content(self.file).beginning())

    def recognise(self, *layouts: Layout) -> Table:
        return recognise(self._table_file(), layouts)

    def _table_file(self) -> TableFile:
        content = Content(self.file)
        if not self.is_zip:
            return inspect(content, self.name, self.encoding)
        archive = open_archive(self.file, self.name)
        if is_workbook(archive):
            return read_sheet(content, archive)
        raise RuleViolation(
            _("%(name)s is a ZIP file, which is sent by itself.") % {"name": self.name}
        )


@dataclass(frozen=True)
class Roster:
    """A university's list of its students; ``notes`` are remarks for the person who imports it."""

    reader: RosterReader
    notes: tuple[str, ...] = ()
    is_delta: bool = False  # who is not in it has not changed

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

    @property
    def understood(self) -> list[Understood]:
        return [Understood.of(table) for table in self.tables]

    @property
    def remarks(self) -> list[str]:
        """What the last reading found, in sentences."""
        skipped = [
            f"Skipped: {count:,} {'line' if count == 1 else 'lines'}, {reason}."
            for reason, count in sorted(self.reader.skipped.items())
        ]
        join = self.reader.join
        strangers = [join.remark] if join and join.remark else []
        return [*strangers, *self.reader.remarks, *skipped]

    @property
    def refusal(self) -> str | None:
        """Why the last reading found that the files do not belong together, or None."""
        return self.reader.join.refusal if self.reader.join else None

    def read(self) -> Iterator[RosterLine]:
        return self.reader.read()


def open_roster(
    people: NamedFile, *, enrolments: NamedFile | None = None, roles: NamedFile | None = None
) -> Roster:
    """Recognise a roster by its header (see the package for the formats).

    Raises RuleViolation when a file is of none of the formats, cannot be read, or does not belong
    to the other.
    """
    if people.is_zip and (bundle := _bundle(people)):
        if enrolments or roles:
            raise RuleViolation(
                _("%(name)s is a ZIP file, which is sent by itself.") % {"name": people.name}
            )
        return bundle
    return _beside(people.recognise(*PEOPLE), people.name, enrolments, roles)


def open_pair(people: NamedFile, companion: NamedFile | None) -> Roster:
    """Recognise a roster whose second file is of unknown kind; raises like ``open_roster``."""
    if companion is None or (people.is_zip and not _is_workbook(people)):
        return open_roster(people, enrolments=companion)
    table = people.recognise(*PEOPLE)
    if table.layout is oneroster.USERS:
        return _beside(table, people.name, None, companion)
    return _beside(table, people.name, companion, None)


def _beside(
    table: Table, name: str, enrolments: NamedFile | None, roles: NamedFile | None
) -> Roster:
    if enrolments and table.layout is not canvas.USERS:
        raise RuleViolation(
            _("%(name)s is not Canvas': no enrollments.csv belongs to it.") % {"name": name}
        )
    if roles and table.layout is not oneroster.USERS:
        raise RuleViolation(
            _("%(name)s is not OneRoster's: no roles.csv belongs to it.") % {"name": name}
        )
    beside = None
    if enrolments:
        beside = enrolments.recognise(canvas.ENROLMENTS)
    elif roles:
        beside = roles.recognise(oneroster.ROLES)
    return _roster(table, beside)


def _is_workbook(file: NamedFile) -> bool:
    return is_workbook(open_archive(file.file, file.name))


def _bundle(file: NamedFile) -> Roster | None:
    """Return the roster of a ZIP file that is no workbook."""
    archive = open_archive(file.file, file.name)
    if is_workbook(archive):
        return None
    bundle = open_bundle(archive, PEOPLE, file.encoding)
    notes = [f"Not read: {', '.join(bundle.others[:20])}."] if bundle.others else []
    if bundle.is_delta:
        notes.append("This is a delta: people who are not in it stay as they are.")
    return _roster(bundle.people, bundle.beside, notes, is_delta=bundle.is_delta)


def _roster(
    table: Table, beside: Table | None, notes: list[str] | None = None, *, is_delta: bool = False
) -> Roster:
    reader: RosterReader
    told: object = True
    companion = ""
    if table.layout is canvas.USERS:
        reader = canvas.Canvas(table, beside)
        companion, told = "enrollments.csv", beside or table.has("declared_user_type")
    elif table.layout is oneroster.USERS:
        reader = oneroster.OneRoster(table, beside, is_delta=is_delta)
        companion, told = "roles.csv", beside or table.has("role")
    elif table.layout is moodle.USERS:
        reader = moodle.Moodle(table)
    elif table.layout is blackboard.PEOPLE:
        reader = blackboard.Blackboard(table)
        companion, told = "INSTITUTION_ROLE", table.has("institution_role")
    else:
        reader = own_export.OwnExport(table)
    told_notes = (
        *_notes(companion, told),
        *(notes or ()),
        *_number_notes(table),
        *_hidden_notes(table, beside),
    )
    return Roster(reader, told_notes, is_delta)


def _notes(companion: str, told: object) -> tuple[str, ...]:
    note = (
        f"Without {companion} nobody can tell students from staff: everybody in the file is taken "
        "for a student."
    )
    return () if told else (note,)


def _hidden_notes(*tables: Table | None) -> Iterator[str]:
    """Yield a note for each workbook with rows that Excel hides, by a filter or by hand."""
    for table in tables:
        if table and isinstance(table.file, Sheet) and table.file.hidden:
            yield (
                f"{table.file.name} has rows that Excel hides ({table.file.hidden:,}, the first is "
                f"line {table.file.first_hidden}): they were read as well. Delete those that are "
                "not meant."
            )


def _number_notes(table: Table) -> tuple[str, ...]:
    """Return a note where a workbook has ids as numbers: their leading zeros would be lost."""
    column = table.layout.sis_id.casefold()
    if not isinstance(table.file, Sheet) or column not in table.columns.names:
        return ()
    place = table.columns.names.index(column)
    if place not in table.file.numbers:
        return ()
    note = (
        f"The ids in {table.titles[place]} are numbers to Excel (the first in line "
        f"{table.file.numbers[place]}): zeros at their beginning would be lost. See that they "
        "have none, or make the column text."
    )
    return (note,)
