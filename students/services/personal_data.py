"""Everything about one person as a file, for that person (contract §18)."""

from collections.abc import Iterator
from functools import partial
from shutil import copyfileobj
from tempfile import TemporaryFile
from textwrap import fill
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_lazy

from accounts.models import LegacyRole, User, is_erased
from config.errors import NotFound
from config.exports import BYTE_ORDER_MARK, closed_on_failure, dated, written_whole
from config.lines import csv_line, json_text
from students.queries.personal_data import PARTS, Part
from tenants.models import EventType, Tenant
from tenants.services import audit
from tenants.services.exports import on_record

_NO_ROOM = gettext_lazy("There is no room for the file at the moment.")
_WIDTH = 78


def student_ever(tenant: Tenant, user_id: str) -> User:
    """Return a student by id, also one whose account was deleted; raises NotFound.

    Who was deleted still has a right to what is held about them. Who was erased is nobody any more.
    """
    students = User.objects.for_tenant(tenant).filter(legacy_role=LegacyRole.STUDENT)
    student = students.select_related("role", "tenant").filter(pk=user_id).first()
    if student is None or is_erased(student):
        raise NotFound
    return student


def file_name(person: User) -> str:
    """Return a name for the file; it contains an id, since names and addresses get around."""
    return dated(f"personal_data_{person.pk}", "zip")


def give_personal_data(*, actor: User | None, person: User) -> IO[bytes]:
    """Return a ZIP with all that is held about a person, as an open file without a name.

    It is written as a whole, and recorded, before anybody gets a byte of it: nothing of it is held
    in memory. Raises Unavailable when the disk is full.
    """
    event_type, tenant = EventType.PERSONAL_DATA_EXPORTED, person.tenant
    with on_record(event_type, actor=actor, tenant=tenant, kind="zip"):
        file, rows = written_whole(partial(_write, person=person), "Personal data", _NO_ROOM)
    with closed_on_failure(file), transaction.atomic():
        audit.record(
            event_type, actor=actor, tenant=tenant, target_id=person.pk, rows=rows, format="zip"
        )
    return file


def _write(file: IO[bytes], person: User) -> int:
    rows = 0
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("README.txt", _read_me(person))
        for part in PARTS:
            rows += _write_part(archive, part, person)
    return rows


def _write_part(archive: ZipFile, part: Part, person: User) -> int:
    """Write the records of a part to its two files, read once; return how many there are."""
    rows = 0
    with TemporaryFile() as table:
        table.write(BYTE_ORDER_MARK + csv_line(part.header))
        # A long list may take more than a ZIP of the former kind has room for.
        with archive.open(f"{part.name}.json", "w", force_zip64=True) as document:
            for record in part.read(person):
                document.write((b",\n" if rows else b"[\n") + json_text(record))
                table.writelines(map(csv_line, part.lines_of(record)))
                rows += 1
            document.write(b"\n]\n" if rows else b"[]\n")
        table.seek(0)
        with archive.open(f"{part.name}.csv", "w", force_zip64=True) as copy:
            copyfileobj(table, copy)
    return rows


def _read_me(person: User) -> str:
    return "\n".join(_paragraphs(person))


def _paragraphs(person: User) -> Iterator[str]:
    yield f"What {person.tenant.name} holds about {person.display_name} in the Command Center"
    yield f"As of {timezone.now():%d %B %Y, %H:%M} UTC\n"
    yield fill(
        "You have a right to these data (GDPR, articles 15 and 20; Nigeria Data Protection Act"
        " 2023, sections 34 and 38). Each list is here twice, with the same content: as .csv, which"
        " opens in any spreadsheet, and as .json, for programs. A list without lines means that"
        " nothing of that kind is held. Times are in UTC.",
        _WIDTH,
    )
    yield ""
    for part in PARTS:
        yield f"{part.name}.csv, {part.name}.json"
        yield fill(part.about, _WIDTH, initial_indent="    ", subsequent_indent="    ")
    yield ""
    yield fill(
        "What is not here: passwords and other secrets, which nobody can read; and who of the staff"
        " did something, since their names and addresses are their own personal data. It says"
        " “staff” instead. In the .csv files, an apostrophe stands before texts that a spreadsheet"
        " would take for a formula.",
        _WIDTH,
    )
    yield ""
    yield fill(
        "Is something wrong, or do you want it to be erased? Ask your university, which is"
        " responsible for these data.",
        _WIDTH,
    )
    yield ""
