"""A crowd of two universities behind PgBouncer: each sees what is theirs, and nobody fails."""

from collections import Counter
from dataclasses import replace

import pytest

from rehearsals import pooler
from rehearsals.crowd import Crowd, Seen
from rehearsals.pooler import SHORT, Outcome

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
        ({"sessions": 9}, "PostgreSQL had 9 sessions"),
        ({"clients": 3}, "only 3 connections were pooled: that proves nothing"),
    ],
)
def test_a_broken_promise_is_a_fault(broken, fault):
    assert KEPT.faults() == []
    assert replace(KEPT, **broken).faults() == [fault]


def test_a_strangers_row_is_found_in_whatever_is_shown():
    rows = {"state": {b"a" * 24, b"ada@state.example"}, "demo": {b"b" * 24, b"bo@demo.example"}}
    crowd = Crowd(0, rows)

    assert crowd._strangers("demo", b'{"id": "%s"}' % (b"a" * 24)) == {b"a" * 24}
    assert crowd._strangers("demo", b"Ada,ada@state.example,x") == {b"ada@state.example"}
    assert crowd._strangers("demo", b"Rehearsed state 1 2") == {b"state"}
    assert crowd._strangers("state", b'"ada@state.example", Rehearsed state 1 2') == set()
