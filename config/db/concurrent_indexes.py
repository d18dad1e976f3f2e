"""Indexes that migrations make while everybody goes on working."""

from django.db.migrations import RunSQL, SeparateDatabaseAndState
from django.db.migrations.operations.base import Operation


def made_concurrently(
    name: str, create: str, state: Operation | None = None
) -> SeparateDatabaseAndState:
    """Return the operation that makes an index by a statement of ours; its migration is not atomic.

    ``create`` is the statement; ``state`` is what the models have of it, which is nothing where the
    table is a library's.
    """
    return SeparateDatabaseAndState(
        database_operations=[
            # Half an index is left where a former try was broken off.
            RunSQL(f"DROP INDEX CONCURRENTLY IF EXISTS {name}", RunSQL.noop),
            RunSQL(create, f"DROP INDEX CONCURRENTLY {name}"),
        ],
        state_operations=[state] if state else [],
    )
