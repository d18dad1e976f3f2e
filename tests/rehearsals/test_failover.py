"""A machine dies: nothing acknowledged is lost or done twice, and people go on."""

from dataclasses import replace

import pytest

from rehearsals import failover
from rehearsals.cluster import EXAMPLES, NAMES
from rehearsals.failover import SCENARIOS, Outcome
from rehearsals.people import Told

SCENARIO = {one.name: one for one in SCENARIOS}

KEPT = Outcome(
    *(SCENARIO["machine"], 20.3, 20.1),
    answers={200: 90, 503: 20},
    acknowledged=40,
    lost=0,
    twice=0,
    wrong=[],
)


@pytest.mark.system
@pytest.mark.timeout(900)
def test_the_short_rehearsal_keeps_what_it_promises():
    outcomes = failover.run(print, short=True)

    assert [one.scenario.name for one in outcomes] == ["postgres", "held-up"]
    # For how long is for a quiet machine to say.
    assert [replace(one, writes=0.0, reads=0.0).faults() for one in outcomes] == [[], []]
    for one in outcomes:
        assert one.acknowledged > 10
        assert set(one.answers) <= {200, 503}, "people are told to come back, or the truth"
        assert one.answers[503] > 0, "the console noticed nothing: nothing was broken"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"lost": 2}, "2 of 40 acknowledged grants were lost"),
        ({"twice": 1}, "1 grants were done twice"),
        ({"wrong": ["GET /: 500 {}"]}, "wrong: GET /: 500 {}"),
        ({"writes": 31.0}, "writes came back after 31.0 s, reads after 20.1 s"),
        ({"reads": 30.1}, "writes came back after 20.3 s, reads after 30.1 s"),
        (
            {"scenario": SCENARIO["asynchronous"]},
            "nothing was lost: the check would not notice",
        ),
    ],
)
def test_a_broken_promise_is_a_fault(broken, fault):
    assert KEPT.faults() == []
    assert replace(KEPT, **broken).faults() == [fault]


def test_a_silence_may_last_to_the_end():
    told = Told(successes=[1.0, 2.0, 9.0, 11.0])
    assert told.longest_silence(1.5, 10.0) == 7.0
    assert told.longest_silence(3.0, 8.0) == 5.0
    assert told.longest_silence(9.5, 30.0) == 19.0


def test_the_examples_name_the_same_three_machines():
    addresses = [f"192.0.2.{number}" for number in (11, 12, 13)]
    haproxy, etcd = ((EXAMPLES / name).read_text() for name in ("haproxy.cfg", "etcd.yml"))
    for name, address in zip(NAMES, addresses, strict=True):
        assert haproxy.count(f"server {name} {address}:5432 check port 8008") == 2
        assert f"{name}=http://{address}:2380" in etcd
