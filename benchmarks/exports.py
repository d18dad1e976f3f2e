"""Fifty thousand students as a file: its time, its memory, and the answers to others meanwhile."""

import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from statistics import median
from tempfile import TemporaryFile
from threading import Event
from urllib.parse import urlencode

from openpyxl import Workbook
from psycopg import ClientCursor, Connection

from benchmarks import crowd, floors
from benchmarks.beside import beside
from benchmarks.databases import CommandFailedError, Database
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, percentile, times
from benchmarks.load import HOST, Job
from benchmarks.panel import kept_crowds
from benchmarks.web_servers import Servers, apply, sign_in

ROWS = 50_000
ROUNDS = 5
AT_ONCE = 5

# Seconds for which several exports follow upon each other, while somebody else asks for the list.
CROWDED = 8
# Seconds between two looks at the memory, and for one export.
LOOK, PATIENCE = 0.02, 120

# The promises: seconds for a CSV, an XLSX as a share of what openpyxl alone takes, seconds until
# the first byte, and bytes by which a process may grow.
CSV_GOAL, XLSX_GOAL = 0.9, 0.25
FIRST_BYTE_GOAL, GROWTH_GOAL = 0.3, 30 * 1024**2

_LIST = "/v1/console/students"
_MIB = 1024**2

# Bounded by the last activity of the last of them, the list has as many rows as a file may have.
_SINCE = f"""
SELECT last_seen_at FROM accounts_user
WHERE tenant_id = %s AND legacy_role = 'STUDENT' AND status <> 'DELETED'
ORDER BY last_seen_at DESC NULLS LAST OFFSET {ROWS - 1} LIMIT 1
"""


@dataclass(frozen=True)
class Taken:
    """Seconds until a file's first byte and its last."""

    first: float
    whole: float


@dataclass(frozen=True)
class Site:
    """A server that has just been started, with a token of a user who may export there."""

    servers: Servers
    port: int
    token: str
    since: str

    @property
    def headers(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"}

    def export(self, kind: str) -> Taken:
        """Export once over a connection of its own."""
        query = urlencode({"format": kind, "start_date": self.since})
        with closing(HTTPConnection(HOST, self.port, timeout=PATIENCE)) as ask:
            began = time.perf_counter()
            ask.request("GET", f"{_LIST}/export?{query}", headers=self.headers)
            answer = ask.getresponse()
            if answer.status != 200:
                raise CommandFailedError(f"the export answered {answer.status}: {answer.read()!r}")
            answer.read(1)
            first = time.perf_counter() - began
            while answer.read(1 << 16):
                pass
            return Taken(first, time.perf_counter() - began)

    def ask(self, seconds: float) -> list[float]:
        """Return the seconds that one client's requests for the default list took."""
        request = (
            f"GET {_LIST} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {self.token}\r\n\r\n"
        )
        return apply(Job(self.port, request, 1, seconds, patience=PATIENCE)).latencies

    @contextmanager
    def growing(self) -> Iterator[list[int]]:
        """Yield a list that gets the largest growth of a process in bytes, during the block."""
        workers = self.servers.workers("granian")
        before = {worker.pid: worker.memory_info().rss for worker in workers}
        most = [0]

        def look(end: Event) -> None:
            while not end.wait(LOOK):
                for worker in workers:
                    most[0] = max(most[0], worker.memory_info().rss - before[worker.pid])

        with beside(look):
            yield most

    @contextmanager
    def exporting(self, kind: str) -> Iterator[None]:
        """Export again and again during the block, several at once."""

        def again(end: Event) -> None:
            while not end.is_set():
                self.export(kind)

        with beside(*[again] * AT_ONCE):
            yield


def run(context: Context) -> Result:
    with ExitStack() as stack:
        *_, (students, database) = kept_crowds(context, stack)
        with database.connect() as connection:
            [moment] = connection.execute(_SINCE, [crowd.TENANT]).fetchone()
            since = {"tenant": crowd.TENANT, "since": moment, "rows": ROWS}
            table = [_HEADING]
            for kind, floor, goal in (("csv", _copied, None), ("xlsx", _written, XLSX_GOAL)):
                context.say(f"exports: {kind} …")
                floor_of = floor(connection, since)
                table.append(_row(kind, database, moment.isoformat(), floor_of, goal))
    return Result(table, (_NOTE.format(students=f"{students:,}"),))


_HEADING = [
    *(f"{ROWS:,} students as", "whole file", "goal", "floor", "ratio", "first byte"),
    *("memory, one", f"{AT_ONCE} at once", "list alone", f"beside {AT_ONCE}", "p95"),
]


def _row(
    kind: str, database: Database, since: str, floor: Callable[[], None], multiple: float | None
) -> list[str]:
    with _fresh(database, since) as site:
        site.ask(0.5)
        with site.growing() as alone:
            site.export(kind)
        taken, floors_taken = [], []
        for _ in range(ROUNDS):
            taken.append(site.export(kind))
            began = time.perf_counter()
            floor()
            floors_taken.append(time.perf_counter() - began)
        quiet = site.ask(2)
    with _fresh(database, since) as site:
        site.ask(0.5)
        with site.growing() as together, site.exporting(kind):
            crowded = site.ask(CROWDED)
    whole = [each.whole for each in taken]
    lowest = median(floors_taken)
    goal = multiple * lowest if multiple else CSV_GOAL
    return [
        kind.upper(),
        figure(median(whole), " s"),
        figure(goal, " s"),
        figure(lowest, " s"),
        times(paired_ratio(whole, floors_taken)),
        figure(median(each.first for each in taken) * 1000, " ms"),
        *(f"{most[0] / _MIB:.0f} MiB" for most in (alone, together)),
        figure(percentile(quiet, 0.5) * 1000, " ms"),
        *(figure(percentile(crowded, share) * 1000, " ms") for share in (0.5, 0.95)),
    ]


@contextmanager
def _fresh(database: Database, since: str) -> Iterator[Site]:
    """Start a new server: memory left by an earlier export would hide that of the next one."""
    with Servers(database) as servers:
        servers.serve("granian")
        port = servers.ports["granian"]
        token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
        yield Site(servers, port, token, since)


def _copied(connection: Connection, parameters: dict) -> Callable[[], None]:
    """Return a function that only copies the same rows out of the database."""
    statement = ClientCursor(connection).mogrify(
        f"COPY ({floors.EXPORT}) TO STDOUT (FORMAT csv)", parameters
    )

    def copy() -> None:
        with connection.cursor() as cursor, cursor.copy(statement) as rows:
            while rows.read():
                pass

    return copy


def _written(connection: Connection, parameters: dict) -> Callable[[], None]:
    """Return a function that only writes the same cells with openpyxl, from memory."""
    rows = connection.execute(floors.EXPORT, parameters).fetchall()

    def write() -> None:
        book = Workbook(write_only=True)
        sheet = book.create_sheet()
        for row in rows:
            sheet.append(row)
        with TemporaryFile() as file:
            book.save(file)

    return write


_NOTE = f"""\
Exported from {{students}} students by one client, {ROUNDS} times; two processes of the web server,
everything shares the machine's cores. The *floor* of the CSV is the same rows by `COPY` through
psycopg, as one statement by hand, without HTTP; that of the XLSX openpyxl alone in its write-only
mode, with all rows in memory. They take turns with the exports; the XLSX may take {XLSX_GOAL} times
as long. The *first byte* may take {FIRST_BYTE_GOAL * 1000:.0f} ms. *Memory* is by how much the
process that grew most was larger at its peak than before; it may be {GROWTH_GOAL // _MIB} MiB. \
*Beside {AT_ONCE}*: what a client waits for the default list while {AT_ONCE} others export without
a break."""

BENCHMARK = Benchmark("exports", "Are fifty thousand students a file in no time?", run)
