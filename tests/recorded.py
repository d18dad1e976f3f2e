"""What the trail holds, as tests compare it."""

from collections.abc import Collection
from typing import Any

from tenants.models import AuditEvent

# What the database adds: what seals are made of, and what it reads from the metadata for lists.
_OF_THE_DATABASE = {"actor_digest", "metadata_digest", "arrival", "part_of", "done_in", "done_from"}


def recorded(event: AuditEvent, without: Collection[str] = ()) -> dict[str, Any]:
    """Return an event as it reads, by column; what the database adds is no part of that."""
    columns = [field.attname for field in AuditEvent._meta.fields]
    return {
        name: getattr(event, name) for name in columns if name not in _OF_THE_DATABASE | {*without}
    }


def whole_trail() -> str:
    """Return everything that stands in the trail and beside it."""
    return str([recorded(event) for event in AuditEvent.objects.all()])
