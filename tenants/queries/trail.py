"""Events of the audit trail, however many (contract §11, §18, §19)."""

from collections.abc import Collection, Iterator
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from config.errors import RuleViolation
from config.ids import is_id
from config.permissions import Viewer
from config.timestamps import format_timestamp
from tenants.models import AuditEvent, EventType, Tenant
from tenants.queries import known

# What everybody who reads an event gets of it, in this order.
FIELDS = (
    "id",
    "tenant_id",
    "actor_user_id",
    "actor_email",
    "actor_name",
    "target_type",
    "target_id",
    "event_type",
    "event_time",
    "metadata",
    "address",
    "user_agent",
)

_BATCH = 1_000

# Events that are read by their ids; a list counts no further either.
FEW_EVENTS = 10_000

# The most people whose events a text may list.
MOST_PEOPLE = 100


class TooManyPeople(RuleViolation):
    """The refusal of a text that means more people than can be looked up."""

    def __init__(self) -> None:
        super().__init__(
            _(
                "More than %(most)d people match. Name one more exactly: at most %(most)d can be "
                "looked up here."
            )
            % {"most": MOST_PEOPLE}
        )


def as_record(event: AuditEvent) -> dict[str, Any]:
    """Return an event as the API writes it."""
    record = {name: getattr(event, name) for name in FIELDS}
    return record | {"event_time": format_timestamp(event.event_time)}


def each(events: QuerySet[AuditEvent]) -> Iterator[AuditEvent]:
    """Yield events, newest first: batch by batch, so that no statement waits for who reads them."""
    last = None
    while True:
        batch = list((events.filter(_older_than(last)) if last else events)[:_BATCH])
        yield from batch
        if len(batch) < _BATCH:
            return
        last = batch[-1]


def shown(events: QuerySet[AuditEvent]) -> QuerySet[AuditEvent]:
    """Leave out the lines of jobs: the event of the job stands for them."""
    return events.filter(part_of__isnull=True)


def done_in(events: QuerySet[AuditEvent], tenant_id: str, place: str) -> QuerySet[AuditEvent]:
    """Keep what was done in a tenant, which may be another one than the trail's."""
    if place == tenant_id:
        return events.filter(done_in__isnull=True)
    return events.filter(done_in=place)


def done_by(events: QuerySet[AuditEvent], tenant_id: str, text: str) -> QuerySet[AuditEvent]:
    """Keep what people did whom a text means: a part of a name, an address, an id."""
    return events.filter(actor_user_id__in=_people(tenant_id, text))


def done_to(events: QuerySet[AuditEvent], tenant_id: str, text: str) -> QuerySet[AuditEvent]:
    """Keep what is about people whom a text means, or about the row of an id."""
    return events.filter(target_id__in=ids_about(tenant_id, _people(tenant_id, text)))


def concerning(
    events: QuerySet[AuditEvent], tenant_id: str, text: str, *, lines: bool = True
) -> QuerySet[AuditEvent]:
    """Keep what people did, or was done to them, whom a text means; or is about the row of an id.

    Without ``lines``, what they did in a job is told by the job's event; what a job did to them
    stays.
    """
    people = _people(tenant_id, text)
    if not people or events.query.is_empty():
        return events.none()
    about = ids_about(tenant_id, people)
    told = events if lines else shown(events)
    by_each = (told.filter(actor_user_id=one) for one in people)
    few = _ids_of_few(*by_each, events.filter(target_id__in=about))
    if few is not None:
        return events.filter(pk__in=few)
    # So many are found soon, going back from the newest.
    by = Q(actor_user_id__in=people)
    if not lines:
        by &= Q(part_of__isnull=True)
    return events.filter(by | Q(target_id__in=about))


def _ids_of_few(*parts: QuerySet[AuditEvent]) -> list[str] | None:
    """Return the ids of events, each part from its own index; None if they are not few.

    Nobody can tell the database how many there are: that who has most events has them as lines of
    jobs is more than its statistics know.
    """
    first, *others = (
        part.order_by("-event_time", "-pk").values_list("pk", flat=True)[: FEW_EVENTS + 1]
        for part in parts
    )
    ids = list(first.union(*others, all=True).order_by()[: FEW_EVENTS + 1])
    return ids if len(ids) <= FEW_EVENTS else None


def ids_about(
    tenant_id: str, people: Collection[str], *, viewer: Viewer | None = None
) -> list[str]:
    """Return the targets of events about people: themselves, and rows that are about them.

    With a viewer, those that this person may see.
    """
    ids = [*people]
    if people:
        for rows in known.rows_seen_by(viewer):
            ids += rows(tenant_id, people).values_list("pk", flat=True)
    return ids


def _people(tenant_id: str, text: str) -> list[str]:
    text = text.strip()
    if is_id(text):
        return [text]
    people = known.people_called(tenant_id, text, MOST_PEOPLE)
    people += visitors_called(tenant_id, text)
    if len(people) > MOST_PEOPLE:
        raise TooManyPeople
    return people


def visitors_called(tenant_id: str, text: str) -> list[str]:
    """Return people of other tenants who worked in this one, by part of a name or an address.

    Nobody here knows them but the trail, so it is asked what they were called when they did
    something last.
    """
    events = AuditEvent.objects.for_tenant(tenant_id).filter(done_from__isnull=False).order_by()
    visitors = events.values_list("actor_user_id", flat=True).distinct()[:MOST_PEOPLE]
    last = [
        events.filter(actor_user_id=one).order_by("-event_time", "-pk").values("pk")[:1]
        for one in visitors
    ]
    if not last or not text:
        return []
    first, *others = last
    return [
        event.actor_user_id
        for event in AuditEvent.objects.filter(pk__in=first.union(*others, all=True))
        if text.casefold() in f"{event.actor_name} {event.actor_email}".casefold()
    ]


def _older_than(event: AuditEvent) -> Q:
    at_that_time = Q(event_time=event.event_time, pk__lt=event.pk)
    # The first condition is for the index, the second for events of one moment.
    return Q(event_time__lte=event.event_time) & (Q(event_time__lt=event.event_time) | at_that_time)


def deletion_of(tenant: Tenant) -> AuditEvent | None:
    """Return the latest deletion of a tenant; None where the trail has none, or no more."""
    deletions = AuditEvent.objects.for_tenant(tenant).filter(
        event_type=EventType.TENANT_DELETED, target_id=tenant.pk
    )
    return deletions.order_by("-event_time", "-pk").first()
