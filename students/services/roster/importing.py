"""One run of an import, from the roster to the audit trail."""

from django.db import transaction

from accounts.models import User
from config.errors import Conflict, RuleViolation
from config.ids import new_id
from students.services.locks import lock_rosters
from students.services.roster.applying import apply_import
from students.services.roster.formats.detection import Roster
from students.services.roster.limits import DEFAULT_MAX_CHANGE, MaxChange
from students.services.roster.planning import Watch, nobody_watches, plan_import
from students.services.roster.plans import RosterPlan
from students.services.roster.report import TITLES
from tenants.models import EventType, Tenant
from tenants.services import audit

# The most details of an answer, which people read; callers find all of them in the plan.
_SHOWN_ERRORS = 100

# The options by which a refused roster may be imported after all.
SKIP_BAD_ROWS, MAX_CHANGE = "skip_bad_rows", "max_change"

# The counts that the limit is about; who has another address is among those who change.
_GUARDED = {"created", "updated", "addresses", "deactivated", "reactivated"}


class RosterRefused(RuleViolation):
    """The refusal of a run; ``plan`` contains what it would have done.

    ``remedy`` names the option by which the same files may be imported after all, if there is one.
    """

    def __init__(self, message: str, plan: RosterPlan, remedy: str | None = None) -> None:
        errors = [
            {"file": error.source, "line": error.line, "message": error.reason}
            for error in plan.errors[:_SHOWN_ERRORS]
        ]
        super().__init__(message, {"counts": plan.counts, "errors": errors})
        self.plan = plan
        self.remedy = remedy


class PlanChanged(Conflict):
    """The refusal of a run whose plan is not the confirmed one; ``plan`` is the present one."""

    def __init__(self, plan: RosterPlan) -> None:
        super().__init__(
            "The plan is another one by now: the students, their programmes or the file have "
            "changed since it was made. Nothing was written: look at the new plan first.",
            {"plan_hash": plan.fingerprint, "counts": plan.counts},
        )
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
    plan_hash: str | None = None,
    allow_erased: bool = False,
    dry_run: bool = False,
    run_id: str | None = None,
    watch: Watch = nobody_watches,
) -> RosterPlan:
    """Change the tenant's students to agree with the roster; return the plan of what was done.

    ``source``: the way in which the roster came, for the audit trail. ``deactivate_missing``:
    active students whom it lacks become inactive. ``programme``: the code of one that every active
    student of the roster joins. ``plan_hash``: the fingerprint of the only plan that is wanted.
    ``allow_erased``: people who were erased may come back. ``dry_run``: write nothing. ``run_id``:
    the id by which the events of this run belong together; that of the upload where there is one.

    Raises RosterRefused when rows are bad, the files do not belong together or too much would
    change, PlanChanged when the plan is not the wanted one, RuleViolation for a file that cannot
    be read and a programme that cannot be joined, and Conflict while another run of the tenant goes
    on or somebody else changes the same students.
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
        allow_erased=allow_erased,
        watch=watch,
    )
    plan.options = {
        "deactivate_missing": deactivate_missing,
        "programme": programme,
        "skip_bad_rows": skip_bad_rows,
        "allow_erased": allow_erased,
    }
    if roster.refusal:
        raise RosterRefused(roster.refusal, plan)
    _require_good_rows(plan, skip_bad_rows, deactivate_missing)
    _require_few_changes(plan, max_change)
    if plan_hash is not None and plan.fingerprint != plan_hash:
        raise PlanChanged(plan)
    if dry_run:
        return plan
    run_id = run_id or new_id()
    apply_import(
        actor=actor,
        tenant=tenant,
        plan=plan,
        roster_id=roster.sha256,
        run_id=run_id,
        watch=watch,
    )
    audit.record(
        EventType.ROSTER_IMPORTED,
        actor=actor,
        tenant=tenant,
        target_id=roster.sha256,
        source=source,
        run_id=run_id,
        files=[
            {"name": table.file.name, "sha256": table.file.sha256, "bytes": table.file.size}
            for table in roster.tables
        ],
        format=roster.format,
        counts=plan.counts,
        options=plan.options | {"max_change": str(max_change)},
    )
    return plan


def _one_at_a_time(tenant: Tenant) -> None:
    """Raise Conflict for a second run while another goes on: it was started by mistake."""
    if not lock_rosters(tenant.pk):
        raise Conflict("Another roster of this university is being imported right now.")


def _require_good_rows(plan: RosterPlan, skip_bad_rows: bool, deactivate_missing: bool) -> None:
    if plan.errors and not skip_bad_rows:
        raise RosterRefused("The roster has bad rows.", plan, SKIP_BAD_ROWS)
    if deactivate_missing and plan.strangers:
        raise RosterRefused(
            "Some bad rows do not say whom they are about: these students would be taken for "
            "missing.",
            plan,
        )


def _require_few_changes(plan: RosterPlan, max_change: MaxChange) -> None:
    new = len(plan.creations) if plan.active_before else 0
    total, allowed = len(plan.changes) + new, max_change.of(plan.active_before)
    if total <= allowed or max_change.is_none:
        return
    counts = {kind: count for kind, count in plan.counts.items() if kind in _GUARDED and count}
    if not new:
        counts.pop("created", None)
    kinds = ", ".join(f"{count:,} {TITLES[kind]}" for kind, count in counts.items())
    raise RosterRefused(
        f"Too much would change: {total:,} students, and {allowed:,} may ({max_change}; "
        f"{plan.active_before:,} are active). They are: {kinds}. See whether it is the right file; "
        "if it is, raise the limit.",
        plan,
        MAX_CHANGE,
    )
