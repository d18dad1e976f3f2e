"""All rows of one tenant, out of one database and into another (docs/scaling.md, "Cells").

What the database derives comes along as it is, so nothing is computed anew on the way; and what is
read is what one moment held. The tables are the catalogue's own: a new one comes along by itself,
unless it is named here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.backends.utils import CursorWrapper
from psycopg import Cursor, sql

type Reading = CursorWrapper | Cursor

# Tables of tenants' rows that stay where they are.
LEFT_BEHIND = {
    "accounts_browsersession": "browsers sign in anew: their cookie is for the other server",
}

# Numbers that each database gives by itself; nothing refers to them.
OWN_NUMBERS = {
    "accounts_programmemembership": "id",
    "programmes_casestudyprogramme": "id",
    "students_standingcount": "id",
    "students_studentcount": "id",
}

TENANT_TABLE = "tenants_tenant"

# What a row says of its own cell alone.
OWN_COLUMNS = {name: {number} for name, number in OWN_NUMBERS.items()} | {
    TENANT_TABLE: {"move_state", "move_state_since"}
}

# Tables of no tenant's rows: a cell has its own. ``move_tenant`` moves nothing while the database
# has one that is neither here nor a tenant's: nobody has decided what becomes of its rows.
OF_THE_CELL = {
    "accounts_ratecounter": "counts begin anew, as after a restart",
    "auth_group": "empty",
    "auth_group_permissions": "empty",
    "auth_permission": "names of models",
    "background_backgroundworker": "the cell's own workers",
    "django_admin_log": "empty",
    "django_cas_ng_proxygrantingticket": "empty",
    "django_cas_ng_sessionticket": "empty",
    "django_content_type": "names of models",
    "django_migrations": "compared: both cells are of one release",
    "django_session": "empty",
    "django_tasks_database_dbtaskresult": "tasks that wait come along by the tenant they name",
    "rest_framework_api_key_apikey": "empty",
}


@dataclass(frozen=True)
class TenantTable:
    """A table with rows of tenants: its name, its columns that are written, whose rows they are."""

    name: str
    columns: tuple[str, ...]

    @property
    def owner(self) -> str:
        """The column that names the tenant."""
        return "id" if self.name == TENANT_TABLE else "tenant_id"

    def rows(self, tenant_id: str) -> sql.Composed:
        """Return the query of a tenant's rows."""
        return sql.SQL("SELECT {} FROM {} WHERE {} = {}").format(
            _listed(self.columns),
            sql.Identifier(self.name),
            sql.Identifier(self.owner),
            sql.Literal(tenant_id),
        )


@dataclass(frozen=True)
class Fingerprint:
    """The number of rows, and the sum of their digests: equal for equal rows in any order."""

    rows: int
    digest: str


def tenant_tables(cursor: Reading) -> list[TenantTable]:
    """Return all tables that come along, in the order of their names."""
    cursor.execute(_COLUMNS, [TENANT_TABLE])
    return [
        TenantTable(name, tuple(one for one in columns if one not in OWN_COLUMNS.get(name, ())))
        for name, columns in cursor.fetchall()
        if name not in LEFT_BEHIND
    ]


def undecided_tables(cursor: Reading) -> list[str]:
    """Return the tables of which nobody has said whether their rows come along."""
    cursor.execute(_WITHOUT_TENANT, [TENANT_TABLE, list(OF_THE_CELL)])
    return [name for (name,) in cursor.fetchall()]


def copy_out(cursor: Reading, table: TenantTable, tenant_id: str) -> Iterator[bytes]:
    """Yield a tenant's rows of a table in pieces, as PostgreSQL writes them for COPY."""
    statement = sql.SQL("COPY ({}) TO STDOUT").format(table.rows(tenant_id))
    with cursor.copy(statement) as copy:
        yield from map(bytes, copy)


def copy_in(cursor: Reading, table: TenantTable, pieces: Iterator[bytes]) -> None:
    """Write rows that ``copy_out`` has read; raises what PostgreSQL says of them.

    The policies of the tables let nobody COPY into them, so the rows come by a table of their own.
    """
    draft, columns = sql.Identifier("arriving"), _listed(table.columns)
    name = sql.Identifier(table.name)
    cursor.execute(
        sql.SQL("CREATE TEMPORARY TABLE {} AS SELECT {} FROM {} LIMIT 0").format(
            draft, columns, name
        )
    )
    with cursor.copy(sql.SQL("COPY {} FROM STDIN").format(draft)) as copy:
        for piece in pieces:
            copy.write(piece)
    cursor.execute(
        sql.SQL("INSERT INTO {} ({}) SELECT {} FROM {}").format(name, columns, columns, draft)
    )
    cursor.execute(sql.SQL("DROP TABLE {}").format(draft))


def fingerprint(cursor: Reading, table: TenantTable, tenant_id: str) -> Fingerprint:
    """Return what two databases agree on when they hold the same rows."""
    cursor.execute(
        sql.SQL(
            "SELECT count(*), coalesce(sum(hashtextextended(one::text, 0)::numeric), 0)::text"
            " FROM ({}) AS one"
        ).format(table.rows(tenant_id))
    )
    ((rows, digest),) = cursor.fetchall()
    return Fingerprint(rows, digest)


def _listed(columns: tuple[str, ...]) -> sql.Composed:
    return sql.SQL(", ").join(map(sql.Identifier, columns))


_COLUMNS = """
SELECT relname::text, array_agg(attname::text ORDER BY attnum)
FROM pg_class JOIN pg_attribute ON attrelid = pg_class.oid
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
  AND attnum > 0 AND NOT attisdropped AND attgenerated = ''
GROUP BY relname
HAVING relname = %s OR bool_or(attname = 'tenant_id')
ORDER BY relname
"""
_WITHOUT_TENANT = """
SELECT relname::text FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p') AND NOT relispartition
    AND relname <> %s AND NOT relname = ANY (%s) AND NOT EXISTS (
        SELECT FROM pg_attribute
        WHERE attrelid = pg_class.oid AND attname = 'tenant_id' AND NOT attisdropped
    )
ORDER BY relname
"""
