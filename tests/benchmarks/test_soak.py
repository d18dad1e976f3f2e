"""The soak's clients against a server that is too slow for them, and what is told of it."""

import asyncio
import time
from collections import Counter
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from benchmarks.mix import KINDS, Mix, Outcome, _Clients
from benchmarks.soak import Sample, _table
from tests.sites import serving

# Seconds that an answer takes; one comes after the other.
TAKES = 0.05


class Slow(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def answer(self) -> None:
        time.sleep(TAKES)
        self.rfile.read(int(self.headers.get("Content-Length", 0)))
        self.send_response(404 if self.path.startswith("/v1/console/students/") else 200)
        self.send_header("Content-Length", "2")
        self.send_header("Connection", "close")  # or who comes first is the only one
        self.end_headers()
        self.wfile.write(b"{}")

    do_GET = do_PUT = do_POST = answer  # noqa: N815 - names of the base class

    def log_message(self, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def port() -> Iterator[int]:
    with serving(HTTPServer(("127.0.0.1", 0), Slow)) as server:
        yield server.server_port


@pytest.mark.drill
def test_whom_a_slow_server_makes_wait_counts_as_having_waited(port):
    mix = Mix(port, "token", "key", students=10, connections=10, seconds=0.5, rate=60)
    clients = _Clients(mix)

    asyncio.run(clients.run())

    answers, errors = clients.outcome.answers, clients.outcome.errors
    assert len(answers) + len(errors) == 30
    assert {at for _, at, _ in [*answers, *errors]} == {n / 60 for n in range(30)}
    assert {(name, why) for name, _, why in errors} == {("details", "404")}
    # Due within half a second, done after one and a half: the last ones waited for a second.
    assert max(took for _, _, took in answers) > 10 * TAKES


def test_the_table_has_the_first_quarter_and_the_last_one():
    outcome = Outcome(
        answers=[("list", at, 0.01) for at in (0, 1, 2)] + [("list", at, 0.03) for at in (6, 7)],
        errors=[("grant", 7.5, "503")],
    )
    samples = [
        Sample(at, {"web process 1": megabytes << 20}, connections)
        for at, megabytes, connections in ((0, 100, 4), (1, 102, 6), (4, 1, 1), (6, 110, 8))
    ]

    rows = {name: figures for name, *figures in _table(outcome, samples, 8)}

    assert rows["requests"] == ["2", "3", "6"]
    assert rows["errors"] == ["0", "1", "1"]
    assert rows["p50"] == ["10.0 ms", "30.0 ms", "10.0 ms"]
    assert rows["memory, web process 1"] == ["101 MB", "110 MB", "101 MB"]
    assert rows["connections to the database"] == ["4–6", "8–8", "1–8"]
    assert set(KINDS) <= {name.removeprefix("p95, ") for name in rows}


def test_a_mix_is_the_same_at_every_run():
    def drawn(seed: int) -> Counter[bytes]:
        clients = _Clients(Mix(1, "token", "key", 1000, 1, 1, seed=seed))
        names = clients._chance.choices(clients._names, clients._weights, k=500)
        whose = [KINDS[name][1](clients._chance, 1000) for name in names if name != "report"]
        return Counter(request.path for request in whose)

    assert drawn(1) == drawn(1) != drawn(2)
