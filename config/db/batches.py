"""Statements over a whole table, some thousand rows at a time: nobody waits for long."""

from typing import Any

from django.db import transaction
from django.db.backends.base.base import BaseDatabaseWrapper

_BATCH = 2_000

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
