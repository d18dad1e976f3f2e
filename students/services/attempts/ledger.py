"""What one grant or revocation adds to the ledger, for one student or five hundred at once.

Everything is worked out for all students together: four statements to read, one to write.
"""

from collections import defaultdict
from collections.abc import Collection, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from django.db.models import F, Max, Q, Sum
from django.db.models.functions import Coalesce
from django.utils import timezone

from accounts.models import User, UserStatus
from accounts.models.role import LegacyRole
from programmes.models import CaseStudy
from students.models import AttemptTransaction
from students.models.attempts import TransactionType
from students.queries.entitlements import entitlements_of
from students.services.locks import lock_students
from tenants.models import EventType
from tenants.services import audit

# What ends a grant refers to it as well.
_IS_REVOCATION = Q(charges__type=TransactionType.REVOKE)


@dataclass(frozen=True)
class Rejection:
    """Why one student's attempts stay as they are; ``revocable`` where too many were asked for."""

    reason: str
    revocable: int | None = None


@dataclass
class Postings:
    """Lines for the ledger, and why some students get none."""

    lines: list[AttemptTransaction] = field(default_factory=list)
    rejections: dict[str, Rejection] = field(default_factory=dict)


@dataclass(frozen=True)
class LedgerRequest:
    """What is granted or revoked, by whom and why; the same for every student."""

    actor: User
    case_study: CaseStudy
    amount: int
    reason: str
    expires_at: datetime | None = None

    def line(self, user_id: str, type_: TransactionType, **values: Any) -> AttemptTransaction:
        return AttemptTransaction(
            **{"amount": self.amount}
            | values
            | {
                "tenant_id": self.case_study.tenant_id,
                "user_id": user_id,
                "case_study": self.case_study,
                "type": type_,
                "reason": self.reason,
                "actor_user_id": self.actor.pk,
                "actor_name": self.actor.display_name,
            }
        )


def post(postings: Postings, *, event: EventType, request: LedgerRequest) -> None:
    """Add the lines to the ledger, and an event for each student to the audit trail."""
    AttemptTransaction.objects.bulk_create(postings.lines)
    lines: dict[str, list[AttemptTransaction]] = defaultdict(list)
    for line in postings.lines:
        lines[line.user_id].append(line)
    facts = {
        "case_study_id": request.case_study.pk,
        "amount": request.amount,
        "reason": request.reason,
        "expires_at": request.expires_at,
    }
    audit.record_all(
        event,
        actor=request.actor,
        tenant=request.case_study.tenant,
        targets=[
            (of_student[0].pk, {"user_id": user_id} | facts)
            for user_id, of_student in lines.items()
        ],
    )


def grant_lines(request: LedgerRequest, user_ids: Collection[str]) -> Postings:
    """Grant to every student there is; locks their rows."""
    students, postings = _students(request, user_ids)
    now = _moment(request.case_study, students)
    postings.lines = [
        request.line(user_id, TransactionType.GRANT, created_at=now, expires_at=request.expires_at)
        for user_id in students
    ]
    return postings


def revoke_lines(request: LedgerRequest, user_ids: Collection[str]) -> Postings:
    """Revoke from every student who has that much left; locks their rows.

    A revocation is charged to active grants, those that expire soonest first, and then to the
    base: a line each, so that what was charged to a grant lapses with it (§9.3, G28).
    """
    students, postings = _students(request, user_ids)
    now = _moment(request.case_study, students)
    remaining = _remaining(request.case_study, students, now)
    balances = _grant_balances(request.case_study, students, now)
    for user_id in students:
        if request.amount > remaining[user_id]:
            postings.rejections[user_id] = _too_much(remaining[user_id])
            continue
        for grant_id, amount in _charges(request.amount, balances[user_id]):
            postings.lines.append(
                request.line(
                    user_id,
                    TransactionType.REVOKE,
                    created_at=now,
                    grant_id=grant_id,
                    amount=amount,
                )
            )
    return postings


def _students(request: LedgerRequest, user_ids: Collection[str]) -> tuple[list[str], Postings]:
    """Lock the students among the ids; whoever is none, or deleted, is refused."""
    locked = lock_students(tenant=request.case_study.tenant_id, user_ids=user_ids)
    students = [
        user_id
        for user_id, user in locked.items()
        if user.legacy_role == LegacyRole.STUDENT and user.status != UserStatus.DELETED
    ]
    missing = dict.fromkeys(set(user_ids) - set(students), Rejection("There is no such student"))
    return students, Postings(rejections=missing)


def _moment(case_study: CaseStudy, user_ids: list[str]) -> datetime:
    """Return now, or what comes after the students' last lines when the clock was put back.

    What is charged to a grant must stand behind it, and their rows are locked.
    """
    lines = AttemptTransaction.objects.filter(
        tenant=case_study.tenant_id, case_study=case_study, user__in=user_ids
    )
    now, last = timezone.now(), lines.aggregate(last=Max("created_at"))["last"]
    return max(now, last + timedelta(microseconds=1)) if last else now


def _remaining(case_study: CaseStudy, user_ids: list[str], at: datetime) -> dict[str, int]:
    return {
        user_id: entitlement.attempts_remaining
        for user_id, entitlement in entitlements_of(case_study, user_ids, at).items()
    }


def _too_much(revocable: int) -> Rejection:
    if revocable == 0:
        return Rejection("Nothing left to revoke", revocable)
    return Rejection(f"Only {revocable} left to revoke", revocable)


def _grant_balances(
    case_study: CaseStudy, user_ids: list[str], at: datetime
) -> dict[str, list[tuple[str, int]]]:
    """Return student → [(grant, what is not charged to it yet)], the soonest expiry first."""
    grants = (
        AttemptTransaction.objects.filter(
            tenant=case_study.tenant_id, case_study=case_study, user__in=user_ids
        )
        .grants_in_force(at)
        .annotate(charged=Coalesce(Sum("charges__amount", filter=_IS_REVOCATION), 0))
        .order_by(F("expires_at").asc(nulls_last=True), "created_at", "pk")
        .values_list("user_id", "pk", "amount", "charged")
    )
    balances: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for user_id, grant_id, amount, charged in grants:
        balances[user_id].append((grant_id, amount - charged))
    return balances


def _charges(amount: int, balances: list[tuple[str, int]]) -> Iterator[tuple[str | None, int]]:
    """Yield (grant, part of the amount charged to it); what no grant bears goes to the base."""
    for grant_id, balance in balances:
        part = min(amount, balance)
        if part > 0:
            yield grant_id, part
            amount -= part
    if amount:
        yield None, amount
