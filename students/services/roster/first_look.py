"""What is understood of an uploaded roster before anything is planned."""

from io import BytesIO
from typing import Any

from students.models import RosterImport
from students.services.roster.formats.archives import open_archive
from students.services.roster.formats.detection import NamedFile, Roster, open_pair

# Bytes of an unpacked ZIP file or workbook up to which it is read while somebody waits; a workbook
# of 100,000 people takes seconds.
_AT_ONCE = 2 << 20


def opened(row: RosterImport) -> Roster:
    """Return the roster of an upload whose files are there still."""
    people = NamedFile(BytesIO(row.people_content or b""), row.file_name, row.encoding)
    if row.companion_content is None:
        return open_pair(people, None)
    companion = NamedFile(BytesIO(row.companion_content), row.companion_name, row.encoding)
    return open_pair(people, companion)


def first_look(people: NamedFile, companion: NamedFile | None = None) -> dict[str, Any]:
    """Return what is understood of an upload; nothing where that takes longer than a request may.

    Raises RuleViolation for files that are no roster, as far as it was looked into them.
    """
    files = [file for file in (people, companion) if file]
    if sum(map(_unpacked, files)) > _AT_ONCE:
        return {}
    return introduced(open_pair(people, companion))


def introduced(roster: Roster) -> dict[str, Any]:
    """Return what was understood of a roster, and what there is to be said about it."""
    return {
        "tables": [table.description for table in roster.tables],
        "understood": [understood.as_json for understood in roster.understood],
        "notes": [*roster.notes, *roster.remarks],
    }


def _unpacked(file: NamedFile) -> int:
    """Return the size of what has to be unpacked: a text file takes a moment only."""
    if not file.is_zip:
        return 0
    return sum(info.file_size for info in open_archive(file.file, file.name).infos)
