"""The texts that searches look into, written anew, some thousand people at a time.

No table is locked: people work on meanwhile, and a search by an accent finds those who had their
turn. If it is interrupted, it begins again.
"""

from typing import Any

from django.db import migrations, transaction

_BATCH = 2_000

_NEXT = """
    SELECT array_agg(id)
    FROM (SELECT id FROM accounts_user WHERE id > %s ORDER BY id LIMIT %s) AS batch
"""
# The database works out generated columns of the rows that a statement writes.
_REFOLD = "UPDATE accounts_user SET first_name = first_name WHERE id = ANY (%s)"
_REFRESH = "SELECT refresh_search_entries(%s)"


def refold(apps: Any, schema_editor: Any) -> None:
    """Write all users' search texts anew; each batch is a transaction of its own."""
    connection = schema_editor.connection
    last = ""
    with connection.cursor() as cursor:
        while ids := _next(cursor, last):
            with transaction.atomic(using=connection.alias):
                cursor.execute(_REFOLD, [ids])
                cursor.execute(_REFRESH, [ids])
            last = max(ids)


def _next(cursor: Any, last: str) -> list[str] | None:
    cursor.execute(_NEXT, [last, _BATCH])
    (ids,) = cursor.fetchone()
    return ids


class Migration(migrations.Migration):
    atomic = False
    dependencies = [("students", "0004_search")]

    operations = [migrations.RunPython(refold, refold, elidable=True)]
