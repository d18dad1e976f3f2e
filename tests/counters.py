"""What PostgreSQL counts of the work of a transaction: reads and writes of tables, calls.

A session keeps what it has counted for up to a second, and tells all of it together. What it counts
of a transaction therefore begins with the transactions before, maybe another test's: only what is
added between two moments of one transaction says anything, and nothing else is told here.
"""

from collections.abc import Callable

from django.db import connections
from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.models import Model

# Gives how much was added since it was made. Ask it in the same transaction.
Added = Callable[[], int]


def whole_reads_of(model: type[Model], using: str = "default") -> Added:
    """Count how often a table is read from end to end."""
    return _of_table("seq_scan", model, using)


def index_reads_of(model: type[Model], using: str = "default") -> Added:
    """Count how often rows of a table are looked up by an index."""
    return _of_table("idx_scan", model, using)


def rows_read_of(model: type[Model]) -> Added:
    """Count the rows of a table that are read, by whatever statements."""
    return _of_table("seq_tup_read + idx_tup_fetch", model)


def rows_inserted_into(model: type[Model]) -> Added:
    """Count the rows that a table gets."""
    return _of_table("n_tup_ins", model)


def rows_updated_in(model: type[Model]) -> Added:
    """Count the changes of a table's rows."""
    return _of_table("n_tup_upd", model)


def calls_of(function: str) -> Added:
    """Count the calls of a function of the database, from now on in this transaction."""
    with connections["default"].cursor() as cursor:
        cursor.execute("SET LOCAL track_functions = 'pl'")
    return _added(
        connections["default"],
        "SELECT coalesce(sum(calls), 0) FROM pg_stat_xact_user_functions WHERE funcname = %s",
        function,
    )


def _of_table(counter: str, model: type[Model], using: str = "default") -> Added:
    return _added(
        connections[using],
        f"SELECT {counter} FROM pg_stat_xact_user_tables WHERE relname = %s",  # noqa: S608 - ours
        model._meta.db_table,
    )


def _added(connection: BaseDatabaseWrapper, query: str, name: str) -> Added:
    def counted() -> int:
        with connection.cursor() as cursor:
            cursor.execute(query, [name])
            return cursor.fetchone()[0]

    before = counted()
    return lambda: counted() - before
