"""The tasks of the background worker for this app.

Those that the release before queued name no tenant.
"""

from django.dispatch import receiver
from django.tasks import task

from config.background.repeating import repeatable, task_given_up
from config.context import ALL_TENANTS, within
from students.models import ImportState, RosterImport
from students.services import attempts
from students.services.events import roster_waits
from students.services.roster import upload_runs


@repeatable
@task
def record_expiries() -> int:
    """Add lines for lapsed grants to the ledger; return how many were added."""
    with within(ALL_TENANTS):
        return attempts.record_expiries()


@repeatable
@task(queue_name="imports")
def check_roster(import_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Check an uploaded roster by a dry run."""
    with within(tenant_id):
        upload_runs.check_upload(import_id)


@repeatable
@task(queue_name="imports")
def run_roster(import_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Import an uploaded roster."""
    with within(tenant_id):
        upload_runs.run_upload(import_id)


@receiver(roster_waits, dispatch_uid="students.roster_waits")
def _queue_roster(row: RosterImport, **_: object) -> None:
    queued = check_roster if row.state == ImportState.CHECKING else run_roster
    queued.enqueue(row.pk, row.tenant_id)


@receiver(task_given_up, dispatch_uid="students.roster_given_up")
def _give_roster_up(path: str, args: list[str], **_: object) -> None:
    if path in (check_roster.module_path, run_roster.module_path):
        import_id, *rest = args
        with within(rest[0] if rest else ALL_TENANTS):
            upload_runs.give_up(import_id)
