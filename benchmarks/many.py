"""A cell of many small universities beside a large one: what each of them notices of the others."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from dataclasses import dataclass
from functools import partial
from http.client import HTTPConnection
from statistics import median
from tempfile import TemporaryDirectory
from urllib.parse import urlencode

from benchmarks import crowd
from benchmarks.cell import Cells, Size
from benchmarks.crowd import University
from benchmarks.databases import CommandFailedError, Database
from benchmarks.downloads import download
from benchmarks.frame import NOTHING, Benchmark, Context, Result, figure, paired_ratio, times
from benchmarks.load import HOST, Job
from benchmarks.web_servers import SERVERS, Servers, apply, sign_in

SIZE, SMALLER = Size(1_000, 1_000, 1_000_000), Size(100, 200, 20_000)

# Rounds in which all take their turn, and the seconds of a turn.
ROUNDS, SECONDS = 5, 0.4
# Rounds of the commands.
RUNS = 3
# Minutes without traffic, and universities whose first page is asked for after each.
QUIET, ASKED_AFTER = 3, 5
_A_MINUTE = 61

# The most that a university alone, and a warm page, may be exceeded.
GOAL, COLD_GOAL, MIGRATION_GOAL = 1.2, 2.0, 60

_LIST = "/v1/console/students"

# An event in each university's trail, as one would come by somebody's work.
_EVENTS = """
INSERT INTO tenants_auditevent (id, tenant_id, target_type, target_id, event_type, event_time,
    metadata)
SELECT substr(md5(random()::text), 1, 24), id, 'tenant', id, 'tenant.updated', now(), '{}'
FROM tenants_tenant
"""


@dataclass(frozen=True)
class Site:
    """A server, and somebody of a university who asks it."""

    port: int
    token: str

    def ask(self, path: str) -> float:
        """Return the milliseconds of the median answer over one connection."""
        return median(apply(Job(self.port, self._request(path), 1, SECONDS)).latencies) * 1000

    def first(self, path: str) -> float:
        """Return the milliseconds of one answer over a new connection."""
        return download(path, self.token, self.port)

    def _request(self, path: str) -> str:
        authorization = f"Authorization: Bearer {self.token}"
        return f"GET {path} HTTP/1.1\r\nHost: {HOST}\r\n{authorization}\r\n\r\n"


def paths(of: University) -> dict[str, str]:
    """Return what people of a university ask for, by its name."""
    middle = of.students // 2
    case_study = f"60000003{of.number:04x}{1:012x}"

    of_one = f"case_study_id={case_study}"

    def students(**query: str) -> str:
        return f"{_LIST}?{urlencode(query)}"

    return {
        "default list": _LIST,
        "search “abdul”": students(search="abdul"),
        "search “ab”": students(search="ab"),
        "student number": students(search=crowd.sis_id(middle)),
        "one cohort": students(cohort="2024"),
        "one programme": students(programme="P07"),
        "inactive, by name": students(status="inactive", sort_by="name", sort_order="asc"),
        "by programme": students(sort_by="programme", sort_order="asc"),
        "last-seen range": students(start_date="2026-03-01", end_date="2026-04-30"),
        "skip nine tenths": students(skip=str(of.students * 9 // 10)),
        "details": f"{_LIST}/{crowd.student_id(middle, of.number)}",
        "attempts": f"/v1/console/attempts?{of_one}",
        "attempts, summary": f"/v1/console/attempts/summary?{of_one}",
        "performance": "/v1/console/student-performance",
        "performance of a case study": f"/v1/console/student-performance?{of_one}",
        "users": "/v1/console/users",
        "dashboard": "/v1/console/dashboard",
        "a programme as CSV": f"{_LIST}/export?format=csv&programme=P07",
    }


def run(context: Context) -> Result:
    size = Size(*context.cell) if context.cell else SMALLER if context.smaller else SIZE
    cells = Cells(context.postgres, context.say)
    one = size.small(size.universities // 2 + 1)
    large = University(size.large)
    with ExitStack() as stack:
        _, empty = stack.enter_context(cells.upgraded("many_none", ()))
        crowded, migrated = stack.enter_context(cells.upgraded(f"many_{size}", size.all()))
        alone, _ = stack.enter_context(cells.upgraded(f"many_one_{size.each}", [one]))
        large_alone, _ = stack.enter_context(cells.upgraded(f"many_large_{size.large}", [large]))
        table = [["", "alone", "in the cell", "ratio", "goal"]]
        most = f"≤ {empty + MIGRATION_GOAL:.0f} s"
        table.append(["migration", *_seconds([empty], [migrated]), most])
        ports = {
            database.name: _serve(stack, database) for database in (crowded, alone, large_alone)
        }
        for kind, of, other in (("small", one, alone), ("large", large, large_alone)):
            sites = [_site(ports[database.name], of) for database in (other, crowded)]
            table += _scenarios(context, kind, of, sites)
        table += _after_quiet(context, [_site(ports[crowded.name], each) for each in _few(size)])
        table += _walks(context, [(each, ports[each.name]) for each in (alone, crowded)])
    return Result(table, (_NOTE.format(size=_told(size)),))


def _serve(stack: ExitStack, database: Database) -> int:
    servers = stack.enter_context(Servers(database))
    servers.serve(database.name, SERVERS["granian"])
    return servers.ports[database.name]


def _site(port: int, of: University) -> Site:
    return Site(port, sign_in(port, of.email, crowd.PASSWORD, of.slug))


def _few(size: Size) -> list[University]:
    return [size.small(number) for number in range(1, min(ASKED_AFTER, size.universities) + 1)]


def _is_wanted(context: Context, name: str) -> bool:
    return not context.rows or any(word in name for word in context.rows)


def _scenarios(
    context: Context, kind: str, of: University, sites: list[Site]
) -> Iterator[list[str]]:
    for name, path in paths(of).items():
        if not _is_wanted(context, f"{kind}: {name}"):
            continue
        context.say(f"many: {kind}, {name} …")
        asks = [partial(site.first if "CSV" in name else site.ask, path) for site in sites]
        alone, crowded = _turns(asks, ROUNDS)
        row = [figure(median(each), " ms") for each in (alone, crowded)]
        ratio = times(paired_ratio(crowded, alone))
        context.say(f"many: {kind}, {name}: {'  '.join(row)}  {ratio}")
        yield [f"{kind}: {name}", *row, ratio, f"≤ {times(GOAL)}"]


def _turns(asks: list[Callable[[], float]], rounds: int) -> list[list[float]]:
    """Return what all answer, round by round; each round another one begins."""
    found: list[list[float]] = [[] for _ in asks]
    turns = list(zip(asks, found, strict=True))
    for ask in asks:
        ask()  # warm up
    for _ in range(rounds):
        for ask, values in turns:
            values.append(ask())
        turns.reverse()
    return found


def _after_quiet(context: Context, sites: list[Site]) -> Iterator[list[str]]:
    """Yield the time of a university's first page after a minute in which nobody asked."""
    if not _is_wanted(context, "quiet"):
        return
    warm, first, others = [], [], []
    for minute in range(QUIET):
        context.say(f"many: quiet minute {minute + 1} …")
        warm += [median(site.first(_LIST) for _ in range(9)) for site in sites]
        time.sleep(_A_MINUTE)
        one, *more = (site.first(_LIST) for site in sites)
        first.append(one)
        others += more
        sites = [*sites[1:], sites[0]]
    for name, cold in (("the first page", first), ("the next universities'", others)):
        figures = [figure(median(each), " ms") for each in (warm, cold)]
        ratio = times(median(cold) / median(warm))
        yield [f"{name} after a quiet minute; warm, cold", *figures, ratio, f"≤ {times(COLD_GOAL)}"]


def _walks(context: Context, sites: list[tuple[Database, int]]) -> Iterator[list[str]]:
    """Yield the seconds of what looks at all universities."""
    for name, walk in _WALKS.items():
        if not _is_wanted(context, name):
            continue
        context.say(f"many: {name} …")
        alone, crowded = _turns([partial(walk, *site) for site in sites], RUNS)
        row = _seconds(alone, crowded)
        context.say(f"many: {name}: {'  '.join(row)}")
        yield [name, *row, NOTHING]


def _seconds(alone: list[float], crowded: list[float]) -> list[str]:
    figures = [figure(median(each), " s") for each in (alone, crowded)]
    return [*figures, times(paired_ratio(crowded, alone))]


def _command(*arguments: str) -> Callable[[Database, int], float]:
    def walk(database: Database, port: int) -> float:
        began = time.monotonic()
        database.manage(*arguments, patience=600)
        return time.monotonic() - began

    return walk


def _seal(database: Database, port: int) -> float:
    with closing(database.connect()) as connection:
        connection.execute(_EVENTS)
    return _command("seal_audit")(database, port)


def _queue(database: Database, port: int) -> float:
    queue = _command("seal_audit", "--queue")
    work = _command("db_worker", "--batch", "--queue-name", "*")
    return queue(database, port) + work(database, port)


def _maps(database: Database, port: int) -> float:
    url = database.postgres.url(database.name)
    with TemporaryDirectory() as folder:
        return _command("cell_maps", "--cell", f"one={url}", "--output", folder)(database, port)


def _figures(database: Database, port: int) -> float:
    began = time.monotonic()
    with closing(HTTPConnection(HOST, port, timeout=120)) as ask:
        ask.request("GET", "/metrics")
        if b"command_center_database_up 1.0" not in ask.getresponse().read():
            raise CommandFailedError("/metrics has no figures of the database.")
    return time.monotonic() - began


_WALKS: dict[str, Callable[[Database, int], float]] = {
    "`migrate`, nothing to do": _command("migrate", "--verbosity=0", "--no-input"),
    "`seal_audit`, nothing new": _command("seal_audit"),
    "`seal_audit`, an event in each trail": _seal,
    "`seal_audit --queue`, nothing new, and the worker": _queue,
    "`tidy`": _command("tidy"),
    "`record_expiries`": _command("record_expiries"),
    "`cell_maps`": _maps,
    "`/metrics`": _figures,
}


def _told(size: Size) -> str:
    return (
        f"{size.universities:,} universities of {size.each:,} students each and one of"
        f" {size.large:,}"
    )


_NOTE = f"""\
A cell with {{size}}; *alone* is the same university, with the same rows, in a database of its own.
Of the lists, the p50 of one client and one connection, by turns; medians of {ROUNDS} rounds, and
the ratio is the median of each round's. *Migration* is that from the release before, which filled
the cell; alone it is that of an empty database. After each of {QUIET} minutes without any traffic
{ASKED_AFTER} universities ask for one page each. The commands and `/metrics` are medians of {RUNS}
runs, a process's start included."""

BENCHMARK = Benchmark("many", "Does a university notice a thousand others beside it?", run)
