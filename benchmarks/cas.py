"""The list of students beside people who sign in at a CAS server that hangs."""

import socket
import time
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager, suppress
from functools import partial
from http.client import HTTPConnection, HTTPMessage
from statistics import median
from threading import Event
from urllib.parse import parse_qs, urlsplit

import psycopg

from benchmarks import crowd
from benchmarks.beside import beside
from benchmarks.databases import CommandFailedError
from benchmarks.frame import Benchmark, Context, Result, figure, paired_ratio, percentile, times
from benchmarks.load import HOST, Job, Load
from benchmarks.panel import kept_crowds
from benchmarks.web_servers import Servers, apply, sign_in

# Browsers that come back from the CAS server, and the seconds after which a page that found no
# place comes again.
BROWSERS = 20
AGAIN = 2

# Rounds in which the list is asked for alone and beside them, and the seconds of a turn.
ROUNDS = 7
SECONDS = 2
SETTLING = 1

_LIST = "/v1/console/students"


def run(context: Context) -> Result:
    with ExitStack() as stack:
        size, database = next(kept_crowds(context, stack))
        servers = stack.enter_context(Servers(database))
        servers.serve("granian")
        port = servers.ports["granian"]
        silent = stack.enter_context(_silent_server())
        configured = stack.enter_context(database.connect())
        stack.enter_context(_signing_in_at(configured, f"http://{HOST}:{silent}/cas"))
        token = sign_in(port, crowd.ADMIN_EMAIL, crowd.PASSWORD, crowd.SLUG)
        alone: list[Load] = []
        troubled: list[Load] = []
        answered: list[int] = []
        _list(port, token)
        for number in range(ROUNDS):
            context.say(f"cas: round {number + 1} of {ROUNDS} …")
            alone.append(_list(port, token))
            with beside(*[partial(_browse, port, answered)] * BROWSERS):
                time.sleep(SETTLING)
                troubled.append(_list(port, token))
    if 503 not in answered:
        raise CommandFailedError("Nobody was sent to wait: the CAS server did not hang.")
    table = [["Students list", "alone", f"beside {BROWSERS} sign-ins", "ratio"]]
    for name, share in (("p50", 0.5), ("p99", 0.99)):
        ours, theirs = (
            [percentile(load.latencies, share) * 1000 for load in loads]
            for loads in (alone, troubled)
        )
        ratio = paired_ratio(theirs, ours)
        table.append(
            [name, figure(median(ours), " ms"), figure(median(theirs), " ms"), times(ratio)]
        )
    return Result(table, (_NOTE.format(size=f"{size:,}"),))


def _list(port: int, token: str) -> Load:
    request = f"GET {_LIST} HTTP/1.1\r\nHost: {HOST}\r\nAuthorization: Bearer {token}\r\n\r\n"
    load = apply(Job(port, request, 1, SECONDS))
    if load.unanswered:
        raise CommandFailedError(f"{load.unanswered} lists were not answered.")
    return load


@contextmanager
def _silent_server() -> Iterator[int]:
    """Yield the port of a server that takes calls and never says a word."""
    with socket.create_server((HOST, 0), backlog=256) as server:
        yield server.getsockname()[1]


@contextmanager
def _signing_in_at(connection: psycopg.Connection, server_url: str) -> Iterator[None]:
    """Have the university's people sign in at a server for the length of the block."""
    connection.execute(
        "INSERT INTO tenants_tenantssoconfig"
        " (tenant_id, provider, server_url, callback_url, is_enabled)"
        " VALUES (%s, 'cas', %s, 'https://app.crowd.example/', true)"
        " ON CONFLICT (tenant_id) DO UPDATE SET server_url = excluded.server_url",
        [crowd.TENANT, server_url],
    )
    try:
        yield
    finally:
        connection.execute(
            "DELETE FROM tenants_tenantssoconfig WHERE tenant_id = %s", [crowd.TENANT]
        )


def _browse(port: int, answered: list[int], over: Event) -> None:
    """Come back from the CAS server with a ticket, again and again."""
    while not over.is_set():
        with suppress(OSError):
            cookie, path = _set_out(port)
            status = 503
            while status == 503 and not over.is_set():
                status, _ = _ask(port, path, cookie)
                answered.append(status)
                if status == 503:
                    over.wait(AGAIN)


def _set_out(port: int) -> tuple[str, str]:
    """Begin a sign-in; return its cookie and the address at which it comes back."""
    _, answer = _ask(port, f"/v1/auth/sso/{crowd.SLUG}/login")
    cookie = answer["Set-Cookie"].partition(";")[0]
    (service,) = parse_qs(urlsplit(answer["Location"]).query)["service"]
    back = urlsplit(service)
    return cookie, f"{back.path}?{back.query}&ticket=ST-1"


def _ask(port: int, path: str, cookie: str = "") -> tuple[int, HTTPMessage]:
    with closing(HTTPConnection(HOST, port, timeout=30)) as connection:
        connection.request("GET", path, headers={"Cookie": cookie})
        answer = connection.getresponse()
        answer.read()
        return answer.status, answer.headers


_NOTE = f"""\
One client over one connection asks for the list of {{size}} students; each figure is the median of
{ROUNDS} rounds. The CAS server takes each call and never answers, so a call lasts until
its deadline. {BROWSERS} browsers with a ticket come back from it at any time: who finds no place
comes again after {AGAIN} seconds, and whose call ended begins anew."""

BENCHMARK = Benchmark("cas", "What does a CAS server that hangs cost everybody else?", run)
