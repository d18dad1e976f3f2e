"""The same change for many students: each row succeeds or fails by itself (contract §9.4)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from accounts.models import User
from config.ids import new_id
from students.models import BulkJob
from students.models.attempts import JobStatus
from students.queries.entitlements import find_case_study
from students.services.attempts.ledger import LedgerRequest, Rejection, post
from students.services.attempts.operations import GRANT, REVOKE, AttemptOperation
from students.services.idempotency import run_idempotently
from tenants.models import Tenant
from tenants.services import audit


def grant_attempts_in_bulk(
    *,
    actor: User,
    tenant: Tenant,
    case_study_id: str,
    user_ids: Sequence[str],
    amount: int,
    reason: str,
    expires_at: datetime | None = None,
    dry_run: bool = False,
    idempotency_key: str | None = None,
) -> BulkJob:
    """Grant attempts to up to 500 students; return the finished job with the outcome of each.

    A dry run does all of it and rolls it back: its result is that of the real run. Raises NotFound
    for the case study, and Conflict when the key was used for something else.
    """
    request = {
        "case_study_id": case_study_id,
        "user_ids": list(dict.fromkeys(user_ids)),
        "amount": amount,
        "reason": reason,
        "expires_at": expires_at,
        "dry_run": dry_run,
    }
    return _change(GRANT, actor, tenant, request, idempotency_key)


def revoke_attempts_in_bulk(
    *,
    actor: User,
    tenant: Tenant,
    case_study_id: str,
    user_ids: Sequence[str],
    amount: int,
    reason: str,
    dry_run: bool = False,
    idempotency_key: str | None = None,
) -> BulkJob:
    """Revoke attempts of up to 500 students; otherwise as ``grant_attempts_in_bulk``."""
    request = {
        "case_study_id": case_study_id,
        "user_ids": list(dict.fromkeys(user_ids)),
        "amount": amount,
        "reason": reason,
        "dry_run": dry_run,
    }
    return _change(REVOKE, actor, tenant, request, idempotency_key)


def _change(
    operation: AttemptOperation,
    actor: User,
    tenant: Tenant,
    request: dict[str, Any],
    key: str | None,
) -> BulkJob:
    job_id = run_idempotently(
        tenant=tenant,
        operation=f"bulk_{operation.job_type}",
        key=key,
        request=request,
        run=lambda: _run(operation, actor, tenant, **request),
    )
    return BulkJob.objects.for_tenant(tenant).get(pk=job_id)


def _run(
    operation: AttemptOperation,
    actor: User,
    tenant: Tenant,
    *,
    case_study_id: str,
    user_ids: list[str],
    dry_run: bool,
    **facts: Any,
) -> str:
    started_at = timezone.now()
    case_study = find_case_study(tenant, case_study_id)
    request = LedgerRequest(actor=actor, case_study=case_study, **facts)
    job_id = new_id()
    with transaction.atomic():
        postings = operation.lines(request, user_ids)
        post(postings, event=operation.event, request=request, job_id=job_id)
        transaction.set_rollback(dry_run)
    results = [_result(user_id, postings.rejections.get(user_id)) for user_id in user_ids]
    job = BulkJob.objects.create(
        id=job_id,
        tenant=tenant,
        job_type=operation.job_type,
        status=JobStatus.COMPLETED,
        case_study=case_study,
        amount=request.amount,
        reason=request.reason,
        expires_at=request.expires_at,
        dry_run=dry_run,
        total_rows=len(user_ids),
        processed_rows=len(user_ids),
        succeeded_rows=len(user_ids) - len(postings.rejections),
        failed_rows=len(postings.rejections),
        results=results,
        actor_user_id=actor.pk,
        started_at=started_at,
        completed_at=timezone.now(),
    )
    if not dry_run:
        _record(operation, actor, job)
    return job.pk


def _record(operation: AttemptOperation, actor: User, job: BulkJob) -> None:
    """Record the job as a whole, even one that changed nothing.

    The reason stands with each student, where an erasure finds it.
    """
    audit.record_about(
        operation.bulk_event,
        job,
        actor=actor,
        case_study_id=job.case_study_id,
        amount=job.amount,
        expires_at=job.expires_at,
        students=job.succeeded_rows,
        left_out=job.failed_rows,
    )


def _result(user_id: str, rejection: Rejection | None) -> dict[str, Any]:
    return {
        "user_id": user_id,
        "success": rejection is None,
        "error": rejection and rejection.reason,
    }
