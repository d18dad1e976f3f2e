"""The two operations on attempts, and everything in which they differ."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from students.models.attempts import JobType
from students.services.attempts.ledger import LedgerRequest, Postings, grant_lines, revoke_lines
from tenants.models import EventType


@dataclass(frozen=True)
class AttemptOperation:
    """An operation on attempts; ``job_type`` names it in jobs, and scopes idempotency keys."""

    job_type: JobType
    event: EventType
    bulk_event: EventType
    lines: Callable[[LedgerRequest, Collection[str]], Postings]


GRANT = AttemptOperation(
    JobType.ATTEMPT_GRANT, EventType.ATTEMPT_GRANTED, EventType.BULK_JOB_GRANTED, grant_lines
)
REVOKE = AttemptOperation(
    JobType.ATTEMPT_REVOKE, EventType.ATTEMPT_REVOKED, EventType.BULK_JOB_REVOKED, revoke_lines
)
