"""Bulk jobs with those who started them, and what they did for whom (contract §9.4)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from accounts.models import User
from students.models import AttemptTransaction, BulkJob, Student


@dataclass(frozen=True)
class BulkOutcome:
    """The outcome of a bulk change for one student, before or after it is done."""

    student: Student | None
    error: str | None
    remaining: int | None = None


def with_actors(jobs: Sequence[BulkJob]) -> Sequence[BulkJob]:
    """Give a tenant's jobs the ``actor_name`` of those who started them; None where it is unknown.

    Who works in another tenant than their own is not among its users: there the ledger has it.
    """
    ids = {job.actor_user_id for job in jobs if job.actor_user_id}
    names: dict[str, str | None] = {}
    if ids:
        users = User.objects.for_tenant(jobs[0].tenant_id).filter(pk__in=ids)
        names = {user.pk: user.display_name for user in users}
        for actor in ids - names.keys():
            lines = AttemptTransaction.objects.for_tenant(jobs[0].tenant_id)
            line = lines.filter(actor_user_id=actor).order_by().first()
            names[actor] = line.actor_name if line else None
    for job in jobs:
        job.actor_name = names.get(job.actor_user_id or "")
    return jobs


def outcomes_of(job: BulkJob, remaining: Mapping[str, int] | None = None) -> list[BulkOutcome]:
    """Return the outcome of each student of a job, first those who were left out."""
    user_ids = [result["user_id"] for result in job.results]
    students = Student.objects.for_tenant(job.tenant_id).in_bulk(user_ids)
    outcomes = [
        BulkOutcome(
            students.get(result["user_id"]),
            result["error"],
            (remaining or {}).get(result["user_id"]),
        )
        for result in job.results
    ]
    return sorted(outcomes, key=lambda outcome: outcome.error is None)


def left_out_of(job: BulkJob) -> list[str]:
    """Return the ids of those whom a job left out and who are students now."""
    refused = [result["user_id"] for result in job.results if not result["success"]]
    if not refused:
        return []
    students = set(
        Student.objects.for_tenant(job.tenant_id)
        .filter(pk__in=refused)
        .values_list("pk", flat=True)
    )
    return [user_id for user_id in refused if user_id in students]
