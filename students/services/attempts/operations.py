"""The two ways in which attempts change; all else about them is the same."""

from collections.abc import Callable, Collection
from dataclasses import dataclass

from students.models.attempts import JobType
from students.services.attempts.ledger import LedgerRequest, Postings, grant_lines, revoke_lines
from tenants.models import EventType


@dataclass(frozen=True)
class AttemptOperation:
    """``job_type`` names the operation, in jobs and as the scope of idempotency keys."""

    job_type: JobType
    event: EventType
    lines: Callable[[LedgerRequest, Collection[str]], Postings]


GRANT = AttemptOperation(JobType.ATTEMPT_GRANT, EventType.ATTEMPT_GRANTED, grant_lines)
REVOKE = AttemptOperation(JobType.ATTEMPT_REVOKE, EventType.ATTEMPT_REVOKED, revoke_lines)
