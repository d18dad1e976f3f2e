"""The rows of reported sessions, each hundred of them in one statement of constant length.

Django's ``bulk_create`` and ``bulk_update`` name every value of every session in their statement:
for hundreds of them, making it takes longer than the database needs to carry it out.
"""

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.utils import timezone

from students.models import Session
from tenants.models import Tenant

REPORTED = (
    "status",
    "start_time",
    "end_time",
    "last_activity",
    "elapsed_active_time",
    "reconnect_count",
    "end_reason",
)
_WRITTEN = ("id", *REPORTED, "transcript_status", "grading_status")

_NEW = ("tenant_id", "user_id", "case_study_id", "created_at", "duration_limit", *_WRITTEN)

_INSERT = """
    INSERT INTO students_session (
        tenant_id, user_id, case_study_id, created_at, duration_limit, id, status, start_time,
        end_time, last_activity, elapsed_active_time, reconnect_count, end_reason,
        transcript_status, grading_status
    )
    SELECT * FROM unnest(
        %(tenant_id)s::text[], %(user_id)s::text[], %(case_study_id)s::text[],
        %(created_at)s::timestamptz[], %(duration_limit)s::int[], %(id)s::text[],
        %(status)s::text[], %(start_time)s::timestamptz[], %(end_time)s::timestamptz[],
        %(last_activity)s::timestamptz[], %(elapsed_active_time)s::float8[],
        %(reconnect_count)s::int[], %(end_reason)s::text[], %(transcript_status)s::text[],
        %(grading_status)s::text[]
    )
"""

_UPDATE = """
    UPDATE students_session AS session
    SET status = new.status, start_time = new.start_time, end_time = new.end_time,
        last_activity = new.last_activity, elapsed_active_time = new.elapsed_active_time,
        reconnect_count = new.reconnect_count, end_reason = new.end_reason,
        transcript_status = new.transcript_status, grading_status = new.grading_status,
        updated_at = %(now)s
    FROM unnest(
        %(id)s::text[], %(status)s::text[], %(start_time)s::timestamptz[],
        %(end_time)s::timestamptz[], %(last_activity)s::timestamptz[],
        %(elapsed_active_time)s::float8[], %(reconnect_count)s::int[], %(end_reason)s::text[],
        %(transcript_status)s::text[], %(grading_status)s::text[]
    ) AS new (
        id, status, start_time, end_time, last_activity, elapsed_active_time, reconnect_count,
        end_reason, transcript_status, grading_status
    )
    WHERE session.tenant_id = %(tenant)s AND session.id = new.id
"""


def insert_sessions(sessions: Sequence[Session]) -> None:
    """Insert new sessions; raises IntegrityError where one exists already."""
    if not sessions:
        return
    with connection.cursor() as cursor:
        cursor.execute(_INSERT, _values(sessions, _NEW))


def update_sessions(tenant: Tenant, sessions: Sequence[Session]) -> None:
    """Write the fields of stored sessions that reports may change."""
    if not sessions:
        return
    now = timezone.now()
    for session in sessions:
        session.updated_at = now
    values = _values(sessions, _WRITTEN)
    with connection.cursor() as cursor:
        cursor.execute(_UPDATE, {"tenant": tenant.pk, "now": now, **values})


def _values(sessions: Sequence[Session], names: Sequence[str]) -> dict[str, list[Any]]:
    return {name: [getattr(session, name) for session in sessions] for name in names}
