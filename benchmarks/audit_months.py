"""The audit trail as one table beside the same trail in a partition for each month (D96)."""

import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

import psycopg

from benchmarks.audit_trail import tenants_of
from benchmarks.databases import migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, times

EVENTS, FEWER = 1_000_000, 100_000
ROUNDS = 15
# 400 days, which are the default; three years; ten years, the most that a university may choose.
MONTHS = (14, 37, 121)
OF_SEAL = 1_000
BEGINNING = "2026-11-01Z"

# The same columns, indexes, checks and triggers; ids begin with the second of the event.
ONE = """
    CREATE SCHEMA IF NOT EXISTS aside;
    CREATE TABLE aside.{name} (LIKE tenants_auditevent INCLUDING ALL) {partitioned};
    ALTER TABLE aside.{name} ADD FOREIGN KEY (tenant_id) REFERENCES tenants_tenant
        DEFERRABLE INITIALLY DEFERRED;
    CREATE TRIGGER append_only BEFORE UPDATE ON aside.{name}
        FOR EACH ROW EXECUTE FUNCTION refuse_change()
"""
MONTH = """
    CREATE TABLE aside.{name}_{number} PARTITION OF aside.{name} FOR VALUES
        FROM (lpad(to_hex(extract(epoch FROM {first})::bigint), 8, '0'))
        TO (lpad(to_hex(extract(epoch FROM {first} + interval '1 month')::bigint), 8, '0'))
"""
FILL = """
    INSERT INTO aside.{name} (id, tenant_id, actor_user_id, target_type, target_id, event_type,
        event_time, metadata, request_id, arrival)
    SELECT lpad(to_hex(extract(epoch FROM at)::bigint), 8, '0')
            || lpad(to_hex(n + %(former)s), 16, '0'),
        CASE WHEN n %% 5 = 0 THEN %(other)s ELSE %(own)s END,
        lpad(to_hex(hashint8(n) & 1023), 24, 'a'), 'user',
        lpad(to_hex(hashint8(7 * n) & 65535), 24, 'b'),
        CASE n %% 3 WHEN 0 THEN 'transcript.read' ELSE 'user.updated' END, at,
        '{{"changes": {{"status": {{"before": "active", "after": "inactive"}}}}}}', md5(n::text),
        n + %(former)s
    FROM generate_series(1, %(events)s) AS n, LATERAL (
        SELECT %(end)s::timestamptz - make_interval(months => %(months)s)
            + n * (make_interval(months => %(months)s) / %(events)s)
    ) AS of (at)
"""
WRITE = """
    INSERT INTO aside.{name} (id, tenant_id, target_type, event_type, event_time, metadata)
    SELECT lpad(to_hex(extract(epoch FROM %(end)s::timestamptz)::bigint - 60), 8, '0')
            || substr(md5(random()::text), 1, 16),
        %(own)s, 'user', 'user.updated', %(end)s::timestamptz, '{{}}'
    FROM generate_series(1, %(rows)s)
"""
READ = {
    "the newest 50": "tenant_id = %(own)s AND part_of IS NULL",
    "the newest 50 of an actor": "tenant_id = %(own)s AND actor_user_id = %(actor)s",
}
PAGE = "SELECT * FROM aside.{name} WHERE {where} ORDER BY event_time DESC, id DESC LIMIT 50"
COUNT = "SELECT count(*) FROM aside.{name} WHERE tenant_id = %(own)s"
# What is read of a seal, to make or to verify it.
SEAL = """
    SELECT count(md5(metadata::text)) FROM aside.{name} WHERE tenant_id = %(own)s
        AND (arrival, id) > (%(after)s, '') AND (arrival, id) <= (%(last)s, '')
"""
PURGE = """
    DELETE FROM aside.{name} WHERE tenant_id = %(own)s
        AND (arrival, id) > (%(after)s, '') AND (arrival, id) <= (%(last)s, '')
"""
LOCKS = "SELECT count(*) FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'relation'"
MEMORY = """
    SELECT sum(used_bytes) FROM pg_backend_memory_contexts
    WHERE name IN ('CacheMemoryContext', 'index info', 'relation rules')
"""
SIZE = "SELECT pg_total_relation_size('aside.{name}')::float"


@dataclass(frozen=True)
class Trail:
    """One of the tables, with the values that its statements take."""

    connection: psycopg.Connection
    name: str
    months: int
    values: dict

    def run(self, statement: str, **values: object) -> psycopg.Cursor:
        return self.connection.execute(
            statement.format(name=self.name, where=values.pop("where", "")), self.values | values
        )


def run(context: Context) -> Result:
    events = FEWER if context.smaller else EVENTS
    names = ["one table", *(f"{months} months" for months in MONTHS)]
    table = [[f"{events:,} events", names[0], *(f"{name}: times" for name in names[1:])]]
    with (
        migrated_database(context.postgres, "audit_months") as database,
        database.connect() as connection,
    ):
        for slug in ("own", "other"):
            database.manage("create_tenant", slug, f"The {slug} university")
        own, other = tenants_of(connection)
        trails = []
        for months in (0, *MONTHS):
            context.say(f"audit_months: {events:,} events, {months or 'no'} partitions …")
            values = {"own": own, "other": other, "events": events, "end": BEGINNING}
            values |= {"months": months or MONTHS[0], "former": 0, "actor": f"{'a' * 21}2aa"}
            trails.append(_made(connection, months, values))
        for what, measure in _measures(events).items():
            context.say(f"audit_months: {what} …")
            table.append(_by_turns(what, trails, measure))
        table += _once(database.connect, trails)
        context.say("audit_months: years …")
        connection.execute(f"ALTER TABLE aside.{trails[0].name} SET (autovacuum_enabled = off)")
        table += list(_not_passed_over(trails[0], events))
        table += list(_years(trails[0], events))
    return Result(table, [NOTE])


def _made(connection: psycopg.Connection, months: int, values: dict) -> Trail:
    trail = Trail(connection, f"trail_{months}", months, values)
    partitioned = "PARTITION BY RANGE (id)" if months else ""
    connection.execute(ONE.format(name=trail.name, partitioned=partitioned))
    for number in range(months):
        first = f"(timestamptz '{BEGINNING}' - interval '{months - number} months')"
        connection.execute(MONTH.format(name=trail.name, number=number, first=first))
    trail.run(FILL)
    connection.execute(f"VACUUM ANALYZE aside.{trail.name}")
    return trail


def _measures(events: int) -> dict[str, Callable[[Trail], float]]:
    """Return what is measured by turns, in milliseconds."""
    middle = {"after": events // 2, "last": events // 2 + OF_SEAL * 5 // 4}
    return {
        "writing one event and the commit": lambda trail: _ms(trail, WRITE, rows=1),
        f"writing {OF_SEAL:,} events and the commit": lambda trail: _ms(trail, WRITE, rows=OF_SEAL),
        **{
            what: lambda trail, where=where: _ms(trail, PAGE, where=where)
            for what, where in READ.items()
        },
        "counting a university's events": lambda trail: _ms(trail, COUNT),
        "reading the events of a seal": lambda trail: _ms(trail, SEAL, **middle),
        "removing the events of a seal": lambda trail: _undone(trail, PURGE, **middle),
    }


def _ms(trail: Trail, statement: str, **values: object) -> float:
    began = time.perf_counter()
    trail.run(statement, **values)
    return (time.perf_counter() - began) * 1000


def _undone(trail: Trail, statement: str, **values: object) -> float:
    with trail.connection.transaction(force_rollback=True):
        return _ms(trail, statement, **values)


def _by_turns(what: str, trails: Sequence[Trail], measure: Callable[[Trail], float]) -> list[str]:
    taken: list[list[float]] = [[] for _ in trails]
    for number in range(ROUNDS + 1):
        # Each begins a round as often.
        for step in range(len(trails)):
            which = (number + step) % len(trails)
            value = measure(trails[which])
            if number:
                taken[which].append(value)
    one, *others = taken
    ratios = (
        f"{times(paired_ratio(each, one))} ({figure(median(each), ' ms')})" for each in others
    )
    return [what, figure(median(one), " ms"), *ratios]


def _once(
    connect: Callable[[], psycopg.Connection], trails: Sequence[Trail]
) -> Iterator[list[str]]:
    """Yield what one page holds: locks while it is read, memory of its connection ever after."""
    locks, memory = [], []
    for trail in trails:
        with connect() as fresh:
            page = PAGE.format(name=trail.name, where=READ["the newest 50"])
            with fresh.transaction():
                fresh.execute(page, trail.values)
                locks.append(fresh.execute(LOCKS).fetchone()[0])
            memory.append(fresh.execute(MEMORY).fetchone()[0] / 2**20)
    yield ["locks that a page holds", *map(str, locks)]
    yield ["memory of a connection after its first page", *(figure(one, " MiB") for one in memory)]


def _not_passed_over(trail: Trail, events: int) -> Iterator[list[str]]:
    """Yield what a count costs for each event, when VACUUM has not seen the newest yet."""
    blank = [""] * len(MONTHS)
    trail.connection.execute(f"VACUUM ANALYZE aside.{trail.name}")
    before = median(_ms(trail, COUNT) for _ in range(ROUNDS))
    come = 0
    for share, named in ((50, "a fiftieth"), (5, "a fifth")):
        trail.run(FILL, events=events // share - come, former=events + come)
        come = events // share
        ratio = median(_ms(trail, COUNT) for _ in range(ROUNDS)) / before / (1 + 1 / share)
        yield [f"a count, for each event, until VACUUM: {named} is new", times(ratio), *blank]
    trail.run("DELETE FROM aside.{name} WHERE arrival > %(events)s")
    trail.connection.execute(f"VACUUM ANALYZE aside.{trail.name}")


def _years(trail: Trail, events: int) -> Iterator[list[str]]:
    """Yield whether one table grows while new events come and as many of the oldest go."""
    blank = [""] * len(MONTHS)
    quarter = events // 4
    began = trail.run(SIZE).fetchone()[0]
    for number in range(8):
        trail.run("DELETE FROM aside.{name} WHERE arrival <= %(to)s", to=(number + 1) * quarter)
        trail.connection.execute(f"VACUUM aside.{trail.name}")
        trail.run(FILL, events=quarter, former=events + number * quarter)
        if number in (3, 7):
            size = trail.run(SIZE).fetchone()[0]
            yield [
                f"disk after all events were replaced {(number + 1) // 4}×, by quarters",
                times(size / began),
                *blank,
            ]


NOTE = f"""\
Tables with the columns, indexes and the trigger of the trail, filled alike but for their months;
one connection, by turns, medians of {ROUNDS} rounds; the ratio is the median of each round's.
Statements are planned each time, as Django has it. Policies, and what is kept apart, are left
out."""

BENCHMARK = Benchmark(
    "audit_months",
    "Would the audit trail be better off in a partition for each month?",
    run,
    by_default=False,
)
