"""What the database holds, to tell whether anything was written and whose it is."""

from django.db import connection
from django.db.backends.base.introspection import TableInfo

from tenants.models import Tenant

# A browser's session is renewed by looking.
_LEFT_OUT = {"django_session"}


def contents(tenant: Tenant | None = None) -> dict[str, list[str]]:
    """Return the rows of each table as texts; with a tenant, those that name it."""
    with connection.cursor() as cursor:
        return {
            table.name: _rows(cursor, table, tenant.pk if tenant else "")
            for table in connection.introspection.get_table_list(cursor)
            if table.type == "t" and table.name not in _LEFT_OUT
        }


def _rows(cursor, table: TableInfo, naming: str) -> list[str]:
    cursor.execute(f"SELECT t::text FROM {connection.ops.quote_name(table.name)} t")  # noqa: S608
    return sorted(row for (row,) in cursor.fetchall() if naming in row)
