"""``manage.py count_rows``: how many rows each table has, to compare two databases by."""

from typing import Any

from django.apps import apps
from django.core.management.base import BaseCommand
from django.db import connection, transaction


class Command(BaseCommand):
    help = "Writes a line with name and number of rows for every table, all at one moment."

    def handle(self, *args: Any, **options: Any) -> None:
        with transaction.atomic(durable=True), connection.cursor() as cursor:
            cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
            for table, rows in counts(cursor).items():
                self.stdout.write(f"{table} {rows}")


def counts(cursor: Any) -> dict[str, int]:
    """Return the number of rows of each model's table, in the order of names."""
    tables = sorted({model._meta.db_table for model in apps.get_models() if model._meta.managed})
    rows = {}
    for table in tables:
        cursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(table)}")  # noqa: S608
        (rows[table],) = cursor.fetchone()
    return rows
