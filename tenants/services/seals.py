"""The sealing of the audit trail, in the background (contract §18).

No writer waits for it. Events have a number of arrival, and those up to one are sealed once every
transaction has ended that may still bring an event with a lower one: whoever writes an event holds
a lock of its table from before the number is given until the end of the transaction. Numbers that
were given in vain are missing ever after.
"""

import logging
import time
from typing import Any

from django.db import connection, transaction

from config.context import within
from config.ids import new_id
from config.time_allowed import TimeAllowed
from tenants.models import Tenant
from tenants.models.seal import EVENTS_OF_SEAL, VERSION
from tenants.queries.seals import Head, unsealed_trails

logger = logging.getLogger(__name__)

# Seconds to wait for those who write. Whoever takes longer has their events sealed the next time.
PATIENCE = 10.0
_PAUSE = 0.05

_NEXT_ARRIVAL = "SELECT nextval('tenants_auditevent_arrival')"

# Whoever waits for the lock has no number yet; a prepared transaction has no process.
_WRITERS = """
    SELECT virtualtransaction FROM pg_locks
    WHERE locktype = 'relation' AND relation = 'tenants_auditevent'::regclass
        AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
        AND mode = 'RowExclusiveLock' AND granted AND pid IS DISTINCT FROM pg_backend_pid()
"""

# Of two who seal the same tenant's events, the second leaves them to the first.
_IS_ALONE = "SELECT pg_try_advisory_xact_lock(hashtext('tenants.seals'), hashtext(%s))"

_SEAL = """
    WITH head AS (
        SELECT coalesce(max(number), 0) AS number FROM tenants_auditseal
        WHERE tenant_id = %(tenant)s
    ), after AS (
        SELECT coalesce(last_arrival, -1) AS arrival, coalesce(last_id, '') AS id
        FROM head LEFT JOIN tenants_auditseal AS seal
            ON seal.tenant_id = %(tenant)s AND seal.number = head.number
    ), taken AS MATERIALIZED (
        SELECT event.arrival, event.id, event.event_time,
            convert_to(rpad(event.id, 24), 'UTF8')
                || audit_event_digest(%(version)s::smallint, event) AS entry
        FROM tenants_auditevent AS event
        WHERE event.tenant_id = %(tenant)s
            AND (event.arrival, event.id)
                > ((SELECT arrival FROM after), (SELECT id FROM after))
            AND event.arrival < %(arrival)s
        ORDER BY event.arrival, event.id LIMIT %(most)s
    ), last AS (
        SELECT arrival, id FROM taken ORDER BY arrival DESC, id DESC LIMIT 1
    )
    INSERT INTO tenants_auditseal (id, tenant_id, version, last_arrival, last_id, events, newest_at,
        content)
    SELECT %(id)s, %(tenant)s, %(version)s, last.arrival, last.id,
        (SELECT count(*) FROM taken), (SELECT max(event_time) FROM taken),
        (SELECT string_agg(entry, '' ORDER BY arrival, id) FROM taken)
    FROM last
    RETURNING number, hash, sealed_at, events
"""


def settled_arrival(patience: float = PATIENCE) -> int | None:
    """Return a number below which no event can come any more; None if somebody writes for long."""
    with connection.cursor() as cursor:
        cursor.execute(_NEXT_ARRIVAL)
        (arrival,) = cursor.fetchone()
        cursor.execute(_WRITERS)
        writing = set(cursor.fetchall())
        give_up = time.monotonic() + patience
        while writing:
            if time.monotonic() > give_up:
                return None
            time.sleep(_PAUSE)
            cursor.execute(_WRITERS)
            writing &= set(cursor.fetchall())
    return arrival


def seal_events(
    tenants: list[Tenant], allowed: TimeAllowed | None = None, *, patience: float = PATIENCE
) -> int:
    """Seal what these tenants' trails have and no seal covers yet; return how many events.

    Seals of a thousand events at most, each in a transaction of its own.
    """
    allowed = allowed or TimeAllowed()
    arrival = settled_arrival(patience)
    if arrival is None:
        logger.warning(
            "Audit events are not sealed: a transaction that writes some has been open for %d "
            "seconds. They are sealed the next time.",
            patience,
        )
        return 0
    # Asked once for all: a thousand trails without news are no thousand transactions.
    with_news = unsealed_trails(tenant.pk for tenant in tenants)
    return sum(_seal_all(tenant, arrival, allowed) for tenant in tenants if tenant.pk in with_news)


def _seal_all(tenant: Tenant, arrival: int, allowed: TimeAllowed) -> int:
    total, head = 0, None
    with within(tenant.pk):
        while made := _seal(tenant, arrival):
            head = made
            total += made.events
            # What is kept elsewhere is compared by ``verify_audit --expect-head``.
            logger.info("Audit trail sealed: %s, %d events", head, made.events)
            if made.events < EVENTS_OF_SEAL or allowed.is_over():
                break
    return total


def is_alone_at(tenant: Tenant) -> bool:
    """Return whether nobody else adds to the tenant's chain, until the transaction ends."""
    with connection.cursor() as cursor:
        cursor.execute(_IS_ALONE, [tenant.pk])
        return cursor.fetchone() == (True,)


@transaction.atomic
def _seal(tenant: Tenant, arrival: int) -> Head | None:
    values: dict[str, Any] = {
        "id": new_id(),
        "tenant": tenant.pk,
        "arrival": arrival,
        "version": VERSION,
        "most": EVENTS_OF_SEAL,
    }
    if not is_alone_at(tenant):
        return None
    with connection.cursor() as cursor:
        cursor.execute(_SEAL, values)
        made = cursor.fetchone()
    return Head(tenant.slug, *made) if made else None
