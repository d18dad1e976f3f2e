"""The contents of the database: what was written, for which tenant, and how it goes again."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection, transaction
from psycopg import sql

from tenants.models import Tenant

# Made with the database, for all tests.
_KEPT = {"django_migrations", "django_content_type", "auth_permission"}

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


def empty() -> None:
    """Delete all rows that tests wrote, once whoever still writes has ended.

    Takes a tenth of the time of Django's way (TRUNCATE, then all content types anew). Triggers and
    foreign keys are off meanwhile: the ledger and the audit trail let nobody delete their rows.
    """
    names = set(connection.introspection.django_table_names(only_existing=True)) - _KEPT
    tables = [sql.Identifier(name) for name in sorted(names)]
    locking = sql.SQL("LOCK TABLE {} IN EXCLUSIVE MODE").format(sql.SQL(", ").join(tables))
    deleting = [sql.SQL("DELETE FROM {}").format(table) for table in tables]
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql.SQL("; ").join([locking, *deleting]).as_string(cursor.connection))
