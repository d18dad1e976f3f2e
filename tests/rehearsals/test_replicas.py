"""Readers: nobody sees yesterday, whatever becomes of the replica."""

from dataclasses import replace

import pytest

from rehearsals import replicas
from rehearsals.replicas import HAPPENINGS, Seen

HAPPENING = {one.name: one for one in HAPPENINGS}

KEPT = Seen(
    HAPPENING["near"], writes=80, reads=300, by_replica=290, by_primary=10, stale=0, wrong={}
)


@pytest.mark.system
@pytest.mark.timeout(1500)
def test_the_short_rehearsal_keeps_what_it_promises():
    outcomes = replicas.run(print, short=True)

    assert [one.scenario.name for one in outcomes] == ["near", "late", "killed", "blind"]
    # How much the replica can do is for a quiet machine to say.
    kept = [replace(one, by_primary=0, by_replica=1).faults() for one in outcomes]
    assert kept == [[], [], [], []]
    assert outcomes[0].by_replica > 0, "the replica was never asked: nothing is proven"
    assert all(one.by_primary > 0 for one in outcomes[1:3]), "it was never late: nothing is proven"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"stale": 3}, "3 of 300 answers were of yesterday"),
        ({"wrong": {503: 2}}, "2 answers were 503"),
        ({"writes": 0}, "0 writes and 300 reads prove nothing"),
        ({"by_replica": 4, "by_primary": 6}, "the replica gave 40% of the answers"),
        (
            {"scenario": HAPPENING["blind"]},
            "nothing was of yesterday: the check would not notice",
        ),
    ],
)
def test_a_broken_promise_is_a_fault(broken, fault):
    assert KEPT.faults() == []
    assert replace(KEPT, **broken).faults() == [fault]


def test_the_table_has_a_line_for_each():
    lines = replicas.table([KEPT]).splitlines()
    assert lines[2] == "| nothing: the replica is near | 80 | 300 | 97% | 0 | 0 |"
