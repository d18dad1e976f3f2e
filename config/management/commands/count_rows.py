"""``manage.py count_rows``: how many rows each table has, to compare two databases by."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, transaction


class Command(BaseCommand):
    help = "Writes name and number of rows of every table that is logged, all at one moment."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            for table, rows in counts(cursor).items():
                self.stdout.write(f"{table} {rows}")


_UNLOGGED = """
    SELECT relname FROM pg_class
    WHERE relpersistence = 'u' AND relnamespace = 'public'::regnamespace
"""


def counts(cursor: Any) -> dict[str, int]:
    """Return the number of rows of each model's table, in the order of names.

    Those that are not logged are left out: only the primary has them, and only until it crashes.
    """
    tables = {model._meta.db_table for model in apps.get_models() if model._meta.managed}
    cursor.execute(_UNLOGGED)
    tables -= {table for (table,) in cursor.fetchall()}
    rows = {}
    for table in sorted(tables):
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        (rows[table],) = cursor.fetchone()
    return rows
