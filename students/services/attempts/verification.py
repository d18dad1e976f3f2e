"""The comparison of the ledger, and of the numbers from it, with a replay in plain Python."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from itertools import batched, groupby

from django.db.models import OuterRef
from django.utils import timezone

from students.models import AttemptTransaction, Session
from students.models.states import COUNTED_FROM_SECONDS
from students.queries.entitlements import DEFAULT_BASE_ATTEMPTS, Entitlement, with_entitlement
from students.services.attempts.replay import LedgerLine, PairLedger, Use
from tenants.models import AuditEvent, EventType, Tenant, TenantAIConfig
from tenants.queries.configuration import AI_CONFIG

# Pairs of student and case study that are checked together.
BATCH = 500

# The longest time of a transaction, which records the moment of its change at its beginning.
SETTLED_AFTER = timedelta(minutes=1)

_SETTING = "max_sessions_per_student"
_IN_ORDER = ("user_id", "case_study_id", "created_at", "pk")


@dataclass(frozen=True)
class _Pair:
    user_id: str
    case_study_id: str
    lines: list[AttemptTransaction]


def ledger_faults(tenant: Tenant) -> Iterator[str]:
    """Yield the faults of a tenant's ledger as sentences; none when it is correct.

    For every pair the replay must find that nothing was ever overdrawn, that no grant is charged
    with more than it gave, and that only grants are charged and lapse; its numbers must equal those
    of SQL. Run it in one snapshot: it reads several tables.
    """
    at = timezone.now()
    base_at = _base_attempts(tenant)
    lines = AttemptTransaction.objects.for_tenant(tenant).order_by(*_IN_ORDER)
    pairs = (
        _Pair(*key, list(of_pair))
        for key, of_pair in groupby(
            lines.iterator(), key=lambda line: (line.user_id, line.case_study_id)
        )
    )
    for batch in batched(pairs, BATCH):
        uses, told = _uses(tenant, batch), _told_by_sql(batch, at)
        for pair in batch:
            ledger = PairLedger(base_at, uses[pair.user_id, pair.case_study_id])
            faults = list(ledger.replay([_line(line) for line in pair.lines]))
            numbers = told[pair.lines[0].pk]
            for name, number in ledger.entitlement(at).items():
                if numbers[name] != number:
                    faults.append(f"{name} is {numbers[name]}, and should be {number}")
            for fault in faults:
                yield f"{pair.user_id} at {pair.case_study_id}: {fault}"


def _line(row: AttemptTransaction) -> LedgerLine:
    return LedgerLine(row.pk, row.type, row.amount, row.created_at, row.expires_at, row.grant_id)


def _base_attempts(tenant: Tenant) -> Callable[[datetime], int]:
    """Return a function from a moment to the base at that time, by the audit trail."""
    changes = [
        (event.event_time, event.metadata["changes"][_SETTING]["before"])
        for event in AuditEvent.objects.for_tenant(tenant)
        .filter(event_type=EventType.TENANT_UPDATED, target_id=tenant.pk)
        .order_by("event_time", "pk")
        if event.metadata.get("configuration") == AI_CONFIG
        and _SETTING in event.metadata.get("changes", {})
    ]
    now = TenantAIConfig.objects.filter(tenant=tenant).values_list(_SETTING, flat=True).first()

    def base_at(moment: datetime) -> int:
        settings = (before for changed_at, before in changes if changed_at > moment)
        return next(settings, now) or DEFAULT_BASE_ATTEMPTS

    return base_at


def _uses(tenant: Tenant, pairs: Sequence[_Pair]) -> dict[tuple[str, str], list[Use]]:
    """Return the counted sessions of some pairs.

    The time from which a session counts is not recorded. It is certain only from its last change
    on: a report may have arrived late.
    """
    uses: dict[tuple[str, str], list[Use]] = defaultdict(list)
    users = {pair.user_id for pair in pairs}
    sessions = Session.objects.for_tenant(tenant).started_of(user__in=users)
    sessions = sessions.filter(elapsed_active_time__gte=COUNTED_FROM_SECONDS)
    columns = ("user_id", "case_study_id", "start_time", "created_at", "updated_at")
    for session in sessions.only(*columns).iterator():
        if session.start_time is None:
            continue  # only what has a start was asked for
        use = Use(
            earliest=session.start_time + timedelta(seconds=COUNTED_FROM_SECONDS),
            certain=(session.updated_at or session.created_at) + SETTLED_AFTER,
        )
        uses[session.user_id, session.case_study_id].append(use)
    return uses


def _told_by_sql(pairs: Sequence[_Pair], at: datetime) -> dict[str, dict[str, int]]:
    """Return the numbers of SQL for some pairs, by the id of each pair's first line."""
    rows = with_entitlement(
        AttemptTransaction.objects.filter(pk__in=[pair.lines[0].pk for pair in pairs]),
        student=OuterRef("user"),
        case_study=OuterRef("case_study"),
        at=at,
    )
    return {row.pk: asdict(Entitlement.of(row)) for row in rows}
