"""The seals of the audit trail: what they cost who writes, and how long sealing, verifying and
letting go take (docs/operating.md)."""

import re
import shutil
import subprocess
import time
from collections.abc import Callable, Iterator
from statistics import median
from threading import Event

import psycopg

from benchmarks.audit_trail import APART, FILL, tenants_of
from benchmarks.beside import beside
from benchmarks.databases import BASE_DIR, Database, migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, percentile, times

EVENTS = 1_000_000
ROUNDS, SINGLE, MANY = 60, 30, 1_000
PATIENCE = 1_800

# The table as it was before: without the number of arrival and its index.
BEFORE = """
    CREATE SCHEMA aside;
    CREATE TABLE aside.tenants_auditevent (LIKE tenants_auditevent INCLUDING ALL);
    ALTER TABLE aside.tenants_auditevent DROP COLUMN arrival;
    ALTER TABLE aside.tenants_auditevent ADD FOREIGN KEY (tenant_id) REFERENCES tenants_tenant
        DEFERRABLE INITIALLY DEFERRED;
    INSERT INTO aside.tenants_auditevent ({columns}) SELECT {columns} FROM tenants_auditevent;
    VACUUM ANALYZE aside.tenants_auditevent;
"""
COLUMNS = (
    "id, tenant_id, actor_user_id, actor_email, actor_name, target_type, target_id, event_type, "
    "event_time, metadata, request_id, address, user_agent"
)
WRITE = """
    INSERT INTO {table} ({columns})
    SELECT lpad(to_hex((extract(epoch FROM clock_timestamp()) * 65536)::bigint), 14, '0')
            || substr(md5(random()::text), 1, 10), %s, repeat('a', 24), 'ada@example.edu',
        'Ada Obi', 'user', repeat('b', 24), 'user.updated', clock_timestamp(),
        '{{"changes": {{"first_name": {{"before": "Ada", "after": "Adaeze"}}}}}}', md5('1'),
        '192.0.2.1', 'Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Firefox/128.0'
    FROM generate_series(1, %s)
"""
# What an event takes, with its share of seals.
TABLES = {
    "the events": "tenants_auditevent",
    "what is kept apart of them": "tenants_auditpersonal",
    "their seals": "tenants_auditseal",
}
# PostgreSQL tells a session of each wait for a lock that lasts longer than this.
HELD = "100 ms"
TELL_OF_LOCKS = f"""
    SET deadlock_timeout = '{HELD}'; SET log_lock_waits = on; SET client_min_messages = log
"""
READ = """
    SELECT * FROM tenants_auditevent WHERE tenant_id = %s ORDER BY event_time DESC, id DESC LIMIT 50
"""


def run(context: Context) -> Result:
    table = [["What", "before", "now", "ratio"]]
    with migrated_database(context.postgres, "audit_seals") as database:
        database.manage("demo_data")
        context.say(f"audit_seals: {EVENTS:,} events …")
        with database.connect() as connection:
            tenants = tenants_of(connection)
            fill(connection, EVENTS, tenants, APART)
            for statement in BEFORE.format(columns=COLUMNS).split(";"):
                if statement.strip():
                    connection.execute(statement)
            context.say("audit_seals: writing …")
            table += list(_write(connection, tenants[0]))
            connection.execute("DROP SCHEMA aside CASCADE")
        table += list(sealed_and_let_go(context, database, EVENTS, tenants[0]))
    return Result(table, [NOTE, NOTE_OF_WAITS])


def fill(connection: psycopg.Connection, events: int, tenants: list[str], apart: str) -> None:
    """Write that many events, four of five of the first tenant, at this distance.

    The demo's own go: they are of today, and events go in the order in which they arrived.
    """
    connection.execute("SET session_replication_role = replica")
    connection.execute("TRUNCATE tenants_auditevent, tenants_auditpersonal")
    connection.execute("RESET session_replication_role")
    connection.execute(
        FILL,
        {"events": events * 4 // 5, "own": tenants[0], "other": tenants[1], "apart": apart},
    )
    connection.execute("VACUUM ANALYZE tenants_auditevent, tenants_auditpersonal")


def sealed_and_let_go(
    context: Context, database: Database, events: int, tenant: str
) -> Iterator[list[str]]:
    """Yield the rows of sealing, verifying and removing what is older than 90 days."""
    for command in ("seal_audit", "verify_audit"):
        context.say(f"{command} …")
        seconds, memory = _timed(database, command)
        yield [f"{command}, {events:,} events", "", figure(seconds, " s"), memory]
    with database.connect() as connection:
        yield from disk(connection, events)
        connection.execute(
            "INSERT INTO tenants_tenantretention (tenant_id, audit_days)"
            " SELECT id, 90 FROM tenants_tenant"
        )
    yield from _let_go(context, database, tenant)


def disk(connection: psycopg.Connection, events: int) -> Iterator[list[str]]:
    """Yield what so many sealed events take on the disk, for a million of them."""
    for what, table in TABLES.items():
        asked = connection.execute(
            "SELECT pg_total_relation_size(%(table)s)::float, pg_indexes_size(%(table)s)::float",
            {"table": table},
        )
        size, indexes = asked.fetchone()
        each = figure(size / events * 1_000_000 / 1_000_000_000, " GB")
        yield [f"disk of {what}, a million events", "", each, f"{indexes / size:.0%} indexes"]


def _write(connection: psycopg.Connection, tenant: str) -> Iterator[list[str]]:
    statements = [
        WRITE.format(table=table, columns=COLUMNS)
        for table in ("aside.tenants_auditevent", "tenants_auditevent")
    ]
    for name, rows, calls in (("one event", 1, SINGLE), (f"{MANY:,} events", MANY, 1)):
        taken: list[list[float]] = [[], []]
        for number in range(ROUNDS + 1):
            # Both begin a round as often.
            for which in ((0, 1), (1, 0))[number % 2]:
                began = time.perf_counter()
                for _ in range(calls):
                    connection.execute(statements[which], [tenant, rows])
                if number:
                    taken[which].append((time.perf_counter() - began) / calls * 1000)
        yield [
            f"writing {name} and the commit",
            *(figure(median(each), " ms") for each in taken),
            times(paired_ratio(taken[1], taken[0])),
        ]


def _timed(database: Database, command: str) -> tuple[float, str]:
    """Return the seconds of a command, and the most memory that it took."""
    measured = [shutil.which("time") or "/usr/bin/time", "-v"]
    began = time.perf_counter()
    try:
        ended = subprocess.run(
            [*measured, *database.command("manage.py", command)],
            cwd=BASE_DIR,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except FileNotFoundError:
        database.manage(command, patience=PATIENCE)
        return time.perf_counter() - began, ""
    seconds = time.perf_counter() - began
    found = re.search(r"Maximum resident set size \(kbytes\): (\d+)", ended.stderr)
    return seconds, f"{int(found[1]) // 1024} MiB" if found else ""


def _let_go(context: Context, database: Database, tenant: str) -> Iterator[list[str]]:
    """Yield the longest waits of a writer and a reader, alone and beside ``tidy``."""
    with database.connect() as connection:
        (before,) = connection.execute("SELECT count(*) FROM tenants_auditevent").fetchone()
    context.say("writing and reading alone …")
    alone, _ = _waits(database, tenant, lambda: time.sleep(30))
    context.say("tidy …")
    began = time.perf_counter()
    beside_it, held = _waits(database, tenant, lambda: database.manage("tidy", patience=PATIENCE))
    seconds = time.perf_counter() - began
    with database.connect() as connection:
        (after,) = connection.execute(
            "SELECT count(*) FROM tenants_auditevent WHERE event_time < now() - interval '90 days'"
        ).fetchone()
    yield [
        f"tidy removes old events, of {before:,} it leaves {after:,}",
        "",
        figure(seconds, " s"),
        "",
    ]
    for what, without, waits in zip(("a writer", "a reader"), alone, beside_it, strict=True):
        for name, share in (("longest", 1.0), ("p99", 0.99), ("median", 0.5)):
            pair = [percentile(each, share) * 1000 for each in (without, waits)]
            yield [
                f"{name} wait of {what}, alone and beside it",
                *(figure(each, " ms") for each in pair),
                times(pair[1] / pair[0]),
            ]
    yield [f"waits for a lock over {HELD} beside it", "", str(held), ""]


def _waits(
    database: Database, tenant: str, act: Callable[[], object]
) -> tuple[list[list[float]], int]:
    """Return the seconds of each statement, and how many waited longer than HELD for a lock."""
    found: list[list[float]] = [[], []]
    held: list[str] = []
    writing = WRITE.format(table="tenants_auditevent", columns=COLUMNS)

    def repeat(place: int, statement: str, values: list) -> Callable[[Event], None]:
        def work(end: Event) -> None:
            with database.connect() as connection:
                connection.add_notice_handler(lambda notice: held.append(str(notice)))
                connection.execute(TELL_OF_LOCKS)
                while not end.wait(0.002):
                    began = time.perf_counter()
                    connection.execute(statement, values)
                    found[place].append(time.perf_counter() - began)

        return work

    with beside(repeat(0, writing, [tenant, 1]), repeat(1, READ, [tenant])):
        act()
    return found, len(held)


NOTE = f"""\
*Before* is a copy of the table without the number of arrival and its index, with the same events;
by turns, medians of {ROUNDS} rounds, and the ratio is the median of each round's. For the commands
the last column is the most memory of the process. Disk is PostgreSQL's `pg_total_relation_size`,
after VACUUM and sealing."""
NOTE_OF_WAITS = """\
The waits are those of statements with their commits, at two milliseconds' distance, in two
connections; a slow disk and a busy machine are in them. Waits for a lock are PostgreSQL's own
(`log_lock_waits`)."""

BENCHMARK = Benchmark(
    "audit_seals",
    f"What do the seals of {EVENTS:,} audit events cost, and who waits while old ones go?",
    run,
)
