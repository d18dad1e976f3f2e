"""Rows for COPY: one tuple type per table, with fields named like the columns.

Columns that the database fills itself are left out: identities, generated columns, and those that
triggers maintain (``legacy_role``, ``last_seen_at``).
"""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

_MASK = (1 << 64) - 1
# Odd, so that multiplying by it maps 64-bit numbers one to one: unlike numbers, unlike ids.
_SCATTER = 0x9E3779B97F4A7C15


def demo_id(created_at: datetime, serial: int) -> str:
    """Return the id of a row: its second of creation, then ``serial`` (below 2**64), scrambled.

    The same moment and serial give the same id, on every machine and in every run.
    """
    return f"{int(created_at.timestamp()):08x}{serial * _SCATTER & _MASK:016x}"


class UserRow(NamedTuple):
    id: str
    tenant_id: str
    created_at: datetime
    updated_at: datetime | None
    password: str
    email: str
    role_id: str
    status: str
    first_name: str
    middle_name: str | None
    last_name: str
    unlimited_sessions: bool
    sis_id: str | None
    cohort: str | None


class MembershipRow(NamedTuple):
    tenant_id: str
    user_id: str
    programme_id: str


class SessionRow(NamedTuple):
    id: str
    tenant_id: str
    user_id: str
    case_study_id: str
    created_at: datetime
    conversation_id: str | None
    status: str
    start_time: datetime | None
    end_time: datetime | None
    last_activity: datetime | None
    elapsed_active_time: float
    reconnect_count: int
    end_reason: str | None
    duration_limit: int
    transcript_status: str
    grading_status: str


class TranscriptRow(NamedTuple):
    tenant_id: str
    session_id: str
    status: str
    messages: str  # JSON


class GradeRow(NamedTuple):
    id: str
    tenant_id: str
    session_id: str
    created_at: datetime
    final_score: str
    overall_summary: str
    criteria: str  # JSON


class LedgerRow(NamedTuple):
    id: str
    tenant_id: str
    user_id: str
    case_study_id: str
    created_at: datetime
    type: str
    amount: int
    reason: str
    expires_at: datetime | None
    grant_id: str | None
    actor_user_id: str | None
    actor_name: str | None


@dataclass(slots=True)
class Batch:
    """Some students with all rows that belong to them; tables in the order of their keys."""

    users: list[UserRow] = field(default_factory=list)
    memberships: list[MembershipRow] = field(default_factory=list)
    sessions: list[SessionRow] = field(default_factory=list)
    transcripts: list[TranscriptRow] = field(default_factory=list)
    grades: list[GradeRow] = field(default_factory=list)
    ledger: list[LedgerRow] = field(default_factory=list)

    def tables(self) -> list[list[Any]]:
        return [
            self.users,
            self.memberships,
            self.sessions,
            self.transcripts,
            self.grades,
            self.ledger,
        ]
