"""The removal of ten million audit events at once: how long it takes, and whom it holds up."""

from collections.abc import Iterator
from contextlib import contextmanager

import psycopg

from benchmarks.audit_seals import NOTE_OF_WAITS, fill, sealed_and_let_go
from benchmarks.audit_trail import tenants_of
from benchmarks.databases import migrated_database
from benchmarks.frame import Benchmark, Context, Result

EVENTS = 10_000_000
# All of them within two years, but older than they are kept.
APART = "5 seconds"

INDEXES = """
    SELECT indexrelid::regclass::text, pg_get_indexdef(indexrelid) FROM pg_index
    WHERE indrelid IN ('tenants_auditevent'::regclass, 'tenants_auditpersonal'::regclass)
        AND NOT indisunique
"""


def run(context: Context) -> Result:
    table = [["What", "before", "now", "ratio"]]
    with migrated_database(context.postgres, "audit_purge") as database:
        database.manage("demo_data")
        context.say(f"audit_purge: {EVENTS:,} events …")
        with database.connect() as connection:
            tenants = tenants_of(connection)
            with _without_indexes(connection):
                fill(connection, EVENTS, tenants, APART)
        table += list(sealed_and_let_go(context, database, EVENTS, tenants[0]))
    return Result(table, [NOTE_OF_WAITS])


@contextmanager
def _without_indexes(connection: psycopg.Connection) -> Iterator[None]:
    """Fill without the indexes that are only for reading, which takes a quarter of the time."""
    indexes = connection.execute(INDEXES).fetchall()
    for name, _ in indexes:
        connection.execute(f"DROP INDEX {name}")
    yield
    connection.execute("SET maintenance_work_mem = '1GB'")
    for _, definition in indexes:
        connection.execute(definition)


BENCHMARK = Benchmark(
    "audit_purge",
    f"Who waits while {EVENTS:,} old audit events are removed?",
    run,
    by_default=False,
)
