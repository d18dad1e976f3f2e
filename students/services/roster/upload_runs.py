"""The runs of an uploaded roster: its check, and the import of what was confirmed.

The worker may be killed at any moment: the changes of a run and the state of the import are written
in one transaction, so that an import is done or not done, and can be tried again.
"""

import logging
import time
from collections.abc import Callable

from django.conf import settings
from django.db import DataError, IntegrityError, InternalError, connection, transaction
from django.db.models import QuerySet
from django.utils import timezone
from django.utils.translation import override

from accounts.models import User
from config.context import within
from config.errors import Conflict, DomainError
from students.models import ImportState, RosterImport
from students.models.imports import AT_WORK, CONFIRMED_BY, FILES
from students.services.roster.first_look import introduced, opened
from students.services.roster.formats.detection import Roster
from students.services.roster.importing import PlanChanged, RosterRefused, import_roster
from students.services.roster.limits import MaxChange
from students.services.roster.planning import Watch, nobody_watches
from students.services.roster.plans import RosterPlan
from students.services.roster.report import described

logger = logging.getLogger(__name__)

_DATABASE_REFUSED = (
    "The database refused it, and nothing was written. Try again; if it happens again, ask whoever "
    "runs the system, whose log says more."
)


_CUT_OFF = (
    "The worker was ended in the middle of it, again and again, and nothing was written. Try it "
    "once more; if it happens again, ask whoever runs the system: it may be short of memory."
)


class _Overtaken(Exception):
    """Somebody has discarded the import meanwhile, or another worker is through with it."""


def check_upload(import_id: str) -> None:
    """Do a dry run of an upload, for somebody to review."""
    _work(import_id, ImportState.CHECKING)


def run_upload(import_id: str) -> None:
    """Import an upload that was confirmed."""
    _work(import_id, ImportState.IMPORTING)


def give_up(import_id: str) -> None:
    """Say of an upload that its run ended with its worker, and is not begun again."""
    row = RosterImport.objects.defer(*FILES).filter(pk=import_id, state__in=AT_WORK).first()
    if row is None:
        return
    is_import = row.state == ImportState.IMPORTING
    state = ImportState.CHECKED if is_import else ImportState.REFUSED
    finish(row, state, _CUT_OFF, keeps_files=True)


def _work(import_id: str, state: ImportState) -> None:
    row = RosterImport.objects.filter(pk=import_id, state=state).select_related("tenant").first()
    if row is None or row.people_content is None:
        return
    progress = _Progress(row)
    try:
        run(row, progress.watch)
    finally:
        progress.close()


def run(row: RosterImport, watch: Watch = nobody_watches) -> None:
    """Import what was confirmed, or plan the others anew; store the result in the row.

    An import whose plan is another one by now waits to be confirmed again. What is stored of it is
    English, whoever looks at it: the API tells it as it stands.
    """
    try:
        with override(settings.LANGUAGE_CODE):
            _run(row, watch)
    except _Overtaken:
        logger.warning("The import of a roster was overtaken; nothing was written")


def _run(row: RosterImport, watch: Watch) -> None:
    is_import = row.state == ImportState.IMPORTING
    waits = ImportState.CHECKED if is_import else ImportState.REFUSED
    try:
        watch("Reading", 0)
        roster = opened(row)
        if not row.report:
            row.report = introduced(roster)
            _while_in_state(row).update(report=row.report)
        try:
            with transaction.atomic():
                plan = _planned(row, roster, watch, is_import=is_import)
                _note(row, plan, roster)
                finish(row, ImportState.IMPORTED if is_import else ImportState.CHECKED)
        except PlanChanged as changed:
            _note(row, changed.plan, roster)
            finish(row, ImportState.CHECKED, changed.message)
        except RosterRefused as refused:
            _note(row, refused.plan, roster)
            row.report["remedy"] = refused.remedy
            finish(row, ImportState.REFUSED, refused.message, keeps_files=bool(refused.remedy))
    except Conflict as refused:
        # Another run is under way; later it may succeed.
        finish(row, waits, refused.message)
    except DomainError as refused:
        finish(row, ImportState.REFUSED, refused.message)
    except (IntegrityError, DataError, InternalError):
        logger.exception("The database refused a roster")
        finish(row, waits, _DATABASE_REFUSED)


def _planned(row: RosterImport, roster: Roster, watch: Watch, *, is_import: bool) -> RosterPlan:
    return import_roster(
        actor=_who_confirmed(row) if is_import else None,
        tenant=row.tenant,
        roster=roster,
        source=row.source,
        programme=row.programme or None,
        max_change=MaxChange.parse(row.max_change),
        deactivate_missing=row.deactivate_missing,
        skip_bad_rows=row.skip_bad_rows,
        allow_erased=row.allow_erased,
        plan_hash=row.plan_hash if is_import else None,
        dry_run=not is_import,
        run_id=row.pk,
        watch=watch,
    )


def _who_confirmed(row: RosterImport) -> User | None:
    """Return who confirmed the import, who may be a Super Admin of another tenant."""
    if row.confirmed_by_id is None:
        return None
    with within(row.confirmed_by_tenant_id or row.tenant_id):
        return User.objects.select_related("role").filter(pk=row.confirmed_by_id).first()


def _note(row: RosterImport, plan: RosterPlan, roster: Roster) -> None:
    row.report = introduced(roster) | described(plan)
    row.report["length"] = sum(table.file.lines for table in roster.tables)
    row.plan_hash = plan.fingerprint


def finish(
    row: RosterImport, state: ImportState, refusal: str = "", *, keeps_files: bool = False
) -> None:
    """Store the result of a run; delete the files, which are personal data, once it is over.

    With ``keeps_files`` it is not: the same files may be checked again with another option.

    Raises ``_Overtaken`` when the row is not in the state any more in which the run found it.
    """
    with transaction.atomic():
        if _while_in_state(row).select_for_update().values_list("pk").first() is None:
            raise _Overtaken
        row.state, row.refusal, row.stage = state, refusal[:1000], ""
        fields = ["state", "refusal", "stage", "report", "plan_hash", "updated_at"]
        if state == ImportState.CHECKED or keeps_files:
            row.note_confirmation(None)
            fields += CONFIRMED_BY
        else:
            row.people_content = row.companion_content = None
            for understood in row.report.get("understood", ()):
                understood["rows"] = []
            row.finished_at = timezone.now()
            fields += ["people_content", "companion_content", "finished_at"]
        row.save(update_fields=fields)


def _while_in_state(row: RosterImport) -> QuerySet[RosterImport]:
    return RosterImport.objects.for_tenant(row.tenant_id).filter(pk=row.pk, state=row.state)


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
