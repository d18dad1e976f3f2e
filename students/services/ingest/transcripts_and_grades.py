"""The storing of a session's transcript and grade.

Both are reported whole, and a later one replaces the former.
"""

from collections.abc import Mapping
from typing import Any

import orjson
from django.db import connection
from django.utils import timezone

from config.timestamps import format_timestamp
from students.models import Grade, Session
from students.models.states import GradingStatus, TranscriptStatus
from students.validators import rounded_score
from tenants.models import Tenant
from tenants.services import audit

# Values that are stored already are not written again. The database compares them: a transcript of
# an hour need not be transferred for that.
_STORE_TRANSCRIPTS = """
    INSERT INTO students_transcript AS stored (session_id, tenant_id, status, messages)
    SELECT session_id, %(tenant)s, status, messages::jsonb
    FROM unnest(%(sessions)s::text[], %(statuses)s::text[], %(messages)s::text[])
        AS reported (session_id, status, messages)
    ON CONFLICT (session_id) DO UPDATE SET status = excluded.status, messages = excluded.messages
    WHERE (stored.status, stored.messages) IS DISTINCT FROM (excluded.status, excluded.messages)
    RETURNING session_id
"""


def transcript_status(transcript: Mapping[str, Any]) -> str:
    """Return the transcript status that a reported transcript gives an ended session (§12.2)."""
    if transcript["status"] == TranscriptStatus.FAILED or transcript["messages"]:
        return transcript["status"]
    return TranscriptStatus.MISSING


def store_transcripts(*, tenant: Tenant, reported: Mapping[str, Mapping[str, Any]]) -> set[str]:
    """Store transcripts by session id; return the sessions for which that changed anything.

    The messages of a failed one are not kept: nobody may read them (§10).
    """
    if not reported:
        return set()
    sessions = sorted(reported)
    statuses = [transcript_status(reported[session]) for session in sessions]
    messages = [
        _encode([] if status == TranscriptStatus.FAILED else reported[session]["messages"])
        for session, status in zip(sessions, statuses, strict=True)
    ]
    values: dict[str, Any] = {
        "tenant": tenant.pk,
        "sessions": sessions,
        "statuses": statuses,
        "messages": messages,
    }
    with connection.cursor() as cursor:
        cursor.execute(_STORE_TRANSCRIPTS, values)
        return {session for (session,) in cursor.fetchall()}


def _encode(messages: list[dict]) -> str:
    return orjson.dumps(
        [m | {"timestamp": format_timestamp(m["timestamp"])} for m in messages]
    ).decode()


def store_grades(
    *, tenant: Tenant, sessions: Mapping[str, Session], reported: Mapping[str, Mapping[str, Any]]
) -> set[str]:
    """Store grades by session id; return the sessions for which that changed anything.

    A grader that gave up leaves no grade, and removes one that it had given before.
    """
    if not reported:
        return set()
    stored = {
        grade.session_id: grade
        for grade in Grade.objects.for_tenant(tenant).filter(session__in=reported)
    }
    made, changed, withdrawn = [], [], []
    for session_id, verdict in sorted(reported.items()):
        grade = stored.get(session_id)
        if verdict["status"] == GradingStatus.FAILED:
            withdrawn += [session_id] if grade else []
            continue
        values = {
            "final_score": rounded_score(verdict["final_score"]),
            "rubric_id": verdict.get("rubric_id"),
            "overall_summary": verdict.get("overall_summary") or "",
            "criteria": verdict["criteria"],
        }
        if grade is None:
            made.append(Grade(tenant=tenant, session=sessions[session_id], **values))
        elif audit.apply(grade, values):
            grade.updated_at = timezone.now()
            changed.append(grade)
    Grade.objects.bulk_create(made)
    fields = ["final_score", "rubric_id", "overall_summary", "criteria", "updated_at"]
    Grade.objects.bulk_update(changed, fields)
    Grade.objects.for_tenant(tenant).filter(session__in=withdrawn).delete()
    return {grade.session_id for grade in made + changed} | set(withdrawn)
