"""Rosters that operators upload: they are checked, reviewed, confirmed, and then imported."""

from typing import BinaryIO

from django.db import transaction

from accounts.models import User
from config.db.locks import lock_row
from config.errors import InvalidInput, RuleViolation
from students.models import ImportState, RosterImport
from students.services.events import roster_waits
from students.services.roster.formats.encodings import known_encoding
from students.services.roster.limits import MaxChange
from students.services.roster.upload_runs import finish, introduced, opened
from tenants.models import Tenant

MAX_BYTES = 64 << 20


@transaction.atomic
def upload_roster(
    *,
    actor: User,
    tenant: Tenant,
    people: BinaryIO,
    companion: BinaryIO | None = None,
    encoding: str = "",
    programme: str = "",
    max_change: str = "10%",
    deactivate_missing: bool = False,
    skip_bad_rows: bool = False,
) -> RosterImport:
    """Store a roster and start its check; nothing of it is imported before ``confirm_import``.

    ``people`` and ``companion`` are named files of at most 64 MiB. Raises RuleViolation for files
    that are no roster, and InvalidInput for a bad limit and an unknown encoding.
    """
    _limit(max_change)
    row = RosterImport(
        tenant=tenant,
        file_name=people.name[:255],
        people_content=_content(people),
        companion_name=companion.name[:255] if companion else "",
        companion_content=_content(companion) if companion else None,
        encoding=_encoding(encoding),
        programme=programme,
        max_change=max_change,
        deactivate_missing=deactivate_missing,
        skip_bad_rows=skip_bad_rows,
        created_by_id=actor.pk,
        created_by_name=actor.display_name,
    )
    row.report = introduced(opened(row))
    row.save(force_insert=True)
    roster_waits.send(RosterImport, row=row)
    return row


@transaction.atomic
def confirm_import(*, actor: User, row: RosterImport) -> RosterImport:
    """Start the import of a checked roster; raises RuleViolation when it is in another state."""
    row = _lock(row)
    if row.state != ImportState.CHECKED:
        raise RuleViolation(f"This import is {row.get_state_display()}.")
    row.confirmed_by_id = actor.pk
    row.state, row.refusal, row.heard_of_at = ImportState.IMPORTING, "", None
    row.save(update_fields=["confirmed_by_id", "state", "refusal", "heard_of_at", "updated_at"])
    roster_waits.send(RosterImport, row=row)
    return row


@transaction.atomic
def retry_import(*, actor: User, row: RosterImport) -> RosterImport:
    """Restart an import that the worker did not finish; raises RuleViolation while it goes on."""
    row = _lock(row)
    if not row.is_stuck:
        raise RuleViolation("The worker is at it, or through with it.")
    row.heard_of_at = None
    row.save(update_fields=["heard_of_at", "updated_at"])
    roster_waits.send(RosterImport, row=row)
    return row


@transaction.atomic
def discard_import(*, actor: User | None, row: RosterImport) -> RosterImport:
    """Delete the files of an import that is not wanted; raises RuleViolation while it goes on."""
    row = _lock(row)
    if row.state != ImportState.CHECKED and not row.is_stuck:
        raise RuleViolation(f"This import is {row.get_state_display()}.")
    finish(row, ImportState.DISCARDED)
    return row


def _lock(row: RosterImport) -> RosterImport:
    return lock_row(RosterImport.objects.for_tenant(row.tenant_id), row)


def _content(file: BinaryIO) -> bytes:
    file.seek(0)
    content = file.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        raise RuleViolation(
            f"{file.name} is larger than {MAX_BYTES >> 20} MiB; import it by the command."
        )
    return content


def _encoding(name: str) -> str:
    try:
        return known_encoding(name)
    except ValueError as error:
        raise InvalidInput([("encoding", str(error))]) from error


def _limit(max_change: str) -> MaxChange:
    try:
        return MaxChange.parse(max_change)
    except ValueError as error:
        raise InvalidInput([("max_change", str(error))]) from error
