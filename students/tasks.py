"""The tasks of the background worker for this app.

Those that the release before queued name no tenant.
"""

from django.dispatch import receiver
from django.tasks import task

from config.context import ALL_TENANTS, within
from students.models import ImportState, RosterImport
from students.services import attempts
from students.services.events import roster_waits
from students.services.roster import upload_runs


@task
def record_expiries() -> int:
    """Add lines for lapsed grants to the ledger; return how many were added."""
    with within(ALL_TENANTS):
        return attempts.record_expiries()


@task
def check_roster(import_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Check an uploaded roster by a dry run."""
    with within(tenant_id):
        upload_runs.check_upload(import_id)


@task
def run_roster(import_id: str, tenant_id: str = ALL_TENANTS) -> None:
    """Import an uploaded roster."""
    with within(tenant_id):
        upload_runs.run_upload(import_id)


@receiver(roster_waits, dispatch_uid="students.roster_waits")
def _queue_roster(row: RosterImport, **_: object) -> None:
    queued = check_roster if row.state == ImportState.CHECKING else run_roster
    queued.enqueue(row.pk, row.tenant_id)
