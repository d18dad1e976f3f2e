"""The time of a page of a long audit trail, with any filter."""

import json
import subprocess
from collections.abc import Iterator

import psycopg

from benchmarks.databases import BASE_DIR, CommandFailedError, Database, migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, percentile

# Of one tenant; a second one has a quarter as many, in between.
EVENTS, FEWER = 1_000_000, 100_000
CALLS = 15
PATIENCE = 300

SUPER_ADMIN = "superadmin@demo.example"

# Between one event and the next.
APART = "50 seconds"

# A thousand actors, 65,536 targets, some two years. Half of the events are changes of users; what
# happened to tenants lies at the very beginning, where a search from the newest comes last.
FILL = """
    INSERT INTO tenants_auditevent (id, tenant_id, actor_user_id, actor_email, actor_name,
        target_type, target_id, event_type, event_time, metadata, request_id, address)
    SELECT lpad(to_hex(n), 24, '0'), CASE WHEN n %% 5 = 0 THEN %(other)s ELSE %(own)s END,
        lpad(to_hex(actor), 24, 'a'), 'person' || actor || '@example.edu', 'Person ' || actor,
        split_part(event, '.', 1), lpad(to_hex(hashint8(7 * n) & 65535), 24, 'b'), event,
        timestamptz '2025-01-01Z' + n * %(apart)s::interval,
        '{"changes": {"first_name": {"before": "Ada", "after": "Adaeze"}}}', md5(n::text),
        '192.0.2.1'
    FROM generate_series(1, %(events)s::int * 5 / 4) AS n,
        LATERAL (SELECT hashint8(n) & 1023 AS actor, hashint8(3 * n) & 255 AS dice) AS chance,
        LATERAL (SELECT CASE
            WHEN n < 50 THEN 'tenant.updated' WHEN dice < 128 THEN 'user.updated'
            WHEN dice < 200 THEN 'attempt.granted' WHEN dice < 250 THEN 'transcript.read'
            ELSE 'role.updated' END AS event) AS kind
"""

ACTOR = f"actor_user_id={'a' * 21}2aa"
CASES = {
    "nothing, the newest": "",
    "nothing, after 900,000": "skip=900000",
    "half a year": "start_date=2025-06-01&end_date=2025-11-30",
    "event type, a common one": "event_type=user.updated",
    "event type, a rare one": "event_type=tenant.updated",
    "target type, a common one": "target_type=user",
    "target type, a rare one": "target_type=tenant",
    "actor": ACTOR,
    "target": f"target_id={'b' * 21}2aa",
    "actor, event type": f"{ACTOR}&event_type=user.updated",
    "event type, half a year": "event_type=user.updated&start_date=2025-06-01&end_date=2025-11-30",
    "all of them": f"{ACTOR}&target_type=user&event_type=user.updated&start_date=2025-06-01",
}


def run(context: Context) -> Result:
    events = FEWER if context.smaller else EVENTS
    with migrated_database(context.postgres, "audit_trail") as database:
        database.manage("demo_data")
        context.say(f"audit_trail: {events:,} events …")
        with database.connect() as connection:
            own, other = tenants_of(connection)
            values = {"events": events, "apart": APART, "own": own, "other": other}
            connection.execute(FILL, values)
            connection.execute("VACUUM ANALYZE tenants_auditevent")
        context.say("audit_trail: asking …")
        rows = list(_measure(database))
    return Result([["Filtered by", "events that match", "p50", "p95"], *rows], [NOTE])


def tenants_of(connection: psycopg.Connection) -> list[str]:
    """Return the ids of the demo's tenants, the one with students first."""
    rows = connection.execute(
        "SELECT id FROM tenants_tenant ORDER BY slug = 'demo-university' DESC"
    )
    return [key for (key,) in rows]


def _measure(database: Database) -> Iterator[list[str]]:
    paths = [f"/v1/console/audit-events?{query}" for query in CASES.values()]
    try:
        asked = subprocess.run(
            database.command("-m", "benchmarks.calls"),
            cwd=BASE_DIR,
            input=json.dumps({"email": SUPER_ADMIN, "paths": paths, "times": CALLS}),
            stdout=subprocess.PIPE,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        raise CommandFailedError("benchmarks.calls failed or took too long.") from error
    for name, answer in zip(CASES, json.loads(asked.stdout), strict=True):
        waits = [percentile(answer["seconds"], share) * 1000 for share in (0.5, 0.95)]
        yield [name, f"{answer['total']:,}", *(figure(wait, " ms") for wait in waits)]


NOTE = """\
Whole answers of the application inside one process, one call after the other: who asks, how many
events match, and 50 of them. Counting is what takes time; it reads an index alone, which is true
of events that a vacuum has passed."""

BENCHMARK = Benchmark(
    "audit_trail",
    f"How long does a page of {EVENTS:,} audit events take, whatever is filtered?",
    run,
)
