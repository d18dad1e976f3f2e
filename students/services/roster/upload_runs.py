"""The worker's part in the import of an uploaded roster.

It may be killed at any moment: the changes of a run and the state of the import are written in one
transaction, so that an import is done or not done, and can be tried again.
"""

import time
from collections.abc import Callable
from io import BytesIO
from itertools import islice
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from accounts.models import User
from config.errors import Conflict, DomainError
from students.models import ImportState, RosterImport
from students.services.roster.formats.detection import NamedFile, Roster, open_pair
from students.services.roster.importing import RosterRefused, import_roster
from students.services.roster.limits import MaxChange
from students.services.roster.planning import RosterPlan
from students.services.roster.report import lines

# Lines of a report; the figures count all.
_LISTED = 100


def check_upload(import_id: str) -> None:
    """Do a dry run of an upload, for somebody to review."""
    _run(import_id, ImportState.CHECKING, ImportState.CHECKED)


def run_upload(import_id: str) -> None:
    """Import an upload that was confirmed."""
    _run(import_id, ImportState.IMPORTING, ImportState.IMPORTED)


def _run(import_id: str, state: ImportState, success: ImportState) -> None:
    """Run an import if it is still in ``state``; store the result in its row."""
    row = RosterImport.objects.filter(pk=import_id, state=state).select_related("tenant").first()
    if row is None or row.people_content is None:
        return
    progress = _Progress(row)
    try:
        roster = opened(row)
        try:
            with transaction.atomic():
                plan = import_roster(
                    actor=User.objects.filter(pk=row.confirmed_by_id).first(),
                    tenant=row.tenant,
                    roster=roster,
                    source="admin",
                    programme=row.programme or None,
                    max_change=MaxChange.parse(row.max_change),
                    deactivate_missing=row.deactivate_missing,
                    skip_bad_rows=row.skip_bad_rows,
                    dry_run=success == ImportState.CHECKED,
                    watch=progress.watch,
                )
                row.report = _describe(plan, roster)
                finish(row, success)
        except RosterRefused as refused:
            row.report = _describe(refused.plan, roster)
            finish(row, ImportState.REFUSED, refused.message)
    except Conflict as refused:
        # Another run is under way; later it may succeed.
        waits = ImportState.CHECKED if state == ImportState.IMPORTING else ImportState.REFUSED
        finish(row, waits, refused.message)
    except DomainError as refused:
        finish(row, ImportState.REFUSED, refused.message)
    finally:
        progress.close()


def finish(row: RosterImport, state: ImportState, refusal: str = "") -> None:
    """Store the result of an import; delete its files, which are personal data, once it is over."""
    row.state, row.refusal, row.stage = state, refusal[:1000], ""
    fields = ["state", "refusal", "stage", "report", "updated_at"]
    if state != ImportState.CHECKED:
        row.people_content = row.companion_content = None
        for understood in row.report.get("understood", ()):
            understood["rows"] = []
        row.finished_at = timezone.now()
        fields += ["people_content", "companion_content", "finished_at"]
    row.save(update_fields=fields)


def opened(row: RosterImport) -> Roster:
    """Return the roster of an upload whose files are there still."""
    companion = None
    if row.companion_content:
        companion = NamedFile(BytesIO(row.companion_content), row.companion_name, row.encoding)
    people = NamedFile(BytesIO(row.people_content or b""), row.file_name, row.encoding)
    return open_pair(people, companion)


def introduced(roster: Roster) -> dict[str, Any]:
    """Return what was understood of a roster, before anything is planned."""
    return {
        "tables": [table.description for table in roster.tables],
        "understood": [understood.as_json for understood in roster.understood],
        "notes": [*roster.notes, *roster.remarks],
    }


def _describe(plan: RosterPlan, roster: Roster) -> dict[str, Any]:
    """Return the parts of a plan that a person reads."""
    return {
        **introduced(roster),
        "counts": plan.counts,
        "lines": list(islice(lines(plan), _LISTED)),
        "more_lines": max(len(plan.changes) + len(plan.creations) - _LISTED, 0),
        "errors": [str(error) for error in plan.errors[:_LISTED]],
        "more_errors": max(len(plan.errors) - _LISTED, 0),
        "unknown_codes": sorted(plan.unknown_codes)[:_LISTED],
    }


class _Progress:
    """The progress of a run, written to its row once a second, outside the run's transaction."""

    def __init__(self, row: RosterImport) -> None:
        self._row_id = row.pk
        self._connection = connection.copy()
        self._told_at = 0.0
        self._stage, self._steps, self._done = "", 0, 0
        self._tell()

    def watch(self, stage: str, steps: int) -> Callable[[int], None]:
        self._stage, self._steps, self._done = stage, steps, 0
        self._tell()
        return self._advance

    def close(self) -> None:
        self._connection.close()

    def _advance(self, done: int) -> None:
        self._done += done
        if time.monotonic() - self._told_at >= 1:
            self._tell()

    def _tell(self) -> None:
        self._told_at = time.monotonic()
        with self._connection.cursor() as cursor:
            cursor.execute(
                "UPDATE students_rosterimport SET stage = %s, steps = %s, steps_done = %s,"
                " heard_of_at = %s WHERE id = %s",
                [self._stage, self._steps, self._done, timezone.now(), self._row_id],
            )
