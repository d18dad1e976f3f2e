"""The background queue beside many finished tasks: its pace, its figures, and their removal."""

import json
import subprocess
import time
from collections.abc import Callable, Iterator
from dataclasses import replace

import psycopg

from benchmarks.audit_trail import tenants_of
from benchmarks.databases import BASE_DIR, CommandFailedError, Database, migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, percentile, times

FINISHED, FEWER = 1_000_000, 100_000
# Tasks that one worker does in each round.
WAITING, ROUNDS = 50, 3
PATIENCE = 1_800

TABLE = "django_tasks_database_dbtaskresult"

# Finished within the two weeks for which they are kept, a thousandth of them failed.
FILL = f"""
    INSERT INTO {TABLE} (id, status, enqueued_at, started_at, finished_at, args_kwargs, priority,
        task_path, worker_ids, queue_name, backend_name, run_after, exception_class_path, traceback)
    SELECT gen_random_uuid(), CASE n %% 1000 WHEN 0 THEN 'FAILED' ELSE 'SUCCESSFUL' END,
        at, at, at, jsonb_build_object('args', ARRAY[md5(n::text)], 'kwargs', '{{}}'::jsonb), 0,
        'accounts.tasks.send_invitation', '["worker"]',
        (ARRAY['default', 'mails', 'imports'])[1 + n %% 3], 'default', '9999-12-31Z', '', ''
    FROM generate_series(1, %(finished)s) AS n,
        LATERAL (SELECT now() - n * interval '13 days' / %(finished)s) AS of (at)
"""
WAIT = f"""
    INSERT INTO {TABLE} (id, status, enqueued_at, args_kwargs, priority, task_path, worker_ids,
        queue_name, backend_name, run_after, exception_class_path, traceback)
    SELECT gen_random_uuid(), 'READY', now(),
        jsonb_build_object('args', ARRAY[%s], 'kwargs', '{{}}'::jsonb), 0,
        'tenants.tasks.seal_events_of', '[]', 'default', 'default', '9999-01-01Z', '', ''
    FROM generate_series(1, %s)
"""
# From the first that was begun to the end of the last; the start of the process is not in it.
TAKEN = f"""
    SELECT extract(epoch FROM max(finished_at) - min(started_at))::float FROM {TABLE}
    WHERE task_path = 'tenants.tasks.seal_events_of'
"""
FORGET = f"DELETE FROM {TABLE} WHERE task_path = 'tenants.tasks.seal_events_of'"
AGE = f"UPDATE {TABLE} SET finished_at = finished_at - interval '30 days'"

FIGURES = """
import json, time
import django
django.setup()
from config.observability.monitoring.figures import exposition
taken = []
for _ in range(12):
    began = time.perf_counter()
    exposition()
    taken.append(time.perf_counter() - began)
print(json.dumps(taken[2:]))
"""


def run(context: Context) -> Result:
    finished = FEWER if context.smaller else FINISHED
    table = [["What", "no finished tasks", f"{finished:,} finished", "ratio"]]
    with (
        migrated_database(context.postgres, "short_queue") as short,
        migrated_database(context.postgres, "long_queue") as long,
    ):
        for database in (short, long):
            database.manage("create_tenant", "state", "State University")
        context.say(f"long_queue: {finished:,} finished tasks …")
        with long.connect() as connection:
            connection.execute(FILL, {"finished": finished})
            connection.execute(f"VACUUM ANALYZE {TABLE}")
        context.say("long_queue: working …")
        table += [_compared("a task, taken and done", short, long, _seconds_of_a_task)]
        context.say("long_queue: figures …")
        table += [_compared("all figures, told once", short, long, _seconds_of_figures)]
        context.say("long_queue: tidy …")
        table += list(_removed(long, finished))
    return Result(table, [NOTE])


def _compared(
    what: str, short: Database, long: Database, measure: Callable[[Database], float]
) -> list[str]:
    taken: list[list[float]] = [[], []]
    both = (short, long)
    for number in range(ROUNDS):
        for which in ((0, 1), (1, 0))[number % 2]:
            taken[which].append(measure(both[which]) * 1000)
    waits = (figure(percentile(each, 0.5), " ms") for each in taken)
    return [what, *waits, times(paired_ratio(taken[1], taken[0]))]


def _seconds_of_a_task(database: Database) -> float:
    with database.connect() as connection:
        tenant = tenants_of(connection)[0]
        connection.execute(WAIT, [tenant, WAITING])
        worker = ("db_worker", "--queue-name=default", "--batch", "--no-reload")
        database.manage(*worker, "--no-startup-delay", "--interval=0", patience=PATIENCE)
        (seconds,) = connection.execute(TAKEN).fetchone()
        connection.execute(FORGET)
    return seconds / WAITING


def _seconds_of_figures(database: Database) -> float:
    owner = replace(database, walls=False)
    ended = subprocess.run(
        owner.command("-c", FIGURES),
        cwd=BASE_DIR,
        stdout=subprocess.PIPE,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    if ended.returncode:
        raise CommandFailedError("The figures could not be told.")
    return percentile(json.loads(ended.stdout), 0.5)


def _removed(database: Database, finished: int) -> Iterator[list[str]]:
    """Yield how long the removal of all finished tasks takes."""
    with database.connect() as connection:
        size = _size(connection)
        connection.execute(AGE)
        connection.execute(f"VACUUM ANALYZE {TABLE}")
        began = time.perf_counter()
        database.manage("tidy", patience=PATIENCE)
        seconds = time.perf_counter() - began
        (left,) = connection.execute(f"SELECT count(*) FROM {TABLE}").fetchone()
    yield [f"tidy removes {finished - left:,} of them", "", figure(seconds, " s"), ""]
    yield ["disk of the finished tasks, with indexes", "", size, ""]


def _size(connection: psycopg.Connection) -> str:
    asked = connection.execute(f"SELECT pg_size_pretty(pg_total_relation_size('{TABLE}'))")
    (size,) = asked.fetchone()
    return size


NOTE = f"""\
Two databases by turns, medians of {ROUNDS} rounds; the ratio is the median of each round's. A task
is one of {WAITING} that one worker does one after the other (`db_worker --batch`): it looks for
events to seal and finds none. Its time is that of taking it, doing it and noting its end. Figures
are all those of `/metrics`."""

BENCHMARK = Benchmark(
    "long_queue",
    f"Does the background queue keep its pace beside {FINISHED:,} finished tasks?",
    run,
    by_default=False,
)
