"""Ten minutes of mixed traffic at four fifths of the server's capacity, and its effects."""

import json
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from statistics import median
from tempfile import TemporaryFile
from textwrap import fill

import psutil
import psycopg
from psycopg import ClientCursor

from benchmarks import crowd
from benchmarks.databases import BASE_DIR, CommandFailedError, Database, migrated_database
from benchmarks.frame import NOTHING, Benchmark, Context, Result, figure, percentile
from benchmarks.mix import KINDS, OPEN, PATIENCE, Mix, Outcome
from benchmarks.web_servers import Servers, service_key, sign_in

STUDENTS = 50_000

# Connections that ask as fast as they are answered, for so many seconds, find the capacity.
CONNECTIONS, CAPACITY_SECONDS, WARM_UP_SECONDS = 8, 60, 10
SHARE = 0.8
# With a rate, none may keep the others from being asked in time.
RATED_CONNECTIONS = 32

SAMPLE_SECONDS = 5

_SESSIONS = """
SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()
    AND backend_type = 'client backend'
"""
# The crowd is for looking at. Here its Admin grants, nobody is deleted (which 404 would tell), and
# the case studies of the reports are open to all, with nobody's attempts used up.
_OPEN_UP = """
UPDATE accounts_role SET permissions = permissions || '{ATTEMPT_MANAGEMENT.can_create}'
WHERE legacy_role = 'ADMIN';
UPDATE accounts_user SET status = 'ACTIVE' WHERE status <> 'ACTIVE';
DELETE FROM programmes_casestudyprogramme WHERE case_study_id = ANY(%(open)s);
DELETE FROM students_grade USING students_session AS session
WHERE session_id = session.id AND session.case_study_id = ANY(%(open)s);
DELETE FROM students_session WHERE case_study_id = ANY(%(open)s);
"""


@dataclass(frozen=True)
class Sample:
    """A sample: seconds from the beginning, bytes of each process, connections in the database."""

    at: float
    memory: dict[str, int]
    connections: int


def run(context: Context) -> Result:
    seconds = context.minutes * 60
    with migrated_database(context.postgres, "soak") as database, Servers(database) as servers:
        with database.connect() as connection:
            crowd.fill(connection, STUDENTS, lambda text: context.say(f"soak: {text}"))
            ClientCursor(connection).execute(_OPEN_UP, {"open": list(OPEN)})
            connection.execute("VACUUM (ANALYZE)")  # now, not in the middle of the soak
        servers.serve("web", ("manage.py", "serve", "--port", "{port}"))
        worker = database.command("manage.py", "db_worker", "--queue-name", "*", "--no-reload")
        servers.start("worker", worker, BASE_DIR)
        mix = _mix(database, servers.ports["web"])
        with database.connect() as connection:
            context.say(f"soak: capacity, for {CAPACITY_SECONDS} seconds …")
            _send(replace(mix, seconds=WARM_UP_SECONDS, seed=2))
            outcome = _send(replace(mix, seconds=CAPACITY_SECONDS, seed=3))
            _tell_errors(context, outcome)
            capacity = len(outcome.answers) / CAPACITY_SECONDS
            rate = capacity * SHARE
            context.say(f"soak: {rate:.0f} requests a second, for {context.minutes:g} minutes …")
            samples: list[Sample] = []
            outcome = _send(
                replace(mix, seconds=seconds, rate=rate, connections=RATED_CONNECTIONS),
                lambda at: samples.append(_sample(at, servers, connection)),
            )
            _tell_errors(context, outcome)
        if ended := servers.first_to_end():
            raise CommandFailedError(f"{ended[0]} ended with {ended[1]}.")
    return Result(_table(outcome, samples, seconds), (_note(capacity, rate, context.minutes),))


def _mix(database: Database, port: int) -> Mix:
    token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
    return Mix(port, token, service_key(database, crowd.SLUG), STUDENTS, CONNECTIONS, 0)


def _send(mix: Mix, watch: Callable[[float], object] | None = None) -> Outcome:
    """Send the traffic from a process of its own; call ``watch`` from time to time meanwhile."""
    # What comes back is more than a pipe holds.
    with TemporaryFile() as asked, TemporaryFile() as told:
        asked.write(json.dumps(asdict(mix)).encode())
        asked.seek(0)
        began = time.monotonic()
        sender = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.mix"], cwd=BASE_DIR, stdin=asked, stdout=told
        )
        try:
            while (at := time.monotonic() - began) < mix.seconds:
                if watch:
                    watch(at)
                sender_ended = _wait(sender, min(SAMPLE_SECONDS, mix.seconds - at))
                if sender_ended:
                    break
            sender.wait(PATIENCE * 2)
        except subprocess.TimeoutExpired:
            raise CommandFailedError("the traffic does not end.") from None
        finally:
            sender.kill()
            sender.wait()
        if sender.returncode:
            raise CommandFailedError("the traffic broke off.")
        told.seek(0)
        return Outcome(**json.load(told))


def _wait(process: subprocess.Popen, seconds: float) -> bool:
    """Wait for a process for so many seconds at most; return whether it has ended."""
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        return False
    return True


def _sample(at: float, servers: Servers, connection: psycopg.Connection) -> Sample:
    web = sorted(servers.process("web").children(), key=psutil.Process.create_time)
    memory = {f"web process {number}": web.memory_info().rss for number, web in enumerate(web, 1)}
    memory["background worker"] = servers.process("worker").memory_info().rss
    return Sample(at, memory, connection.execute(_SESSIONS).fetchone()[0])


def _tell_errors(context: Context, outcome: Outcome) -> None:
    for (kind, status), count in Counter((kind, why) for kind, _, why in outcome.errors).items():
        context.say(f"soak: {kind} was answered with {status}, {count} times.")


# The table --------------------------------------------------------------------------------------


def _table(outcome: Outcome, samples: Sequence[Sample], seconds: float) -> list[list[str]]:
    quarters = ((0, seconds / 4), (seconds * 3 / 4, seconds), (0, seconds))

    def row(name: str, told: Callable[[float, float], str]) -> list[str]:
        return [name, *(told(*quarter) for quarter in quarters)]

    def share(kind: str | None, wanted: float) -> Callable[[float, float], str]:
        def told(begin: float, end: float) -> str:
            taken = [
                took
                for name, at, took in outcome.answers
                if begin <= at < end and kind in {None, name}
            ]
            return figure(percentile(taken, wanted) * 1000, " ms") if taken else NOTHING

        return told

    def memory(name: str) -> Callable[[float, float], str]:
        return lambda begin, end: figure(
            median(one.memory[name] for one in samples if begin <= one.at < end) / 2**20, " MB"
        )

    def connections(begin: float, end: float) -> str:
        found = [one.connections for one in samples if begin <= one.at < end]
        return f"{min(found)}–{max(found)}"

    def count(events: Sequence[tuple]) -> Callable[[float, float], str]:
        return lambda begin, end: f"{sum(begin <= at < end for _, at, _ in events):,}"

    return [
        ["", "first quarter", "last quarter", "all"],
        row("requests", count([*outcome.answers, *outcome.errors])),
        row("errors", count(outcome.errors)),
        row("p50", share(None, 0.5)),
        row("p95", share(None, 0.95)),
        *(row(f"p95, {kind}", share(kind, 0.95)) for kind in KINDS),
        *(row(f"memory, {name}", memory(name)) for name in samples[0].memory),
        row("connections to the database", connections),
    ]


def _note(capacity: float, rate: float, minutes: float) -> str:
    total = sum(weight for weight, _ in KINDS.values())
    kinds = ", ".join(f"{kind} {weight / total:.1%}" for kind, (weight, _) in KINDS.items())
    return fill(
        f"{minutes:g} minutes at {rate:.0f} requests a second: {SHARE:.0%} of the {capacity:.0f} "
        f"that {CONNECTIONS} clients, asking as fast as they were answered, got in the minute "
        f"before. {STUDENTS:,} students; `manage.py serve` and one `db_worker`; clients and "
        f"PostgreSQL share the machine's cores. The requests: {kinds}. An answer's time counts "
        "from when its request was due, and an error is whatever is not 200 or 201. Memory is "
        f"resident, the median of samples every {SAMPLE_SECONDS} seconds.",
        width=100,
    )


BENCHMARK = Benchmark(
    "soak",
    "Does the server stay as it is under lasting traffic near its limit?",
    run,
    by_default=False,
)
