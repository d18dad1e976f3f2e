"""The contents of the database, to see whether anything was written and for which tenant."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from psycopg import sql

from tenants.models import Tenant

_ROWS = sql.SQL("SELECT {}, row_to_json(of_it)::text FROM {} AS of_it")


@contextmanager
def undone() -> Iterator[None]:
    """Undo all writes of the block, so that the next case of a test finds the same rows."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def contents(tenant: Tenant | None = None) -> dict[str, list[str]]:
    """Return the rows of each table as texts; with a tenant, those that name it."""
    naming = tenant.pk if tenant else ""
    with connection.cursor() as cursor:
        tables = connection.introspection.get_table_list(cursor)
        rows: dict[str, list[str]] = {table.name: [] for table in tables if table.type == "t"}
        # All in one statement: many tests ask, and there are many tables.
        each = [_ROWS.format(sql.Literal(name), sql.Identifier(name)) for name in rows]
        cursor.execute(sql.SQL(" UNION ALL ").join(each).as_string(cursor.connection))
        for name, row in cursor.fetchall():
            if naming in row:
                rows[name].append(row)
    return {name: sorted(found) for name, found in rows.items()}
