"""The students panel at three sizes: the time of its answers, and that of the database alone."""

import time
from collections.abc import Iterator
from contextlib import ExitStack
from dataclasses import dataclass, field
from statistics import median
from urllib.parse import urlencode

import psycopg

from benchmarks import crowd, floors
from benchmarks.databases import Database, kept_database
from benchmarks.frame import NOTHING, Benchmark, Context, Result, figure, paired_ratio, times
from benchmarks.ingest import BATCH, LiveService, sessions_per_second
from benchmarks.load import HOST, Job
from benchmarks.web_servers import Servers, apply, sign_in

SIZES = (10_000, 100_000, 1_000_000)

# Rounds in which every size takes its turn, and the seconds of a turn over HTTP and without.
ROUNDS = 5
SECONDS, FLOOR_SECONDS = 0.8, 0.3

# Session reports a second that arrive while everything is measured once more.
REPORTS = 200

_LIST = "/v1/console/students"
_BY_NAME = {"sort_by": "name", "sort_order": "asc"}
_BY_PROGRAMME = {"sort_by": "programme", "sort_order": "asc"}
_RANGE = {"start_date": "2026-03-01", "end_date": "2026-04-30"}


@dataclass(frozen=True)
class Scenario:
    """A request, the statement for the same rows, and the most milliseconds it may take.

    ``skip`` is a share of all students.
    """

    name: str
    goal: float
    floor: str
    query: dict[str, str] = field(default_factory=dict)
    skip: float = 0
    details: bool = False

    def path(self, students: int) -> str:
        if self.details:
            return f"{_LIST}/{crowd.student_id(students // 2)}"
        skip = {"skip": str(int(self.skip * students))} if self.skip else {}
        return f"{_LIST}?{urlencode(self.query | skip)}"


SCENARIOS = (
    Scenario("default list", 8, floors.DEFAULT),
    Scenario("search “abdul”", 60, floors.SEARCH, {"search": "abdul"}),
    Scenario("search “ab”", 60, floors.LETTERS, {"search": "ab"}),
    Scenario("student number", 10, floors.NUMBER, {"search": crowd.sis_id(4711)}),
    Scenario("one cohort", 60, floors.COHORT, {"cohort": "2024"}),
    Scenario("one programme", 10, floors.PROGRAMME, {"programme": "P07"}),
    Scenario("inactive, by name", 10, floors.INACTIVE_BY_NAME, {"status": "inactive", **_BY_NAME}),
    Scenario("by programme", 10, floors.BY_PROGRAMME, _BY_PROGRAMME),
    Scenario("last-seen range", 15, floors.SEEN, _RANGE),
    Scenario("skip nine tenths", 60, floors.DEEP, skip=0.9),
    Scenario("details", 8, floors.DETAILS, details=True),
)


@dataclass
class Turns:
    """The milliseconds of the median answer, round by round."""

    http: list[float] = field(default_factory=list)
    floor: list[float] = field(default_factory=list)


@dataclass(frozen=True)
class Site:
    """A server on a university of some size."""

    students: int
    port: int
    token: str
    connection: psycopg.Connection

    def answer(self, scenario: Scenario) -> float:
        """Return the milliseconds of the median answer over one connection."""
        request = (
            f"GET {scenario.path(self.students)} HTTP/1.1\r\nHost: {HOST}\r\n"
            f"Authorization: Bearer {self.token}\r\n\r\n"
        )
        return median(apply(Job(self.port, request, 1, SECONDS)).latencies) * 1000

    def ask(self, scenario: Scenario) -> float:
        """Return the milliseconds of the median time that the database alone takes."""
        parameters = {
            "tenant": crowd.TENANT,
            "student": crowd.student_id(self.students // 2),
            "skip": int(scenario.skip * self.students),
        }
        taken, until = [], time.perf_counter() + FLOOR_SECONDS
        while not taken or time.perf_counter() < until:
            began = time.perf_counter()
            self.connection.execute(scenario.floor, parameters).fetchall()
            taken.append(time.perf_counter() - began)
        return median(taken) * 1000


def kept_crowds(context: Context, stack: ExitStack) -> Iterator[tuple[int, Database]]:
    """Yield the size and the database of each university."""
    for size in SIZES[:-1] if context.smaller else SIZES:
        yield (
            size,
            stack.enter_context(
                kept_database(
                    context.postgres,
                    f"panel_{size}",
                    crowd.VERSION,
                    lambda connection, size=size: crowd.fill(connection, size, context.say),
                )
            ),
        )


def run(context: Context) -> Result:
    with ExitStack() as stack:
        crowds = list(kept_crowds(context, stack))
        sizes = tuple(size for size, _ in crowds)
        sites = [_site(stack, database, size) for size, database in crowds]
        table = [_heading(sizes)]
        for scenario in SCENARIOS:
            context.say(f"panel: {scenario.name} …")
            table.append(_row(scenario, list(_turns(sites, scenario))))
        context.say("panel: once more while sessions are reported …")
        services = [LiveService(crowds[-1][1], sites[-1].port, sizes[-1]) for _ in range(2)]
        beside = _beside_reports(sites[-1], services[0])
        for row, value in zip(table[1:], beside, strict=True):
            row.append(times(value))
        rate = sessions_per_second(services)
    return Result(table, (_NOTE.format(size=f"{sizes[-1]:,}", rate=figure(rate)),))


def _site(stack: ExitStack, database: Database, size: int) -> Site:
    servers = stack.enter_context(Servers(database))
    servers.serve("granian")
    port = servers.ports["granian"]
    token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
    connection = stack.enter_context(database.connect())
    return Site(size, port, token, connection)


def _turns(sites: list[Site], scenario: Scenario) -> Iterator[Turns]:
    """Measure all sizes in turn, so that a disturbance of the machine affects all of them."""
    turns = [Turns() for _ in sites]
    for site in sites:
        site.answer(scenario), site.ask(scenario)  # warm up
    for _ in range(ROUNDS):
        for site, turn in zip(sites, turns, strict=True):
            turn.http.append(site.answer(scenario))
            turn.floor.append(site.ask(scenario))
    return iter(turns)


def _heading(sizes: tuple[int, ...]) -> list[str]:
    answers = [f"{size:,}" for size in sizes]
    return ["p50 at … students", *answers, "goal", "database alone", "ratio", "growth", "reports"]


def _row(scenario: Scenario, turns: list[Turns]) -> list[str]:
    answers = [figure(median(turn.http), " ms") for turn in turns]
    last = turns[-1]
    return [
        scenario.name,
        *answers,
        figure(scenario.goal, " ms"),
        figure(median(last.floor), " ms"),
        times(paired_ratio(last.http, last.floor)),
        times(paired_ratio(last.http, turns[0].http)) if len(turns) > 1 else NOTHING,
    ]


def _beside_reports(site: Site, service: LiveService) -> list[float]:
    """Return the ratio of every scenario's time with reports of sessions to that without."""
    ratios = []
    for scenario in SCENARIOS:
        alone, beside = [], []
        for _ in range(ROUNDS):
            alone.append(site.answer(scenario))
            with service.reporting(REPORTS):
                beside.append(site.answer(scenario))
        ratios.append(paired_ratio(beside, alone))
    return ratios


_NOTE = f"""\
One client, one connection, two processes of the web server; everything shares the machine's cores.
Each student has one or two of {crowd.PROGRAMMES} programmes and {crowd.SESSIONS_EACH} sessions in \
{crowd.CASE_STUDIES} case studies. *Database alone* is the same
page as one statement by hand through psycopg, *ratio* the answer in multiples of that, *growth* the
largest size in multiples of the smallest; all by turns, medians of {ROUNDS} rounds. *Reports*: in
multiples of itself, while {REPORTS} new sessions a second arrive through the bulk endpoint. With \
{{size}} students that takes in {{rate}} new sessions a second, {BATCH} in each request of two \
clients."""

BENCHMARK = Benchmark("panel", "Is the students panel as fast with a million students?", run)
