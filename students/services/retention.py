"""The removal of transcripts that a tenant does not keep any longer (contract §18)."""

from datetime import datetime, timedelta
from itertools import batched

from django.db import connection, transaction
from django.utils import timezone

from config.context import within
from config.time_allowed import TimeAllowed
from students.models import Session, Transcript
from students.models.states import SessionStatus, TranscriptStatus
from students.services.locks import lock_students
from tenants.models import EventType, Tenant
from tenants.queries.retention import retention_of
from tenants.services import audit

# Sessions that one statement looks at, and transcripts that one transaction empties.
_LOOKED_AT = 2_000
_BATCH = 100

_NEXT = """
    WITH looked_at AS MATERIALIZED (
        SELECT id, user_id, status, transcript_removed_at,
            coalesce(end_time, last_activity, start_time, created_at) AS ended_at
        FROM students_session WHERE tenant_id = %(tenant)s AND id > %(after)s
        ORDER BY id LIMIT %(most)s
    )
    SELECT (SELECT max(id) FROM looked_at), ARRAY(
        SELECT id FROM looked_at JOIN students_transcript ON session_id = id
        WHERE looked_at.status = %(ended)s AND ended_at < %(before)s
            AND transcript_removed_at IS NULL AND jsonb_array_length(messages) > 0
        ORDER BY id
    )
"""


def remove_old_transcripts(tenant: Tenant, allowed: TimeAllowed | None = None) -> int:
    """Empty the transcripts of sessions that ended longer ago than the tenant keeps them.

    Scores and grades stay, and that and when it was removed. Return how many there were; the
    audit trail has one event for all of them. What the time does not allow goes the next time.
    """
    allowed = allowed or TimeAllowed()
    with within(tenant.pk):
        days = retention_of(tenant).transcript_days
        if days is None:
            return 0
        removed = _remove(tenant, timezone.now() - timedelta(days=days), allowed)
        if removed:
            audit.record(
                EventType.TRANSCRIPT_REMOVED,
                actor=None,
                tenant=tenant,
                target_id=None,
                transcripts=removed,
                transcript_days=days,
            )
    return removed


def _remove(tenant: Tenant, before: datetime, allowed: TimeAllowed) -> int:
    total = 0
    after: str | None = ""
    while after is not None:
        after, found = _next(tenant, before, after)
        for some in batched(found, _BATCH):
            total += _empty(tenant, some)
            if allowed.is_over():
                return total
        # What was looked at in vain takes its time as well.
        if allowed.is_over():
            return total
    return total


def _next(tenant: Tenant, before: datetime, after: str) -> tuple[str | None, list[str]]:
    """Return the last session that was looked at, and those whose transcripts are to go."""
    with connection.cursor() as cursor:
        cursor.execute(
            _NEXT,
            {
                "tenant": tenant.pk,
                "after": after,
                "most": _LOOKED_AT,
                "ended": SessionStatus.ENDED,
                "before": before,
            },
        )
        return cursor.fetchone()


@transaction.atomic
def _empty(tenant: Tenant, session_ids: tuple[str, ...]) -> int:
    """Empty these transcripts, under the lock under which they are reported."""
    sessions = Session.objects.for_tenant(tenant).filter(pk__in=session_ids)
    lock_students(tenant=tenant, user_ids=sessions.values_list("user_id", flat=True))
    Transcript.objects.for_tenant(tenant).filter(pk__in=session_ids).update(
        messages=[], status=TranscriptStatus.MISSING
    )
    now = timezone.now()
    return sessions.filter(transcript_removed_at=None).update(
        transcript_status=TranscriptStatus.MISSING, transcript_removed_at=now, updated_at=now
    )
