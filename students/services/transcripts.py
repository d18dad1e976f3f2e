"""The reading of transcripts, which the audit trail records."""

from django.db import transaction

from accounts.models import User
from students.models import Session, Transcript
from tenants.models import EventType, Tenant
from tenants.services import audit


@transaction.atomic
def read_transcript(*, actor: User, tenant: Tenant, session: Session) -> list[dict]:
    """Return the messages of a session, and record who read whose transcript (contract §10).

    The list is empty where there is nothing to read yet, or never will be.
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
    if not session.has_readable_transcript:
        return []
    stored = Transcript.objects.for_tenant(session.tenant_id).filter(session=session)
    return stored.values_list("messages", flat=True).first() or []
