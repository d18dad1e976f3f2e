"""This release beside another one: the same requests on the same rows, by turns."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median
from typing import NamedTuple

from benchmarks import crowd
from benchmarks.databases import CommandFailedError, Database
from benchmarks.downloads import download
from benchmarks.frame import NOTHING, Benchmark, Context, Result, figure, paired_ratio, times
from benchmarks.ingest import LiveService, sessions_per_second
from benchmarks.load import HOST, Job
from benchmarks.panel import SCENARIOS
from benchmarks.releases import release_at, same_rows, this_release
from benchmarks.web_servers import SERVERS, Servers, apply, sign_in

SIZE, SMALLER = 1_000_000, 20_000

# Rounds in which both take their turn, the seconds of a turn, and those of many connections.
ROUNDS = 9
SECONDS, CROWDED_SECONDS = 0.8, 3
CONNECTIONS = 16

# The most that a time may be of the other release's, and the least that a rate has to be.
HALF, TWICE, FOURTH, THRICE, SAME = 0.55, 2.0, 0.25, 3.0, 1.05

# Requests of all kinds, after which a web process has the size that it keeps.
MIXED = 1_000

_LIST = "/v1/console/students"
_SERVER = "granian"


@dataclass(frozen=True)
class Site:
    """A server of one release, on its own database, with a token of its administrator."""

    port: int
    token: str
    students: int
    services: tuple[LiveService, ...]
    database: Database
    servers: Servers

    def request(self, path: str) -> str:
        authorization = f"Authorization: Bearer {self.token}"
        return f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n{authorization}\r\n\r\n"


class Measured(NamedTuple):
    """A figure, and the quickest answer behind it: on a busy machine, that of a quiet moment."""

    value: float
    best: float | None = None


type Measure = Callable[[Site], Measured]


@dataclass(frozen=True)
class Row:
    """What is measured; ``goal`` is a ratio: at most this one for times, at least for rates."""

    name: str
    unit: str
    measure: Measure
    goal: float | None = None

    @property
    def is_rate(self) -> bool:
        return self.unit.endswith("/s")

    def told_goal(self) -> str:
        if self.goal is None:
            return NOTHING
        return f"{'≥' if self.is_rate else '≤'} {times(self.goal)}"


def _p50(path: Callable[[int], str]) -> Measure:
    def measure(site: Site) -> Measured:
        taken = apply(Job(site.port, site.request(path(site.students)), 1, SECONDS)).latencies
        return Measured(median(taken) * 1000, min(taken) * 1000)

    return measure


def _rate(site: Site) -> Measured:
    load = apply(Job(site.port, site.request(_LIST), CONNECTIONS, CROWDED_SECONDS))
    if load.unanswered:
        raise CommandFailedError(f"{load.unanswered} requests were left unanswered.")
    return Measured(len(load.latencies) / load.seconds)


def _file(kind: str) -> Measure:
    path = f"{_LIST}/export?format={kind}&programme=P07"
    return lambda site: Measured(download(path, site.token, site.port))


def _ingest(site: Site) -> Measured:
    return Measured(sessions_per_second(site.services))


def _memory(site: Site) -> Measured:
    """Return the megabytes of the larger web process after requests of all kinds."""
    with closing(HTTPConnection(HOST, site.port, timeout=60)) as ask:
        for number in range(MIXED):
            path = SCENARIOS[number % len(SCENARIOS)].path(site.students)
            ask.request("GET", path, headers={"Authorization": f"Bearer {site.token}"})
            ask.getresponse().read()
    workers = site.servers.workers(_SERVER)
    return Measured(max(worker.memory_info().rss for worker in workers) / 2**20)


def _start(site: Site) -> Measured:
    """Return the milliseconds from the start of a server to its first answer."""
    with Servers(site.database) as servers:
        began = time.monotonic()
        servers.serve("one more", SERVERS[_SERVER])
        seconds = time.monotonic() - began
    return Measured(seconds * 1000, seconds * 1000)


ROWS = (
    *(
        Row(one.name, " ms", _p50(one.path), None if "abdul" in one.name else HALF)
        for one in SCENARIOS
    ),
    Row(f"list, {CONNECTIONS} connections", "/s", _rate, TWICE),
    Row("a programme as CSV", " ms", _file("csv")),
    Row("a programme as XLSX", " ms", _file("xlsx"), FOURTH),
    Row("new sessions", "/s", _ingest, THRICE),
    Row("memory of a web process", " MB", _memory, SAME),
    Row("start to first answer", " ms", _start, SAME),
)


def run(context: Context) -> Result:
    students = SMALLER if context.smaller else SIZE
    wanted = [
        row
        for row in ROWS
        if not context.rows or any(word.lower() in row.name.lower() for word in context.rows)
    ]
    if not wanted:
        raise CommandFailedError(f"--rows: there are {', '.join(row.name for row in ROWS)}.")
    old, new = release_at(context.against, context.say), this_release()
    context.say(f"compare: {students:,} students …")
    table = [["", context.against, "now", "ratio", "at best", "goal"]]
    with ExitStack() as stack:
        databases = same_rows(context.postgres, old, new, students)
        sites = [stack.enter_context(_site(one, students)) for one in databases]
        for row in wanted:
            context.say(f"compare: {row.name} …")
            before, now = _turns(sites, row.measure)
            table.append([row.name, *_figures(row, before, now), row.told_goal()])
            context.say("  ".join(table[-1]))
    return Result(table, (_NOTE.format(size=f"{students:,}", against=context.against),))


@contextmanager
def _site(database: Database, students: int) -> Iterator[Site]:
    with Servers(database) as servers:
        servers.serve(_SERVER)
        port = servers.ports[_SERVER]
        token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
        services = tuple(LiveService(database, port, students) for _ in range(2))
        yield Site(port, token, students, services, database, servers)


def _figures(row: Row, before: list[Measured], now: list[Measured]) -> list[str]:
    values = [[one.value for one in measured] for measured in (before, now)]
    bests = [[one.best for one in measured if one.best] for measured in (before, now)]
    return [
        *(figure(median(each), row.unit) for each in values),
        times(paired_ratio(values[1], values[0])),
        times(min(bests[1]) / min(bests[0])) if all(bests) else NOTHING,
    ]


def _turns(sites: list[Site], measure: Measure) -> list[list[Measured]]:
    """Return what is measured of each, round by round; each round another one begins."""
    measured: list[list[Measured]] = [[] for _ in sites]
    turns = list(zip(sites, measured, strict=True))
    for site in sites:
        measure(site)  # warm up
    for _ in range(ROUNDS):
        for site, values in turns:
            values.append(measure(site))
        turns.reverse()
    return measured


_NOTE = f"""\
The release at {{against}} and this one by turns, each with a web server of two processes and a
database of its own, which holds the same {{size}} students; everything shares the machine's cores.
Medians of {ROUNDS} rounds; the ratio is the median of each round's, *at best* that of the quickest
answers of all. Times are p50 of one client and one connection, rates those of {CONNECTIONS}
connections, new sessions those of two clients. Files have the students of one programme. Memory is
the resident set of the larger web process after {MIXED:,} requests of all these kinds."""

BENCHMARK = Benchmark(
    "compare",
    "Is this release faster than that one?",
    run,
    by_default=False,
    kept_in="compared.md",
)
