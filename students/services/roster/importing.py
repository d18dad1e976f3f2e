"""One run of an import, from the roster to the audit trail."""

from django.db import connection, transaction

from accounts.models import User
from config.errors import Conflict, RuleViolation
from students.services.roster.applying import apply_import
from students.services.roster.formats.detection import Roster
from students.services.roster.limits import DEFAULT_MAX_CHANGE, MaxChange
from students.services.roster.planning import RosterPlan, Watch, nobody_watches, plan_import
from tenants.models import EventType, Tenant
from tenants.services import audit

# The most details of an answer, which people read; callers find all of them in the plan.
_SHOWN_ERRORS = 100


class RosterRefused(RuleViolation):
    """The refusal of a run; ``plan`` contains what it would have done."""

    def __init__(self, message: str, plan: RosterPlan) -> None:
        errors = [
            {"file": error.source, "line": error.line, "message": error.reason}
            for error in plan.errors[:_SHOWN_ERRORS]
        ]
        super().__init__(message, {"counts": plan.counts, "errors": errors})
        self.plan = plan


@transaction.atomic
def import_roster(
    *,
    actor: User | None,
    tenant: Tenant,
    roster: Roster,
    source: str,
    deactivate_missing: bool = False,
    max_change: MaxChange = DEFAULT_MAX_CHANGE,
    programme: str | None = None,
    skip_bad_rows: bool = False,
    dry_run: bool = False,
    watch: Watch = nobody_watches,
) -> RosterPlan:
    """Change the tenant's students to agree with the roster; return the plan of what was done.

    ``source``: the way in which the roster came, for the audit trail. ``deactivate_missing``:
    active students whom it lacks become inactive. ``programme``: the code of one that every active
    student of the roster joins. ``dry_run``: write nothing.

    Raises RosterRefused when rows are bad, the files do not belong together or too much would
    change, RuleViolation for a file that
    cannot be read and a programme that cannot be joined, and Conflict while another run of the
    tenant goes on or somebody else changes the same students.
    """
    if roster.is_delta and deactivate_missing:
        raise RuleViolation("The roster is a delta: who is not in it is not missing.")
    if not dry_run:
        _one_at_a_time(tenant)
    plan = plan_import(
        tenant=tenant,
        roster=roster,
        deactivate_missing=deactivate_missing,
        programme=programme,
        watch=watch,
    )
    if roster.refusal:
        raise RosterRefused(roster.refusal, plan)
    _require_good_rows(plan, skip_bad_rows, deactivate_missing)
    _require_few_changes(plan, max_change)
    if dry_run:
        return plan
    apply_import(tenant=tenant, plan=plan, watch=watch)
    audit.record(
        EventType.ROSTER_IMPORTED,
        actor=actor,
        tenant=tenant,
        target_id=roster.sha256,
        source=source,
        files=[
            {"name": table.file.name, "sha256": table.file.sha256, "bytes": table.file.size}
            for table in roster.tables
        ],
        format=roster.format,
        counts=plan.counts,
        options={
            "deactivate_missing": deactivate_missing,
            "max_change": str(max_change),
            "programme": programme,
            "skip_bad_rows": skip_bad_rows,
        },
    )
    return plan


def _one_at_a_time(tenant: Tenant) -> None:
    """Raise Conflict for a second run while another goes on: it was started by mistake."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT pg_try_advisory_xact_lock(hashtext('roster'), hashtext(%s))", [tenant.pk]
        )
        (locked,) = cursor.fetchone()
    if not locked:
        raise Conflict("Another roster of this tenant is being imported right now.")


def _require_good_rows(plan: RosterPlan, skip_bad_rows: bool, deactivate_missing: bool) -> None:
    if plan.errors and not skip_bad_rows:
        raise RosterRefused("The roster has bad rows.", plan)
    if deactivate_missing and any(error.email is None for error in plan.errors):
        raise RosterRefused(
            "Some bad rows do not say whom they are about: these students would be taken for "
            "missing.",
            plan,
        )


def _require_few_changes(plan: RosterPlan, max_change: MaxChange) -> None:
    allowed = max_change.of(plan.active_before)
    if len(plan.changes) > allowed and not max_change.is_none:
        raise RosterRefused(
            f"Too much would change: {len(plan.changes):,} of the students who are there, and "
            f"{allowed:,} may ({max_change}; {plan.active_before:,} are active).",
            plan,
        )
