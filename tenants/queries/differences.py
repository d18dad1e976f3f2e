"""The first event in which the trail differs from what a seal covers."""

from itertools import zip_longest

from django.db import connection

# What a seal says of an event: its id, filled up, and its digest.
_ID, _DIGEST = 24, 32
_ENTRY = _ID + _DIGEST

_CONTENT = "SELECT content FROM tenants_auditseal WHERE tenant_id = %s AND number = %s"
_PRESENT = """
    SELECT event.id, audit_event_digest(seal.version, event)
    FROM tenants_auditseal AS seal JOIN tenants_auditevent AS event
        ON event.tenant_id = seal.tenant_id
        AND (event.arrival, event.id) > (seal.after_arrival, seal.after_id)
        AND (event.arrival, event.id) <= (seal.last_arrival, seal.last_id)
    WHERE seal.tenant_id = %s AND seal.number = %s
    ORDER BY event.arrival, event.id LIMIT %s
"""

type Entry = tuple[str, bytes]


def first_difference(tenant_id: str, number: int, *, is_dropped: bool) -> str | None:
    """Return what happened to the first event that is not as a seal has it, as half a sentence.

    Events that are let go may be there or not, but no others, and not changed.
    """
    with connection.cursor() as cursor:
        cursor.execute(_CONTENT, [tenant_id, number])
        (content,) = cursor.fetchone()
        sealed = _entries(bytes(content))
        # Of any number of events that slipped in, the first is among these.
        cursor.execute(_PRESENT, [tenant_id, number, 2 * len(sealed) + 1])
        present = [(event_id, bytes(digest)) for event_id, digest in cursor.fetchall()]
    if is_dropped:
        there = {event_id for event_id, _ in present}
        sealed = [entry for entry in sealed if entry[0] in there]
    return _first(sealed, present)


def _entries(content: bytes) -> list[Entry]:
    parts = (content[at : at + _ENTRY] for at in range(0, len(content), _ENTRY))
    return [(part[:_ID].decode().rstrip(), part[_ID:]) for part in parts]


def _first(sealed: list[Entry], present: list[Entry]) -> str | None:
    known = {event_id for event_id, _ in sealed}
    there = {event_id for event_id, _ in present}
    for was, found in zip_longest(sealed, present):
        if was == found:
            continue
        if found is None or (was and was[0] not in there):
            instead = f"; {found[0]} stands in its place" if found and found[0] not in known else ""
            return f"event {was[0]} was removed{instead}"
        if found[0] not in known:
            return f"event {found[0]} was slipped in"
        if found[0] == was[0]:
            return f"event {found[0]} was changed"
        return f"event {found[0]} was put into another place"
    return None
