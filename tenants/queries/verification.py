"""The verification of an audit trail against its chain of seals (contract §18).

The database computes every digest anew and compares whole seals; only where one differs are its
events read, to name the first that does. Whatever the size of a trail, memory is that of a seal.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any, NamedTuple

from django.db import connection

from tenants.models.retention import LEAST_AUDIT_DAYS, MOST_DAYS
from tenants.queries.differences import first_difference

# Seals that one statement looks at.
_SEALS = 20

# How far the clock of the database may have been put back.
_CLOCK = timedelta(days=1)

_LINKS = """
    SELECT number, after_arrival, after_id, last_arrival, last_id, events, sealed_at, dropped_to,
        audit_days, former, hash, hash = audit_seal_hash(seal) AS is_whole,
        CASE WHEN number > %(dropped)s THEN content = audit_seal_content(seal) END AS holds
    FROM tenants_auditseal AS seal
    WHERE tenant_id = %(tenant)s AND number > %(number)s ORDER BY number LIMIT %(most)s
"""
_DROPPED = "SELECT coalesce(max(dropped_to), 0) FROM tenants_auditseal WHERE tenant_id = %s"
_NEWEST_DROPPED = """
    SELECT max(newest_at), now() FROM tenants_auditseal WHERE tenant_id = %s AND number <= %s
"""
# Behind the first place of all there is none.
_BEFORE_ALL = """
    SELECT id FROM tenants_auditevent WHERE tenant_id = %s AND (arrival, id) <= (-1, '')
    ORDER BY arrival, id LIMIT 1
"""
_PARTS = """
    SELECT id, part FROM audit_parts_difference
    WHERE tenant_id = %s AND (arrival, id) > (%s, %s) AND (arrival, id) <= (%s, %s)
    ORDER BY arrival, id LIMIT 1
"""
_UNSEALED = """
    SELECT count(*) FROM tenants_auditevent
    WHERE tenant_id = %s AND (arrival, id) > (%s, %s)
"""


class Link(NamedTuple):
    """A seal as it is stored, and whether the database finds it and its events whole."""

    number: int
    after_arrival: int
    after_id: str
    last_arrival: int
    last_id: str
    events: int
    sealed_at: datetime
    dropped_to: int | None
    audit_days: int | None
    former: bytes
    hash: bytes
    is_whole: bool
    # None where its events are let go.
    holds: bool | None


class Range(NamedTuple):
    """Events of a tenant: by arrival and id, behind the first pair, up to and with the second."""

    tenant_id: str
    after_arrival: int
    after_id: str
    last_arrival: int
    last_id: str


_LAST_OF_ALL = 2**63 - 1


class Verification:
    """One pass over a tenant's trail: iterate over its faults, then ask for the numbers.

    All of it has to be read in one snapshot: seals are made, and events let go, meanwhile.
    """

    def __init__(self, tenant_id: str, *, expected: dict[int, str] | None = None) -> None:
        self.tenant_id = tenant_id
        self.seals = self.verified = self.unsealed = 0
        self._expected = dict(expected or {})
        self._last: Link | None = None

    def __iter__(self) -> Iterator[str]:
        """Yield every fault, the first one of each seal."""
        for link in self._links():
            fault = self._fault(link)
            if fault:
                yield fault
            else:
                self.verified += link.events if link.holds else 0
            yield from self._further(_range(self.tenant_id, link))
            self._last = link
            self.seals += 1
        if slipped_in := _one(_BEFORE_ALL, [self.tenant_id]):
            yield f"event {slipped_in[0]} was slipped in before all others."
        for number in sorted(self._expected):
            yield f"seal {number} was removed: its head is known outside."
        yield from self._tail()

    def _links(self) -> Iterator[Link]:
        (dropped,) = _one(_DROPPED, [self.tenant_id])
        number = 0
        while True:
            values = {
                "tenant": self.tenant_id,
                "number": number,
                "dropped": dropped,
                "most": _SEALS,
            }
            with connection.cursor() as cursor:
                cursor.execute(_LINKS, values)
                links = [Link(*row) for row in cursor.fetchall()]
            yield from links
            if len(links) < _SEALS:
                return
            number = links[-1].number

    def _fault(self, link: Link) -> str | None:
        """Return what is wrong with a seal or, if nothing is, with its events."""
        expected = self._expected.pop(link.number, None)
        if expected and expected != bytes(link.hash).hex():
            return f"seal {link.number} is another one than the head that is known outside."
        return self._fault_of_chain(link) or self._fault_of_drop(link) or self._difference(link)

    def _fault_of_chain(self, link: Link) -> str | None:
        last = self._last
        next_number = last.number + 1 if last else 1
        if link.number != next_number:
            return f"seal {next_number} was removed."
        if not link.is_whole:
            return f"seal {link.number} was changed."
        if bytes(link.former) != (bytes(last.hash) if last else b""):
            return f"seal {link.number} does not follow from the seal before: one was rebuilt."
        begins = (last.last_arrival, last.last_id) if last else (-1, "")
        if (link.after_arrival, link.after_id) != begins:
            return f"seal {link.number} does not begin where the seal before ends."
        return None

    def _fault_of_drop(self, link: Link) -> str | None:
        """Return why events may not have been let go as this link says."""
        if link.dropped_to is None:
            return None
        newest, now = _one(_NEWEST_DROPPED, [self.tenant_id, link.dropped_to])
        days = link.audit_days or 0
        is_allowed = (
            LEAST_AUDIT_DAYS <= days <= MOST_DAYS
            and link.dropped_to < link.number
            and link.sealed_at <= now + _CLOCK
            and (newest is None or newest < link.sealed_at - timedelta(days=days))
        )
        return None if is_allowed else f"seal {link.number} lets events go that had to be kept."

    def _difference(self, link: Link) -> str | None:
        if link.holds:
            return None
        difference = first_difference(self.tenant_id, link.number, is_dropped=link.holds is None)
        return difference and f"{difference} (seal {link.number})."

    def _further(self, events: Range) -> Iterator[str]:
        """Yield the first event of a range that does not match what is kept apart, or itself."""
        if found := _one(_PARTS, [*events]):
            event_id, part = found
            if part == "columns":
                yield f"event {event_id}: part_of, done_in or done_from is not as its metadata say."
            else:
                yield f"event {event_id}: its {part}, which is kept apart, was changed or removed."

    def _tail(self) -> Iterator[str]:
        last = self._last
        begins = (last.last_arrival, last.last_id) if last else (-1, "")
        (self.unsealed,) = _one(_UNSEALED, [self.tenant_id, *begins])
        yield from self._further(Range(self.tenant_id, *begins, _LAST_OF_ALL, ""))


def _range(tenant_id: str, link: Link) -> Range:
    return Range(tenant_id, link.after_arrival, link.after_id, link.last_arrival, link.last_id)


def _one(query: str, values: list) -> Any:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        return cursor.fetchone()
