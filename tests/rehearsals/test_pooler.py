"""A crowd of two universities behind PgBouncer: each sees what is theirs, and nobody fails."""

from collections import Counter
from contextlib import closing
from dataclasses import replace
from http.client import HTTPConnection
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from rehearsals import crowd, pooler
from rehearsals.crowd import Crowd, Seen
from rehearsals.pooler import SHORT, Outcome
from tests.sites import serving

KEPT = Outcome(SHORT, Seen(Counter({200: 300, 201: 20}), [0.1] * 320, [], 9.0), 42, 8)


@pytest.mark.system
@pytest.mark.timeout(900)
def test_the_short_rehearsal_keeps_what_it_promises():
    (outcome,) = pooler.run(print, short=True)

    assert outcome.faults() == []
    assert set(outcome.seen.answers) <= {200, 201, 503}
    assert outcome.seen.answers[201] >= SHORT.people // 2, "too few have written"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"seen": replace(KEPT.seen, wrong=["GET /: 500"])}, "wrong: GET /: 500"),
        ({"seen": replace(KEPT.seen, answers=Counter({200: 319}))}, "319 answers of 320"),
        (
            {"seen": replace(KEPT.seen, sent_away=7, answered_later=6)},
            "of 7 requests that were told to come back, 6 were answered then",
        ),
        ({"sessions": 9}, "PostgreSQL had 9 sessions"),
        ({"clients": 3}, "only 3 connections were pooled: that proves nothing"),
    ],
)
def test_a_broken_promise_is_a_fault(broken, fault):
    assert KEPT.faults() == []
    assert replace(KEPT, **broken).faults() == [fault]


class Door(BaseHTTPRequestHandler):
    """Tells everybody to come back, as often as ``busy`` says."""

    busy = 0

    def do_GET(self) -> None:
        Door.busy -= 1
        self.send_response(503 if Door.busy >= 0 else 200)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *_: object) -> None:
        pass


@pytest.mark.parametrize(("busy", "answered"), [(0, (0, 0)), (2, (1, 1)), (9, (1, 0))])
def test_whoever_is_told_to_come_back_does_and_is_counted(monkeypatch, busy, answered):
    monkeypatch.setattr(Door, "busy", busy)
    monkeypatch.setattr(crowd, "AGAIN", 0)
    monkeypatch.setattr(crowd, "TIMES", 3)
    with serving(ThreadingHTTPServer(("127.0.0.1", 0), Door)) as server:
        people = Crowd(server.server_port, {})
        with closing(HTTPConnection("127.0.0.1", server.server_port)) as call:
            people.ask("state", call, "/", None, {})

    assert (people.seen.sent_away, people.seen.answered_later) == answered
    assert people.seen.answers[503] == min(busy, 4)
    assert people.seen.wrong == []


def test_a_strangers_row_is_found_in_whatever_is_shown():
    rows = {"state": {b"a" * 24, b"ada@state.example"}, "demo": {b"b" * 24, b"bo@demo.example"}}
    crowd = Crowd(0, rows)

    assert crowd._strangers("demo", b'{"id": "%s"}' % (b"a" * 24)) == {b"a" * 24}
    assert crowd._strangers("demo", b"Ada,ada@state.example,x") == {b"ada@state.example"}
    assert crowd._strangers("demo", b"Rehearsed state 1 2") == {b"state"}
    assert crowd._strangers("state", b'"ada@state.example", Rehearsed state 1 2') == set()
