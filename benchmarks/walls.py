"""What the walls in the database cost: the same requests with and without them, by turns."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from statistics import median

from benchmarks import crowd
from benchmarks.databases import Database
from benchmarks.downloads import download
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, times
from benchmarks.load import HOST, Job
from benchmarks.panel import SCENARIOS, kept_crowds
from benchmarks.web_servers import SERVERS, Servers, apply, sign_in

# Rounds in which both take their turn, and the seconds of a turn.
ROUNDS = 15
SECONDS = 0.5

_LISTS = {one.name: one.path for one in SCENARIOS}
_OTHERS = {
    "attempts": f"/v1/console/attempts?case_study_id={crowd.case_study_id(1)}",
    "performance": "/v1/console/student-performance",
    "users": "/v1/console/users",
    "own profile": "/v1/users/me",
}
_FILES = {
    "students as CSV": "/v1/console/students/export?format=csv&programme=P07",
    "students as XLSX": "/v1/console/students/export?format=xlsx&programme=P07",
}


def run(context: Context) -> Result:
    with ExitStack() as stack:
        *_, (size, database) = kept_crowds(replace(context, smaller=True), stack)
        ports = [
            _serve(stack, replace(database, walls=walls), f"walls {walls}")
            for walls in (True, False)
        ]
        token = sign_in(ports[0], crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
        table = [["p50", "without", "with walls", "ratio"]]
        paths = {name: path(size) for name, path in _LISTS.items()} | _OTHERS | _FILES
        for name, path in paths.items():
            context.say(f"walls: {name} …")
            ask = download if name in _FILES else _ask
            inside, without = _turns(ports, partial(ask, path, token))
            table.append(
                [
                    name,
                    figure(median(without), " ms"),
                    figure(median(inside), " ms"),
                    times(paired_ratio(inside, without)),
                ]
            )
    return Result(table, (_NOTE.format(size=f"{size:,}"),))


def _serve(stack: ExitStack, database: Database, name: str) -> int:
    servers = stack.enter_context(Servers(database))
    servers.serve(name, SERVERS["granian"])
    return servers.ports[name]


def _turns(ports: list[int], ask: Callable[[int], float]) -> list[list[float]]:
    """Return the milliseconds of the answers of both servers, round by round."""
    taken: list[list[float]] = [[] for _ in ports]
    for number in range(ROUNDS + 1):
        for port, answers in zip(ports, taken, strict=True):
            milliseconds = ask(port)
            if number:  # the first one warms up
                answers.append(milliseconds)
    return taken


def _ask(path: str, token: str, port: int) -> float:
    request = f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n\r\n"
    return median(apply(Job(port, request, 1, SECONDS)).latencies) * 1000


_NOTE = f"""\
One client, one connection, {{size}} students; two web servers on one database, whose roles differ:
*with walls* it is command_center_application, which sees its tenant's rows alone, *without* it is
the owner. By turns, medians of {ROUNDS} rounds; the ratio is the median of each round's."""

BENCHMARK = Benchmark("walls", "What do the walls in the database cost?", run)
