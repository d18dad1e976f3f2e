"""The ledger lines of one grant or revocation, for one student or five hundred at once.

Everything is computed for all students together: four statements to read, one to write.
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

# The line of a grant's expiry refers to the grant as well.
_IS_REVOCATION = Q(charges__type=TransactionType.REVOKE)


@dataclass(frozen=True)
class Rejection:
    """The reason why a student has no change; ``revocable`` where the amount is too large."""

    reason: str
    revocable: int | None = None


@dataclass
class Postings:
    """Lines for the ledger, and the reasons why some students get none."""

    lines: list[AttemptTransaction] = field(default_factory=list)
    rejections: dict[str, Rejection] = field(default_factory=dict)


@dataclass(frozen=True)
class LedgerRequest:
    """A grant or revocation with its actor and reason; the same for every student."""

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


def post(
    postings: Postings, *, event: EventType, request: LedgerRequest, job_id: str | None = None
) -> None:
    """Add the lines to the ledger, and an event for each student to the audit trail.

    Those of a bulk job are parts of it: the job has an event of its own.
    """
    AttemptTransaction.objects.bulk_create(postings.lines)
    lines: dict[str, list[AttemptTransaction]] = defaultdict(list)
    for line in postings.lines:
        lines[line.user_id].append(line)
    facts = {
        "case_study_id": request.case_study.pk,
        "amount": request.amount,
        "reason": request.reason,
        "expires_at": request.expires_at,
    } | ({"part_of": job_id} if job_id else {})
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
    """Return the lines of a grant to each of the students; lock their rows."""
    students, postings = _students(request, user_ids)
    now = _moment(request.case_study, students)
    postings.lines = [
        request.line(user_id, TransactionType.GRANT, created_at=now, expires_at=request.expires_at)
        for user_id in students
    ]
    return postings


def revoke_lines(request: LedgerRequest, user_ids: Collection[str]) -> Postings:
    """Return the lines of a revocation from each student who has that much left; lock their rows.

    A revocation is charged to active grants, those that expire soonest first, and then to the
    base: a line for each, so that the part charged to a grant lapses with it (§9.3, G28).
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
    """Lock the students among the ids; refuse users who are no students, or are deleted."""
    locked = lock_students(tenant=request.case_study.tenant_id, user_ids=user_ids)
    students = [
        user_id
        for user_id, user in locked.items()
        if user.legacy_role == LegacyRole.STUDENT and user.status != UserStatus.DELETED
    ]
    missing = dict.fromkeys(set(user_ids) - set(students), Rejection("There is no such student"))
    return students, Postings(rejections=missing)


def _moment(case_study: CaseStudy, user_ids: list[str]) -> datetime:
    """Return now, or the moment after the students' last lines when the clock was put back.

    A line that is charged to a grant must come after the grant. The students' rows are locked.
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
    """Return student → [(grant, the part of it that is not charged)], the soonest expiry first."""
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
    """Yield (grant, part of the amount charged to it); the rest goes to the base, which is None."""
    for grant_id, balance in balances:
        part = min(amount, balance)
        if part > 0:
            yield grant_id, part
            amount -= part
    if amount:
        yield None, amount
