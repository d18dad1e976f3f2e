"""Rosters that people upload: they are checked, reviewed, confirmed, and then imported.

The admin's page and the API are two doors to these services; the command runs the same import
without an upload.
"""

from io import SEEK_END
from typing import BinaryIO

from django.db import connection, transaction
from django.utils.translation import gettext as _

from accounts.models import User
from config.db.locks import lock_row
from config.errors import Conflict, InvalidInput, NotFound, RuleViolation
from programmes.models import Programme
from students.models import ImportSource, ImportState, RosterImport
from students.models.imports import CONFIRMED_BY, FILES, WITH_FILES
from students.services.events import roster_waits
from students.services.roster.first_look import first_look
from students.services.roster.formats.detection import NamedFile
from students.services.roster.formats.encodings import known_encoding
from students.services.roster.kept_files import keep_file
from students.services.roster.limits import DEFAULT_MAX_CHANGE, MaxChange
from students.services.roster.programmes import Catalogue
from students.services.roster.upload_runs import finish, run
from tenants.models import Tenant

MAX_BYTES = 64 << 20
# Rosters of a tenant whose files are kept at a time.
MOST_OPEN = 10
# Lines up to which a plan is made again while whoever confirms it waits: about two seconds.
_AT_ONCE = 10_000


class ImportChanged(Conflict):
    """The refusal of a confirmation of another plan than the present one; ``row`` has that."""

    def __init__(self, row: RosterImport) -> None:
        is_over = row.state == ImportState.REFUSED
        changed = _("The plan is another one by now: look at it first.")
        super().__init__(row.refusal if is_over else changed)
        self.row = row


@transaction.atomic
def upload_roster(
    *,
    actor: User,
    tenant: Tenant,
    people: BinaryIO,
    companion: BinaryIO | None = None,
    source: ImportSource = ImportSource.ADMIN,
    encoding: str = "",
    programme: str = "",
    max_change: str = str(DEFAULT_MAX_CHANGE),
    deactivate_missing: bool = False,
    skip_bad_rows: bool = False,
    allow_erased: bool = False,
    replaces: str = "",
) -> RosterImport:
    """Store a roster and start its check; nothing of it is imported before ``confirm_import``.

    ``people`` and ``companion`` are named files of at most 64 MiB. ``replaces`` is the id of an
    import that is discarded, since this one is its corrected file. Raises NotFound for an unknown
    one, RuleViolation for files
    that are no roster and a programme that nobody can join, InvalidInput for a bad limit and an
    unknown encoding, and Conflict when too many wait already.
    """
    row = RosterImport(
        tenant=tenant,
        source=source,
        encoding=_encoding(encoding),
        programme=_programme(tenant, programme),
        max_change=str(_limit(max_change)),
        file_name=_name(people),
        companion_name=_name(companion) if companion else "",
        deactivate_missing=deactivate_missing,
        skip_bad_rows=skip_bad_rows,
        allow_erased=allow_erased,
        created_by_id=actor.pk,
        created_by_name=actor.display_name,
    )
    files = [people, companion] if companion else [people]
    for file in files:
        _require_small(file)
    row.report = first_look(*(NamedFile(file, _name(file), row.encoding) for file in files))
    if replaces:
        _replace(actor, tenant, replaces)
    _require_room(tenant)
    row.save(force_insert=True)
    for column, file in zip(FILES, files, strict=False):
        keep_file(row, column, file)
    roster_waits.send(RosterImport, row=row)
    return row


def confirm_import(*, actor: User, row: RosterImport, plan_hash: str) -> RosterImport:
    """Start the import of a checked roster, or start it again where the worker did not finish it.

    ``plan_hash`` is the fingerprint of the plan that was looked at. A short roster is planned anew
    at once; the worker does so with every roster, and imports nothing but the confirmed plan.

    Raises ImportChanged when the plan is another one by now, and Conflict when the import is in
    another state.
    """
    with transaction.atomic():
        row = _lock(row)
        is_stuck = row.state == ImportState.IMPORTING and row.is_stuck
        if row.state != ImportState.CHECKED and not is_stuck:
            raise _in_another_state(row)
        if row.state == ImportState.CHECKED and plan_hash == row.plan_hash:
            _plan_anew_if_short(row)
        if row.state != ImportState.REFUSED and plan_hash == row.plan_hash:
            row.note_confirmation(actor)
            _queue(row, ImportState.IMPORTING)
            return row
        if not row.plan_hash:  # checked by a release before the hashes
            _queue(row, ImportState.CHECKING)
    raise ImportChanged(row)


@transaction.atomic
def retry_import(*, actor: User, row: RosterImport) -> RosterImport:
    """Restart a run that the worker did not finish; raises RuleViolation while it goes on."""
    row = _lock(row)
    if not row.is_stuck:
        raise RuleViolation(_("The worker is at it, or through with it."))
    _queue(row, ImportState(row.state))
    return row


@transaction.atomic
def recheck_import(
    *, actor: User, row: RosterImport, skip_bad_rows: bool = False, max_change: str = ""
) -> RosterImport:
    """Check a refused roster again: with its bad rows left out, or another limit.

    Raises InvalidInput for a bad limit, and Conflict where it was refused for good or is in another
    state.
    """
    limit = str(_limit(max_change)) if max_change else ""
    row = _lock(row)
    if not row.waits_for_remedy:
        raise _in_another_state(row)
    row.skip_bad_rows = row.skip_bad_rows or skip_bad_rows
    row.max_change = limit or row.max_change
    row.save(update_fields=["skip_bad_rows", "max_change", "updated_at"])
    _queue(row, ImportState.CHECKING)
    return row


@transaction.atomic
def discard_import(*, actor: User | None, row: RosterImport) -> RosterImport:
    """Delete the files of an import that is not wanted; raises Conflict while it goes on."""
    row = _lock(row)
    if not is_open(row):
        raise _in_another_state(row)
    finish(row, ImportState.DISCARDED)
    return row


def is_open(row: RosterImport) -> bool:
    """Return whether an import has its files still, and nobody is at work on them."""
    return row.state == ImportState.CHECKED or row.is_stuck or row.waits_for_remedy


def _replace(actor: User, tenant: Tenant, import_id: str) -> None:
    """Discard the import whose corrected file has come, unless it is over already."""
    rows = RosterImport.objects.for_tenant(tenant).defer(*FILES)
    former = rows.filter(pk=import_id).first()
    if former is None:
        raise NotFound(_("There is no such roster import."))
    if is_open(former):
        discard_import(actor=actor, row=former)


def _lock(row: RosterImport) -> RosterImport:
    # The files are read only where they are looked into.
    rows = RosterImport.objects.for_tenant(row.tenant_id).defer(*FILES)
    return lock_row(rows, row)


def _queue(row: RosterImport, state: ImportState) -> None:
    row.state, row.refusal, row.heard_of_at = state, "", None
    fields = ["state", "refusal", "heard_of_at", *CONFIRMED_BY, "updated_at"]
    row.save(update_fields=fields)
    roster_waits.send(RosterImport, row=row)


def _plan_anew_if_short(row: RosterImport) -> None:
    if row.report.get("length", _AT_ONCE + 1) <= _AT_ONCE:
        run(row)


def _in_another_state(row: RosterImport) -> Conflict:
    return Conflict(_("This import is %(state)s.") % {"state": row.get_state_display()})


def _require_room(tenant: Tenant) -> None:
    """Raise Conflict when so many rosters wait that one more would be forgotten beside them."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_advisory_xact_lock(hashtext('roster upload'), hashtext(%s))", [tenant.pk]
        )
    if RosterImport.objects.for_tenant(tenant).filter(WITH_FILES).count() >= MOST_OPEN:
        raise Conflict(
            _(
                "%(most)s rosters are here already that nobody has confirmed or "
                "discarded: do so with one of them first."
            )
            % {"most": MOST_OPEN}
        )


def _name(file: BinaryIO) -> str:
    """Return the name of a file as people read it; what nobody sees in it is left out."""
    return "".join(filter(str.isprintable, file.name)).strip()[:255] or "roster"


def _require_small(file: BinaryIO) -> None:
    """Raise RuleViolation for a file that is too large."""
    if file.seek(0, SEEK_END) > MAX_BYTES:
        raise RuleViolation(
            _("%(file)s is larger than %(most)s MiB; import it by the command.")
            % {"file": _name(file), "most": MAX_BYTES >> 20}
        )


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


def _programme(tenant: Tenant, code: str) -> str:
    return Catalogue(Programme.objects.filter(tenant=tenant)).require(code).code if code else ""
