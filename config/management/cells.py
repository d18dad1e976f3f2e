"""A cell's database, as its owner reaches it: where a tenant stands in it, and its rows.

``config.management.moves`` says in which order things are done in two of them.
"""

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any

import psycopg
from django.core.management.base import CommandError
from psycopg import Cursor, IsolationLevel, errors, sql
from psycopg.conninfo import conninfo_to_dict

from config.db.tenant_rows import (
    LEFT_BEHIND,
    TENANT_TABLE,
    Fingerprint,
    TenantTable,
    copy_in,
    copy_out,
    fingerprint,
    tenant_tables,
    undecided_tables,
)
from config.ids import new_id
from config.management import parked_tasks
from config.management.parked_tasks import TASKS, task_table

# Seconds until a database has to have answered the first call.
_CALL = 10

# The state of a tenant that is on no way.
SETTLED = None

# Whoever writes for a tenant holds it shared (tenants/sql/refuse_while_moving.sql).
_LOCK = "hashtext('tenants.moves'), hashtext(%s)"


class Cell:
    """One cell. What it says and does is of ``tenant_id``, found by the slug in the former cell."""

    def __init__(self, name: str, connection: psycopg.Connection) -> None:
        self.name = name
        self.connection = connection

    def __str__(self) -> str:
        return self.name

    @property
    def address(self) -> str:
        """The database without its password, for people and for the trail."""
        info = self.connection.info
        return f"{info.host}:{info.port}/{info.dbname}"

    def ask(self, query: str, *values: Any) -> list[tuple]:
        return self.connection.execute(query, values).fetchall()

    def do(self, statement: str, *values: Any) -> int:
        """Run a statement; return the number of rows that it touched."""
        return self.connection.execute(statement, values).rowcount

    def run(self, statement: sql.Composed) -> None:
        """Run a statement that takes no values."""
        self.connection.execute(statement)

    def transaction(self) -> Any:
        return self.connection.transaction()

    @contextmanager
    def snapshot(self, name: str | None = None) -> Iterator[Cursor]:
        """Read what one moment holds, for the length of the block: a named one, or the present."""
        self.connection.isolation_level = IsolationLevel.REPEATABLE_READ
        try:
            with self.transaction(), self.connection.cursor() as cursor:
                if name:
                    cursor.execute(sql.SQL("SET TRANSACTION SNAPSHOT {}").format(sql.Literal(name)))
                yield cursor
        finally:
            if not self.connection.closed:
                self.connection.isolation_level = None

    def require_ready(self) -> None:
        """Raise a CommandError unless rows can be moved from and to it as they are."""
        ((may, role),) = self.ask(
            "SELECT has_parameter_privilege('session_replication_role', 'SET'), current_user"
        )
        if not may:
            raise CommandError(
                f"{self}: this role may not write rows as they are. Let an administrator run there:"
                f"\nGRANT SET ON PARAMETER session_replication_role TO {role};"
            )
        with self.connection.cursor() as cursor:
            if undecided := undecided_tables(cursor):
                raise CommandError(
                    f"{self}: nobody has decided whether the rows of {', '.join(undecided)} come"
                    " along (config/db/tenant_rows.py)."
                )

    def migrations(self) -> list[tuple]:
        """Return what tells whether two cells are of one release."""
        return self.ask("SELECT app, name FROM django_migrations ORDER BY app, name")

    def is_same_as(self, other: "Cell") -> bool:
        """Return whether both are one database, however it was reached."""
        which = "SELECT current_database(), pg_postmaster_start_time()"
        return self.ask(which) == other.ask(which)

    # Where the tenant stands

    def tenant_called(self, slug: str) -> tuple[str, str] | None:
        """Return (id, name)."""
        found = self.ask("SELECT id, name FROM tenants_tenant WHERE slug = %s", slug)
        return found[0] if found else None

    def on_their_way(self) -> list[tuple[str, str]]:
        """Return (slug, state) of all tenants that have one."""
        return self.ask(
            "SELECT slug, move_state FROM tenants_tenant WHERE move_state IS NOT NULL ORDER BY slug"
        )

    def has(self, tenant_id: str) -> bool:
        return bool(self.ask("SELECT FROM tenants_tenant WHERE id = %s", tenant_id))

    def state(self, tenant_id: str) -> str | None:
        """Return the tenant's state; raises a CommandError where there is no such tenant."""
        for (state,) in self.ask("SELECT move_state FROM tenants_tenant WHERE id = %s", tenant_id):
            return state
        raise CommandError(f"{self} does not have this university.")

    def set_state(self, tenant_id: str, state: str | None, *, former: str | None) -> None:
        """Write a state where the former one is still there; raises a CommandError else."""
        if not self.do(
            "UPDATE tenants_tenant SET move_state = %s"
            " WHERE id = %s AND move_state IS NOT DISTINCT FROM %s",
            state,
            tenant_id,
            former,
        ):
            raise CommandError(f"{self}: somebody else has moved this university meanwhile.")

    @contextmanager
    def alone(self, what: str, *, called: str = "this university") -> Iterator[None]:
        """Let nobody else move the tenant from here, for the length of the block."""
        key = "hashtext('tenants.movers'), hashtext(%s)"
        if self.ask(f"SELECT pg_try_advisory_lock({key})", what) != [(True,)]:
            raise CommandError(f"somebody else is moving {called} at this moment.")
        try:
            yield
        finally:
            if not self.connection.broken and not self.connection.closed:
                self.do(f"SELECT pg_advisory_unlock({key})", what)

    def drain(self, tenant_id: str, patience: float) -> None:
        """Wait until everybody who writes for the tenant has ended; no new ones come.

        Raises a CommandError, with the processes that are waited for, after ``patience`` seconds.
        """
        try:
            with self.transaction():
                self.ask("SELECT set_config('lock_timeout', %s, true)", f"{patience * 1000:.0f}ms")
                self.do(f"SELECT pg_advisory_xact_lock({_LOCK})", tenant_id)
        except errors.LockNotAvailable:
            writers = ", ".join(str(pid) for (pid,) in self.ask(_WRITERS, tenant_id))
            raise CommandError(
                f"{self}: somebody has been writing for {patience:.0f} seconds (process {writers}"
                " of PostgreSQL), perhaps a roster that is being imported. Try again later."
            ) from None

    # Rows

    def tables(self) -> list[TenantTable]:
        """Return all tables that come along, the waiting tasks among them."""
        with self.connection.cursor() as cursor:
            return [*tenant_tables(cursor), task_table(self.connection)]

    def fingerprints(
        self, cursor: Cursor, tenant_id: str, tables: Iterable[TenantTable]
    ) -> dict[str, Fingerprint]:
        return {table.name: fingerprint(cursor, table, tenant_id) for table in tables}

    def without_triggers(self) -> None:
        """Let the rest of the transaction write rows as they are: what is derived comes along."""
        self.do("SET LOCAL session_replication_role = replica")

    def remove(
        self,
        tenant_id: str,
        tables: Iterable[TenantTable] | None = None,
        *,
        with_sessions: bool = False,
    ) -> None:
        """Remove all rows of the tenant, or those of some tables; ``without_triggers``.

        Tasks that are parked go along in any case.
        """
        found = self.tables() if tables is None else tables
        names = {table.name: table.owner for table in found if table.name != TASKS}
        if with_sessions:
            names |= dict.fromkeys(LEFT_BEHIND, "tenant_id")
        for name, owner in names.items():
            self.connection.execute(
                sql.SQL("DELETE FROM {} WHERE {} = %s").format(
                    sql.Identifier(name), sql.Identifier(owner)
                ),
                [tenant_id],
            )
        parked_tasks.remove(self.connection, tenant_id)

    def take_in(self, cursor: Cursor, tenant_id: str, tables: Iterable[TenantTable]) -> None:
        """Write what another cell's cursor reads, in a transaction ``without_triggers``."""
        for table in tables:
            with self.connection.cursor() as writing:
                copy_in(writing, table, copy_out(cursor, table, tenant_id))
        # New events have to come after those that were brought along.
        self.ask(_NEXT_ARRIVALS, tenant_id)

    def record(self, event_type: str, tenant_id: str, **facts: str) -> None:
        """Add an event to the tenant's trail, in which a command has no name."""
        self.do(
            "INSERT INTO tenants_auditevent"
            " (id, tenant_id, target_type, target_id, event_type, event_time, metadata)"
            " VALUES (%s, %s, 'tenant', %s, %s, clock_timestamp(), %s)",
            new_id(),
            tenant_id,
            tenant_id,
            event_type,
            json.dumps({"tenant_id": tenant_id, **facts}),
        )

    def keeps_super_admin_without(self, tenant_id: str) -> bool:
        """Return whether a Super Admin who can act is left when the tenant has gone."""
        return bool(self.ask(_OTHER_SUPER_ADMINS, tenant_id))


@contextmanager
def reached(name: str, **parameters: Any) -> Iterator[Cell]:
    """Reach a cell's database; raises a CommandError where it does not answer."""
    try:
        connection = psycopg.connect(
            **{"connect_timeout": _CALL, **parameters}, autocommit=True, prepare_threshold=None
        )
    except psycopg.Error as error:
        raise CommandError(f"{name} is not reached: {str(error).strip()}") from error
    with connection:
        # Texts of rows are compared, and both have to write them alike.
        connection.execute(
            "SET timezone = 'UTC'; SET datestyle = 'ISO'; SET extra_float_digits = 1;"
            " SET intervalstyle = 'postgres'; SET bytea_output = 'hex';"
            " SET command_center.tenant = '*'; SET statement_timeout = 0"
        )
        yield Cell(name, connection)


def parameters_of(url: str, option: str = "--to") -> dict[str, Any]:
    """Return how the database at a URL is reached; raises a CommandError for no address."""
    try:
        return conninfo_to_dict(url)
    except psycopg.ProgrammingError as error:
        # Not in its own words: they repeat the address, with its password.
        raise CommandError(f"{option} is no address of a database: postgresql://…") from error


_WRITERS = """
SELECT pid FROM pg_locks WHERE locktype = 'advisory' AND granted AND mode = 'ShareLock'
    AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
    AND classid::bigint = hashtext('tenants.moves')::bit(32)::bigint
    AND objid::bigint = hashtext(%s)::bit(32)::bigint
ORDER BY pid
"""
# A number that was given meanwhile must not be given again.
_NEXT_ARRIVALS = """
SELECT setval('tenants_auditevent_arrival', last + 1000)
FROM (SELECT max(arrival) AS last FROM tenants_auditevent WHERE tenant_id = %s) AS brought,
    tenants_auditevent_arrival AS here
WHERE last >= here.last_value
"""
_OTHER_SUPER_ADMINS = f"""
SELECT FROM accounts_user AS member
JOIN accounts_role AS role ON role.tenant_id = member.tenant_id AND role.id = member.role_id
JOIN {TENANT_TABLE} AS tenant ON tenant.id = member.tenant_id
WHERE role.legacy_role = 'SUPER_ADMIN' AND member.status = 'ACTIVE' AND tenant.is_active
    AND tenant.move_state IS NULL AND tenant.id <> %s
LIMIT 1
"""
