"""What tells rows apart in the log, so that a tenant's can be followed (docs/scaling.md, "Cells").

PostgreSQL sends a changed or removed row to a follower only if the columns that the publication
asks for, here the tenant, are part of the table's *replica identity*; and the follower finds its
own row by its primary key, or by the identity of its own table where the key is a number that each
cell gives by itself. While no university moves, all tables have the usual identity, which costs
nothing. For a move they get the first of these that serves:

- the primary key, where the tenant is part of it: nothing is changed;
- a unique index that the table has anyway;
- FULL: each change writes the whole former row into the log. PostgreSQL 18 does not take it for
  tables with generated columns;
- a unique index that is made for the move, while people write, and dropped after it.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from django.core.management.base import CommandError
from psycopg import sql

from config.db.tenant_rows import OWN_NUMBERS, TenantTable
from config.management.cells import Cell

# What it was before, and is again after a move.
USUAL = "d"
_FULL, _INDEX = "f", "i"

# The indexes that are made for a move.
_MADE = "command_center_move_"


@dataclass(frozen=True)
class _Unique:
    """A unique index that PostgreSQL takes as an identity."""

    name: str
    columns: frozenset[str]


@dataclass(frozen=True)
class Identity:
    """What a table needs: FULL without an index, which has to be made where it has ``columns``."""

    table: str
    index: str | None = None
    columns: tuple[str, ...] = ()

    def statement(self) -> sql.Composed:
        what = (
            sql.SQL("USING INDEX {}").format(sql.Identifier(self.index))
            if self.index
            else sql.SQL("FULL")
        )
        return _statement(self.table, what)

    def creation(self) -> sql.Composed:
        """Return the statement that makes its index; it runs in no transaction."""
        return sql.SQL("CREATE UNIQUE INDEX CONCURRENTLY {} ON {} ({})").format(
            sql.Identifier(str(self.index)),
            sql.Identifier(self.table),
            sql.SQL(", ").join(map(sql.Identifier, self.columns)),
        )


def usual(table: str) -> sql.Composed:
    """Return the statement that gives a table its usual identity again."""
    return _statement(table, sql.SQL("DEFAULT"))


def of_source(cell: Cell, tables: Iterable[TenantTable]) -> list[Identity]:
    """Return what has to be changed where the rows are written; raises a CommandError."""
    return [found for table in tables if (found := _of_source(cell, table))]


def of_target(cell: Cell, tables: Iterable[TenantTable]) -> list[Identity]:
    """Return what has to be changed where rows follow that have another number there."""
    return [
        Identity(table.name, key.name)
        for table in tables
        if table.name in OWN_NUMBERS
        for key in [_key(cell, table)]
        if _now(cell, table.name) != (_INDEX, key.name)
    ]


def made_indexes(cell: Cell) -> list[str]:
    """Return the names of indexes that were made for a move."""
    pattern = f"{_MADE}%"
    return [name for (name,) in cell.ask(_NAMED, pattern.replace("_", r"\_"))]


def _of_source(cell: Cell, table: TenantTable) -> Identity | None:
    kind, index = _now(cell, table.name)
    key = _key(cell, table)
    wanted = key.columns | {table.owner}
    known = {one.name: one for one in _uniques(cell, table)}
    fitting = {name for name, one in known.items() if wanted <= one.columns}
    # A row is not found by a number that does not come along, and 18 does not take the others.
    may_be_full = table.name not in OWN_NUMBERS and not cell.ask(_GENERATED, table.name)
    if kind == USUAL:
        if key.name in fitting and table.name not in OWN_NUMBERS:
            return None
        if fitting:
            return Identity(table.name, min(fitting))
        if may_be_full:
            return Identity(table.name)
        columns = (table.owner, *sorted(key.columns - {table.owner}))
        return Identity(table.name, f"{_MADE}{table.name}", columns)
    if index in fitting or (kind == _FULL and may_be_full):
        return None
    raise CommandError(
        f"{cell}: somebody else has set what tells rows of {table.name} apart (its REPLICA"
        " IDENTITY), and the tenant is no part of it. Move the university without --online."
    )


def _key(cell: Cell, table: TenantTable) -> _Unique:
    """Return the index by which the other cell finds a row."""
    found = [one for one in _uniques(cell, table) if one.columns <= set(table.columns)]
    if not found:
        raise CommandError(
            f"{cell}: nothing tells rows of {table.name} apart. Name it among the tables that are"
            " copied while a university is held (config/management/online_moves.py)."
        )
    return found[0]


def _uniques(cell: Cell, table: TenantTable) -> list[_Unique]:
    """Return the table's unique indexes that may be an identity, the primary key first."""
    return [_Unique(name, frozenset(columns)) for name, columns in cell.ask(_UNIQUES, table.name)]


def _now(cell: Cell, table: str) -> tuple[str, str | None]:
    return cell.ask(_IDENTITY, table)[0]


def _statement(table: str, identity: sql.Composable) -> sql.Composed:
    return sql.SQL("ALTER TABLE {} REPLICA IDENTITY {}").format(sql.Identifier(table), identity)


_IDENTITY = """
SELECT relreplident::text, (
    SELECT indexrelid::regclass::text FROM pg_index WHERE indrelid = pg_class.oid AND indisreplident
)
FROM pg_class WHERE oid = %s::regclass
"""
_UNIQUES = """
SELECT indexrelid::regclass::text, array_agg(attname::text)
FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY (indkey)
WHERE indrelid = %s::regclass AND indisunique AND indisvalid AND indimmediate
    AND indpred IS NULL AND indexprs IS NULL AND indnkeyatts = indnatts
GROUP BY indexrelid, indisprimary HAVING bool_and(attnotnull)
ORDER BY indisprimary DESC, 1
"""
_GENERATED = """
SELECT FROM pg_attribute WHERE attrelid = %s::regclass AND attgenerated <> '' AND NOT attisdropped
"""
_NAMED = """
SELECT relname::text FROM pg_class
WHERE relnamespace = 'public'::regnamespace AND relkind = 'i' AND relname LIKE %s ORDER BY relname
"""
