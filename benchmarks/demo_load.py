"""The time to load a large university, and the share of it that the database's rules take."""

import time

from benchmarks.copying import TABLES, Copies, Seconds
from benchmarks.databases import migrated_database
from benchmarks.frame import NOTHING, Benchmark, Context, Result, figure, times

# The promise: so many students in so many seconds.
GOAL_STUDENTS, GOAL_SECONDS = 100_000, 120


def run(context: Context) -> Result:
    wanted = context.students
    goal = GOAL_SECONDS * max(1.0, wanted / GOAL_STUDENTS)
    with migrated_database(context.postgres, "demo_load") as database:
        context.say(f"demo_load: demo_data --students {wanted} …")
        began = time.perf_counter()
        database.manage("demo_data", "--students", str(wanted), patience=2 * goal)
        whole = time.perf_counter() - began
        with database.connect() as connection, Copies(connection, patience=2 * goal) as copies:
            rungs: dict[str, Seconds] = {}
            for name, copy in copies.rungs.items():
                context.say(f"demo_load: {name} …")
                rungs[name] = copy()
            rows = copies.rows
    floor = next(iter(rungs.values()))
    users, sessions = (rows[table] for table in TABLES[:2])

    def line(name: str, seconds: float, shares: list[str]) -> list[str]:
        rates = [figure(users / seconds, "/s"), figure(sessions / seconds, "/s")]
        return [name, *rates, times(seconds / sum(floor.values())), *shares]

    table = [["The same rows", "users", "sessions", "time", "users alone", "sessions alone"]]
    for name, taken in rungs.items():
        shares = [times(taken[part] / floor[part]) for part in TABLES[:2]]
        table.append(line(name, sum(taken.values()), shares))
    table.append(line("`demo_data`", whole, [NOTHING, NOTHING]))
    return Result(table, (_describe(rows, whole, goal), NOTE))


def _describe(rows: dict[str, int], whole: float, goal: float) -> str:
    users, sessions = (rows[table] for table in TABLES[:2])
    return f"""\
`demo_data` wrote {users:,} users, {sessions:,} sessions and what belongs to them, \
{sum(rows.values()):,} rows,
in {whole:.0f} seconds: {whole / goal:.0%} of the {goal:.0f} that it may take."""


NOTE = """\
The lines above it are one `COPY` per table of the same rows, ready-made, each line with all that
the lines before it have; times are multiples of the first line's. What `demo_data` takes beyond
them is starting, making the rows up, and statistics."""

BENCHMARK = Benchmark(
    "demo_load",
    "Is a large university loaded in two minutes, and what do indexes, checks and triggers cost?",
    run,
)
