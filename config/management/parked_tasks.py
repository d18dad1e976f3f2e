"""The tasks that wait for a tenant on its way: no worker takes them, and they come along."""

from dataclasses import dataclass

from psycopg import Connection, sql

from config.db.tenant_rows import TenantTable

TASKS = "django_tasks_database_dbtaskresult"

# No worker takes tasks of another backend than its own.
_PARKED, _USUAL = "moving", "default"

# Tasks name their tenant among their arguments.
_OF_TENANT = "args_kwargs @> jsonb_build_object('args', jsonb_build_array({}::text))"

_RUNNING = "SELECT count(*) FROM {tasks} WHERE status = 'RUNNING' AND {of_tenant}"
_PARK = (
    "UPDATE {tasks} SET backend_name = {parked}"
    " WHERE status = 'READY' AND backend_name = {usual} AND {of_tenant}"
)
_RESUME = "UPDATE {tasks} SET backend_name = {usual} WHERE backend_name = {parked} AND {of_tenant}"
_REMOVE = "DELETE FROM {tasks} WHERE backend_name = {parked} AND {of_tenant}"
_READ = "SELECT {columns} FROM {tasks} WHERE backend_name = {parked} AND {of_tenant}"
_COLUMNS = """
SELECT array_agg(attname::text ORDER BY attnum) FROM pg_attribute
WHERE attrelid = %s::regclass AND attnum > 0 AND NOT attisdropped
"""


@dataclass(frozen=True)
class TaskTable(TenantTable):
    """The tasks that wait for a tenant which is on its way."""

    def rows(self, tenant_id: str) -> sql.Composed:
        columns = sql.SQL(", ").join(map(sql.Identifier, self.columns))
        return _of(tenant_id, _READ, columns=columns)


def task_table(connection: Connection) -> TaskTable:
    ((columns,),) = connection.execute(_COLUMNS, [TASKS]).fetchall()
    return TaskTable(TASKS, tuple(columns))


def running(connection: Connection, tenant_id: str) -> int:
    """Return how many of the tenant's tasks are being worked on."""
    ((count,),) = connection.execute(_of(tenant_id, _RUNNING)).fetchall()
    return count


def park(connection: Connection, tenant_id: str) -> None:
    """Let no worker begin what waits for the tenant."""
    connection.execute(_of(tenant_id, _PARK))


def resume(connection: Connection, tenant_id: str) -> None:
    """Give workers back what was parked."""
    connection.execute(_of(tenant_id, _RESUME))


def remove(connection: Connection, tenant_id: str) -> None:
    """Remove what is parked."""
    connection.execute(_of(tenant_id, _REMOVE))


def _of(tenant_id: str, statement: str, **parts: sql.Composable) -> sql.Composed:
    return sql.SQL(statement).format(
        tasks=sql.Identifier(TASKS),
        parked=sql.Literal(_PARKED),
        usual=sql.Literal(_USUAL),
        of_tenant=sql.SQL(_OF_TENANT).format(sql.Literal(tenant_id)),
        **parts,
    )
