"""Reading what was said, which is on record."""

from django.db import transaction

from accounts.models import User
from students.models import Session, Transcript
from students.models.sessions import TranscriptStatus
from tenants.models import EventType, Tenant
from tenants.services import audit

# In any other state nobody may rely on what is stored.
_READABLE = {TranscriptStatus.AVAILABLE, TranscriptStatus.PARTIAL}


@transaction.atomic
def read_transcript(*, actor: User, tenant: Tenant, session: Session) -> list[dict]:
    """Return what was said in a session, and note who read whose transcript (contract §10).

    Empty where there is nothing to read yet, or ever.
    """
    audit.record(
        EventType.TRANSCRIPT_READ,
        actor=actor,
        tenant=tenant,
        target_id=session.pk,
        user_id=session.user_id,
        case_study_id=session.case_study_id,
        transcript_status=session.transcript_status,
    )
    if session.transcript_status not in _READABLE:
        return []
    stored = Transcript.objects.for_tenant(session.tenant_id).filter(session=session)
    return stored.values_list("messages", flat=True).first() or []
