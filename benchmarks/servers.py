"""The reasons for granian: other servers with the same application, the same load and troubles."""

import math
from collections.abc import Callable
from dataclasses import replace
from statistics import median

from benchmarks.databases import CommandFailedError, migrated_database
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, percentile, times
from benchmarks.load import HOST, Job, Load
from benchmarks.web_servers import SERVERS, THREADS, WORKERS, Servers, apply, sign_in

# Rounds in which every server takes its turn, and the seconds of a turn.
ROUNDS = 5
SECONDS = 1.2
WARM_UP_SECONDS = 0.6

# Slow clients that wait within every server, healthy ones that then ask once each, the seconds
# between these and for their answers, and how often all that happens: who meets whom is luck.
SLOW, HEALTHY = 20, 20
APART = 0.02
PATIENCE = 1.0
TROUBLES = 3

PATHS = ("/v1/console/students", "/v1/users/me")
HALVES = {
    "a head": f"GET /v1/users/me HTTP/1.1\r\nHost: {HOST}\r\n",
    "a body": f"POST /v1/auth/login HTTP/1.1\r\nHost: {HOST}\r\nContent-Length: 100\r\n"
    "Content-Type: application/json\r\n\r\n{",
}

type Loads = dict[str, list[Load]]
"""What every server did, turn by turn."""

type Measure = Callable[[Load], float]

_SPEED: dict[tuple[str, str], Measure] = {
    ("requests per second", "/s"): lambda load: len(load.latencies) / load.seconds,
    ("p50", " ms"): lambda load: percentile(load.latencies, 0.50) * 1000,
    ("p99", " ms"): lambda load: percentile(load.latencies, 0.99) * 1000,
}


def run(context: Context) -> Result:
    table = [["Request", "Connections", "Figure", *SERVERS]]
    with migrated_database(context.postgres, "servers") as database, Servers(database) as servers:
        database.manage("demo_data")
        for name in SERVERS:
            servers.serve(name)
        token = sign_in(
            servers.ports["granian"], "admin@demo.example", "demo-Passw0rd", "demo-university"
        )
        for path in PATHS:
            request = (
                f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n\r\n"
            )
            for connections in (1, 8):
                context.say(f"servers: GET {path} over {connections} …")
                loads = _take_turns(servers, Job(0, request, connections, SECONDS))
                for (what, unit), measure in _SPEED.items():
                    case = [f"`GET {path}`", str(connections), what]
                    table.append(case + _cells(loads, measure, unit))
        sizes = [servers.memory(name) for name in SERVERS]
        ratios = [times(size / sizes[0]) for size in sizes[1:]]
        table.append(["after all these", "", "memory", figure(sizes[0] / 2**20, " MB"), *ratios])
        for kind, half in HALVES.items():
            context.say(f"servers: GET {PATHS[-1]} beside halves of {kind} …")
            job = Job(0, request, HEALTHY, 0, APART, PATIENCE, SLOW, half)
            case = [f"`GET {PATHS[-1]}` beside halves of {kind}", str(HEALTHY)]
            table += [case + cells for cells in _trouble(_once_more(servers, job))]
    return Result(table, NOTES)


def _take_turns(servers: Servers, job: Job) -> Loads:
    """Load one server after the other in rounds, each of which begins with another server."""
    loads: Loads = {name: [] for name in SERVERS}
    names = list(SERVERS)
    for name in names:
        apply(replace(job, port=servers.ports[name], connections=8, seconds=WARM_UP_SECONDS))
    for _ in range(ROUNDS):
        for name in names:
            load = apply(replace(job, port=servers.ports[name]))
            if load.unanswered:
                raise CommandFailedError(f"{name} left {load.unanswered} requests unanswered.")
            loads[name].append(load)
        names.append(names.pop(0))
    return loads


def _cells(loads: Loads, measure: Measure, unit: str) -> list[str]:
    """Return the first server's figure and the others' ratios to it."""
    first, *others = [[measure(load) for load in turns] for turns in loads.values()]
    return [figure(median(first), unit), *(times(paired_ratio(each, first)) for each in others)]


def _once_more(servers: Servers, job: Job) -> dict[str, Load]:
    """Run the job several times with every server; return the sum of the loads for each."""
    sums = {name: Load() for name in SERVERS}
    for _ in range(TROUBLES):
        for name, total in sums.items():
            load = apply(replace(job, port=servers.ports[name]))
            total.latencies += load.latencies
            total.unanswered += load.unanswered
    return sums


def _trouble(loads: dict[str, Load]) -> list[list[str]]:
    answered, waits = [f"answered in {PATIENCE:.0f} s"], ["p50"]
    for load in loads.values():
        every = load.latencies + [math.inf] * load.unanswered
        wait = percentile(every, 0.5) * 1000
        answered.append(f"{len(load.latencies) / len(every):.0%}")
        waits.append(figure(wait, " ms") if math.isfinite(wait) else f"over {PATIENCE:.0f} s")
    return [answered, waits]


NOTES = (
    f"""\
All have {WORKERS} processes; granian and gthread have {THREADS} threads in each, sync has none.
Unless a unit says otherwise, gunicorn's figures are multiples of granian's: the median of {ROUNDS}
rounds in which the servers took turns. The clients and PostgreSQL run on the same cores.""",
    f"""\
*Beside halves*: {SLOW} clients have sent the beginning of a request and stay, silent. Half a head
ends within the headers, half a body before `Content-Length` is reached. {HEALTHY} others then ask
once each, {TROUBLES} times over.""",
)

BENCHMARK = Benchmark(
    "servers",
    "Which web server runs the application best, and still does beside slow clients?",
    run,
)
