"""What becomes of the sessions of a student who is erased: words go, numbers stay (§18)."""

from collections import Counter

from django.db import connection

from accounts.models import User
from students.models import Session, Transcript
from students.models.states import TranscriptStatus

_GRADES = """
    UPDATE students_grade AS grade SET overall_summary = '', criteria = (
        SELECT coalesce(jsonb_agg(
            CASE WHEN criterion ? 'feedback' THEN criterion || '{"feedback": ""}' ELSE criterion END
            ORDER BY place
        ), '[]')
        FROM jsonb_array_elements(criteria) WITH ORDINALITY AS each (criterion, place)
    )
    FROM students_session AS session
    WHERE session.id = grade.session_id AND session.tenant_id = %s AND session.user_id = %s
"""


def forget_words(user: User) -> Counter[str]:
    """Delete transcripts and feedback of a locked student; return rows by table."""
    sessions = Session.objects.for_tenant(user.tenant_id).filter(user=user)
    transcripts = Transcript.objects.for_tenant(user.tenant_id).filter(session__user=user)
    # Nobody is offered a transcript that is gone.
    sessions.filter(transcript__isnull=False).exclude(
        transcript_status=TranscriptStatus.PROCESSING
    ).update(transcript_status=TranscriptStatus.MISSING)
    counts = Counter(
        {
            "students.Session": sessions.exclude(conversation_id=None).update(conversation_id=None),
            "students.Transcript": transcripts.delete()[0],
        }
    )
    with connection.cursor() as cursor:
        cursor.execute(_GRADES, [user.tenant_id, user.pk])
        counts["students.Grade"] = cursor.rowcount
    return counts
