"""Statements over a whole table, some thousand rows at a time: nobody waits for long."""

import time
from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import QuerySet

from config.time_allowed import TimeAllowed

_BATCH = 2_000

# Rows that one transaction removes: how many the first one, and how many at most.
FIRST_REMOVED, MOST_REMOVED = 500, 5_000
# Seconds after which the next one removes half as many, or twice as many if it took less.
_LONG, _SHORT = 1.0, 0.25

_NEXT = """
    SELECT array_agg(id) FROM (SELECT id FROM {} WHERE id > %s ORDER BY id LIMIT %s) AS batch
"""


def run_in_batches(
    connection: BaseDatabaseWrapper, *, table: str, statement: str, setting: str
) -> None:
    """Run a statement with the ids of a table's rows; each batch is a transaction of its own.

    ``setting`` is switched on meanwhile, for this connection alone. What was interrupted may be run
    again if the statement leaves out rows that had their turn.
    """
    last = ""
    with connection.cursor() as cursor:
        while ids := _next(cursor, table, last):
            with transaction.atomic(using=connection.alias):
                cursor.execute(f"SET LOCAL {setting} = 'on'")
                cursor.execute(statement, [ids])
            last = max(ids)


def _next(cursor: Any, table: str, last: str) -> list[str] | None:
    cursor.execute(_NEXT.format(table), [last, _BATCH])
    (ids,) = cursor.fetchone()
    return ids


def remove_rows(rows: QuerySet, allowed: TimeAllowed) -> int:
    """Delete rows as long as it is allowed; return how many there were.

    Some at a time, each in a transaction of its own and fewer where they take long. Rows that
    somebody else holds at the moment are left to the next time.
    """
    rows = rows.order_by()
    total, size = 0, FIRST_REMOVED
    while True:
        began = time.monotonic()
        if not (removed := _remove_some(rows, size)):
            return total
        total += removed
        size = next_size(size, time.monotonic() - began)
        if allowed.is_over():
            allowed.leaves_some = rows.exists()
            return total


def next_size(size: int, seconds: float) -> int:
    """Return how many rows are removed next, after so many took so long."""
    if seconds > _LONG:
        return max(1, size // 2)
    return min(MOST_REMOVED, size * 2) if seconds < _SHORT else size


def _remove_some(rows: QuerySet, size: int) -> int:
    # As one statement, the planner may look for some more of them for each row that it deletes.
    with transaction.atomic(savepoint=False):
        some = rows.select_for_update(skip_locked=True).values_list("pk", flat=True)[:size]
        return QuerySet(rows.model).filter(pk__in=list(some)).delete()[0]
