"""The cell that a tenant's changes are followed from: its publication and its slot.

The publication is the first thing that is made for an online move and the last that is removed,
and its comment names the tables whose replica identity was changed: so whatever is cut off, what
there is to be put back is known. The slot keeps PostgreSQL's log until it was read, for ever where
nobody reads it; it is the first thing that is removed.
"""

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import psycopg
from django.core.management.base import CommandError
from psycopg import errors, sql

from config.db.tenant_rows import OWN_COLUMNS, TenantTable
from config.management import replica_identities
from config.management.cells import Cell

PREFIX = "command_center_move_"

_PAUSE = 0.05
# Seconds that others may have to wait behind us for a table, while we wait for those before us.
_LOCK = 0.5


class FollowerPosition(NamedTuple):
    """How far the follower has come: is it connected, is what it needs still there, is it past."""

    is_read: bool
    is_kept: bool
    is_past: bool


class Publication:
    """What lets another cell follow one tenant's rows; each step may be repeated."""

    def __init__(self, cell: Cell, tenant_id: str, patience: float) -> None:
        self.cell, self.tenant_id, self.patience = cell, tenant_id, patience
        self.name = f"{PREFIX}{tenant_id}"

    def require_possible(self) -> None:
        """Raise a CommandError, which says what to set, unless the rows can be followed."""
        ((level, may_follow, may_create, role, database),) = self.cell.ask(_ABOUT)
        if level != "logical":
            raise CommandError(
                f"{self.cell}: its log does not say enough to be followed (wal_level is {level})."
                " Set it there, and restart PostgreSQL:\nALTER SYSTEM SET wal_level = 'logical';"
            )
        if not may_follow:
            raise CommandError(
                f"{self.cell}: this role may not let others follow. Let an administrator run there:"
                f"\nALTER ROLE {role} REPLICATION;"
            )
        if not may_create:
            raise CommandError(
                f"{self.cell}: this role may make no publication. Let an administrator run there:"
                f"\nGRANT CREATE ON DATABASE {database} TO {role};"
            )
        if others := [slug for slug in online_moves(self.cell) if slug]:
            raise CommandError(
                f"{self.cell}: an online move of {', '.join(others)} was begun. End it first:"
                " move_tenant SLUG --undo."
            )

    def exists(self) -> bool:
        """Return whether anything of an online move is left."""
        return bool(self.cell.ask(_ANYTHING, self.name, self.name))

    def make(self, tables: list[TenantTable]) -> None:
        """Publish the tenant's rows of these tables; changes of them go into the log as needed."""
        identities = replica_identities.of_source(self.cell, tables)
        with self.cell.transaction():
            self.cell.run(sql.SQL("CREATE PUBLICATION {}").format(self._called))
            note = json.dumps([one.table for one in identities])
            self.cell.run(
                sql.SQL("COMMENT ON PUBLICATION {} IS {}").format(self._called, sql.Literal(note))
            )
        for identity in identities:
            if identity.columns:
                self.cell.run(identity.creation())
            patiently(self.cell, identity.statement(), self.patience)
        # Only now: a table that is published without its identity could not be changed any more.
        published = sql.SQL(", ").join(map(self._rows_of, tables))
        patiently(
            self.cell,
            sql.SQL(
                "ALTER PUBLICATION {name} SET (publish = 'insert, update, delete');"
                "ALTER PUBLICATION {name} SET TABLE {tables}"
            ).format(name=self._called, tables=published),
            self.patience,
        )

    @contextmanager
    def slot(self) -> Iterator[str]:
        """Keep the log from a moment on; yield the name of the snapshot that shows this moment."""
        info = self.cell.connection.info
        parameters: dict[str, Any] = info.get_parameters() | {"password": info.password}
        with psycopg.connect(
            **{name: value for name, value in parameters.items() if value},
            replication="database",
            autocommit=True,
        ) as walsender:
            made = walsender.execute(
                sql.SQL("CREATE_REPLICATION_SLOT {} LOGICAL pgoutput (SNAPSHOT 'export')").format(
                    self._called
                )
            ).fetchone()
            # The snapshot lives as long as this connection.
            yield made[2]  # type: ignore[index]

    def position(self) -> str:
        """Return a position in the log that comes after all that was written until now."""
        write = "SELECT pg_logical_emit_message(%s, %s, '')::text"
        ((position,),) = self.cell.ask(write, False, self.name)
        # A transaction after it, so that the log is written out beyond it.
        self.cell.ask(write, True, self.name)
        return position

    def progress(self, position: str) -> FollowerPosition:
        """Return how far the follower has come; raises a CommandError without a slot."""
        for found in self.cell.ask(_PROGRESS, position, self.name):
            return FollowerPosition(*found)
        raise CommandError(f"{self.cell}: somebody has removed the slot {self.name} meanwhile.")

    def drop_slot(self) -> None:
        """Keep no more of the log; whoever reads it is cut off."""
        deadline = time.monotonic() + self.patience
        while found := self.cell.ask(_SLOT, self.name):
            try:
                if found[0][0]:
                    self.cell.ask("SELECT pg_terminate_backend(%s)", found[0][0])
                self.cell.ask("SELECT pg_drop_replication_slot(%s)", self.name)
            except errors.UndefinedObject:
                return
            except (errors.ObjectInUse, errors.InsufficientPrivilege) as error:
                if time.monotonic() > deadline:
                    raise CommandError(
                        f"{self.cell}: the slot {self.name} is still being read, and keeps the log"
                        " until it is removed: run move_tenant --undo again."
                    ) from error
                time.sleep(_PAUSE)

    def take_down(self) -> None:
        """Remove all that was made, and put back what was changed."""
        self.drop_slot()
        known = self.cell.ask(_NOTE, self.name)
        if not known:
            return
        if tables := [name for (name,) in self.cell.ask(_TABLES, self.name)]:
            patiently(
                self.cell,
                sql.SQL("ALTER PUBLICATION {} DROP TABLE {}").format(
                    self._called, sql.SQL(", ").join(map(sql.Identifier, tables))
                ),
                self.patience,
            )
        for name in json.loads(known[0][0] or "[]"):
            patiently(self.cell, replica_identities.usual(name), self.patience)
        for index in replica_identities.made_indexes(self.cell):
            self.cell.run(
                sql.SQL("DROP INDEX CONCURRENTLY IF EXISTS {}").format(sql.Identifier(index))
            )
        self.cell.run(sql.SQL("DROP PUBLICATION {}").format(self._called))

    @property
    def _called(self) -> sql.Identifier:
        return sql.Identifier(self.name)

    def _rows_of(self, table: TenantTable) -> sql.Composed:
        """Return a table of the publication: its columns only where one stays behind."""
        columns: sql.Composable = sql.SQL("")
        if table.name in OWN_COLUMNS:
            columns = sql.SQL("({}) ").format(
                sql.SQL(", ").join(map(sql.Identifier, table.columns))
            )
        return sql.SQL("{} {}WHERE ({} = {})").format(
            sql.Identifier(table.name),
            columns,
            sql.Identifier(table.owner),
            sql.Literal(self.tenant_id),
        )


def online_moves(cell: Cell) -> list[str | None]:
    """Return the slugs of tenants that are followed from here, or were when a move was cut off."""
    return [slug for (slug,) in cell.ask(_MOVES, len(PREFIX) + 1, f"{PREFIX}%".replace("_", r"\_"))]


def patiently(cell: Cell, statement: sql.Composed, patience: float) -> None:
    """Run a statement that needs a table for itself for a moment, and let nobody wait for long.

    Raises a CommandError after ``patience`` seconds.
    """
    deadline = time.monotonic() + patience
    while True:
        try:
            with cell.transaction():
                cell.ask("SELECT set_config('lock_timeout', %s, true)", f"{_LOCK * 1000:.0f}ms")
                cell.run(statement)
        except errors.LockNotAvailable as error:
            if time.monotonic() > deadline:
                raise CommandError(
                    f"{cell}: somebody has used a table for {patience:.0f} seconds, perhaps a long"
                    " export or a backup. Try again later, or with more --patience."
                ) from error
            time.sleep(_LOCK)
        else:
            return


_ABOUT = """
SELECT current_setting('wal_level'), rolreplication OR rolsuper,
    has_database_privilege(current_database(), 'CREATE'), current_user, current_database()
FROM pg_roles WHERE rolname = current_user
"""
_ANYTHING = """
SELECT FROM pg_publication WHERE pubname = %s
UNION ALL
SELECT FROM pg_replication_slots WHERE slot_name = %s AND database = current_database()
"""
_MOVES = """
SELECT slug FROM (
    SELECT pubname AS called FROM pg_publication
    UNION
    SELECT slot_name FROM pg_replication_slots WHERE database = current_database()
) AS made LEFT JOIN tenants_tenant ON id = substr(called, %s)
WHERE called LIKE %s ORDER BY slug
"""
_PROGRESS = """
SELECT active, wal_status IS DISTINCT FROM 'lost',
    coalesce(confirmed_flush_lsn >= %s::pg_lsn, false)
FROM pg_replication_slots WHERE slot_name = %s AND database = current_database()
"""
_SLOT = """
SELECT active_pid FROM pg_replication_slots
WHERE slot_name = %s AND database = current_database()
"""
_NOTE = """
SELECT obj_description(oid, 'pg_publication') FROM pg_publication WHERE pubname = %s
"""
_TABLES = """
SELECT relname::text FROM pg_publication_rel JOIN pg_class ON pg_class.oid = prrelid
JOIN pg_publication ON pg_publication.oid = prpubid WHERE pubname = %s
"""
