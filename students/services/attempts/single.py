"""The grant and the revocation of attempts for one student (contract §9.3)."""

from collections.abc import Callable
from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from accounts.models import User
from config.errors import NotFound, RuleViolation
from students.queries.entitlements import entitlements_of, find_case_study
from students.services.attempts.ledger import LedgerRequest, Rejection, post
from students.services.attempts.operations import GRANT, REVOKE, AttemptOperation
from students.services.idempotency import run_idempotently
from tenants.models import Tenant


def grant_attempts(
    *,
    actor: User,
    tenant: Tenant,
    user_id: str,
    case_study_id: str,
    amount: int,
    reason: str,
    expires_at: datetime | None = None,
    idempotency_key: str | None = None,
) -> dict[str, Any]:
    """Grant attempts; return the entitlement afterwards (§9.1).

    Also to an inactive student, to one outside the programme, and to one who has attempts left.
    Raises NotFound when the tenant has no such student or case study, and Conflict when
    the key was used for something else.
    """
    request = {
        "user_id": user_id,
        "case_study_id": case_study_id,
        "amount": amount,
        "reason": reason,
        "expires_at": expires_at,
    }
    return _change(GRANT, actor, tenant, request, idempotency_key)


def revoke_attempts(
    *,
    actor: User,
    tenant: Tenant,
    user_id: str,
    case_study_id: str,
    amount: int,
    reason: str,
    idempotency_key: str | None = None,
) -> dict[str, Any]:
    """Revoke attempts that are not used; return the entitlement afterwards (§9.1).

    Raises as ``grant_attempts`` does, and RuleViolation with ``requested`` and ``revocable`` when
    fewer are left.
    """
    request = {
        "user_id": user_id,
        "case_study_id": case_study_id,
        "amount": amount,
        "reason": reason,
    }
    return _change(REVOKE, actor, tenant, request, idempotency_key)


@transaction.atomic
def preview_change(change: Callable[..., dict[str, Any]], **facts: Any) -> dict[str, Any]:
    """Return the result of ``grant_attempts`` or ``revoke_attempts`` without changing any data.

    The change is made and rolled back: its result and its refusals are those of the real one.
    """
    entitlement = change(**facts)
    transaction.set_rollback(True)
    return entitlement


def _change(
    operation: AttemptOperation,
    actor: User,
    tenant: Tenant,
    request: dict[str, Any],
    key: str | None,
) -> dict[str, Any]:
    return run_idempotently(
        tenant=tenant,
        operation=operation.job_type,
        key=key,
        request=request,
        run=lambda: _enter(operation, actor, tenant, **request),
    )


def _enter(
    operation: AttemptOperation,
    actor: User,
    tenant: Tenant,
    *,
    user_id: str,
    case_study_id: str,
    **facts: Any,
) -> dict[str, Any]:
    case_study = find_case_study(tenant, case_study_id)
    request = LedgerRequest(actor=actor, case_study=case_study, **facts)
    postings = operation.lines(request, [user_id])
    if rejection := postings.rejections.get(user_id):
        raise _as_error(rejection, request.amount)
    post(postings, event=operation.event, request=request)
    return asdict(entitlements_of(case_study, [user_id])[user_id])


def _as_error(rejection: Rejection, requested: int) -> NotFound | RuleViolation:
    if rejection.revocable is None:
        return NotFound(_("There is no such student."))
    details = {"requested": requested, "revocable": rejection.revocable}
    if rejection.revocable == 0:
        return RuleViolation(_("Nothing left to revoke."), details)
    only = _("Only %(left)d left to revoke.") % {"left": rejection.revocable}
    return RuleViolation(only, details)
