"""What the database holds, to tell whether anything was written and whose it is."""

from django.db import connection
from psycopg import sql

from tenants.models import Tenant

_ROWS = sql.SQL("SELECT row_to_json(of_it)::text FROM {} AS of_it")


def contents(tenant: Tenant | None = None) -> dict[str, list[str]]:
    """Return the rows of each table as texts; with a tenant, those that name it."""
    with connection.cursor() as cursor:
        return {
            table.name: _rows(cursor, table.name, tenant.pk if tenant else "")
            for table in connection.introspection.get_table_list(cursor)
            if table.type == "t"
        }


def _rows(cursor, table: str, naming: str) -> list[str]:
    cursor.execute(_ROWS.format(sql.Identifier(table)).as_string(cursor.connection))
    return sorted(row for (row,) in cursor.fetchall() if naming in row)
