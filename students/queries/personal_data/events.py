"""Somebody's events in the audit trail: what others did to them, and what they did."""

from collections.abc import Iterator

from django.db.models import Q

from accounts.models import User
from students.queries.personal_data.parts import Part, Record, who
from tenants.models import AuditEvent
from tenants.queries import trail

_STORED = {
    "tenants.AuditEvent": (
        *("tenant", "id", "actor_user_id", "target_type", "target_id", "event_type"),
        *("event_time", "request_id", "metadata"),
    ),
    "tenants.AuditPersonal": ("actor", "metadata"),
}
_COLUMNS = (
    *("id", "event_time", "event_type", "by", "target_type", "target_id", "metadata"),
    *("address", "user_agent", "request_id"),
)


def _record(event: AuditEvent, person: User, **told: object) -> Record:
    return {
        "id": event.pk,
        "event_time": event.event_time,
        "event_type": event.event_type,
        "by": who(event.actor_user_id, person),
        "target_type": event.target_type,
        "target_id": event.target_id,
        "metadata": event.metadata,
        "address": event.address,
        "user_agent": event.user_agent,
        "request_id": event.request_id,
    } | told


def _about(person: User) -> Iterator[Record]:
    """Yield what others did to a person. From where they did it is their business."""
    others_did = Q(actor_user_id=None) | ~Q(actor_user_id=person.pk)
    events = AuditEvent.objects.for_tenant(person.tenant_id).filter(
        others_did, target_id__in=trail.ids_about(person.tenant_id, [person.pk])
    )
    for event in trail.each(events):
        theirs = {"address": None, "user_agent": None} if event.actor_user_id else {}
        yield _record(event, person, **theirs)


def _by(person: User) -> Iterator[Record]:
    """Yield what a person did. What concerns somebody else is told without that one's data."""
    events = AuditEvent.objects.for_tenant(person.tenant_id).filter(actor_user_id=person.pk)
    for event in trail.each(events):
        is_own = event.target_id in {None, person.pk}
        yield _record(event, person, **({} if is_own else {"target_id": None, "metadata": {}}))


EVENTS = (
    Part(
        "events_about_you",
        "What others, or the system, did to your account, your attempts and your sessions, from"
        " the audit trail. by says whether it was staff or the system; tries to sign in to your"
        " account that failed are here too.",
        _COLUMNS,
        _STORED,
        _about,
    ),
    Part(
        "events_by_you",
        "What you did yourself, from the audit trail: your sign-ins, your changes, and from which"
        " network address and with which program. Where it concerned somebody else, their data"
        " are left out.",
        _COLUMNS,
        _STORED,
        _by,
    ),
)
