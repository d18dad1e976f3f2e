"""A university moves while people work: nothing acknowledged is lost or done twice."""

from dataclasses import replace

import pytest

from rehearsals import cells
from rehearsals.cells import BACK, FORTH, ONLINE, Outcome

KEPT = Outcome(
    *(FORTH, 5_000, 1.2, 2.0),
    answers={200: 90, 503: 20},
    acknowledged=40,
    lost=0,
    twice=0,
    wrong=[],
)


@pytest.mark.system
@pytest.mark.timeout(900)
def test_the_short_rehearsal_keeps_what_it_promises():
    outcomes = cells.run(print, short=True)

    assert [one.scenario for one in outcomes] == [FORTH, BACK, ONLINE]
    # For how long is for a quiet machine to say.
    assert [replace(one, held=0.0).faults() for one in outcomes] == [[], [], []]
    for one in outcomes:
        assert one.acknowledged > 0
        assert set(one.answers) <= {200, 503}, "people are told to come back, or the truth"
        assert one.answers[503] > 0, "nobody noticed anything: nothing was held"


@pytest.mark.parametrize(
    ("broken", "fault"),
    [
        ({"lost": 2}, "2 of 40 acknowledged grants were lost"),
        ({"twice": 1}, "1 grants were done twice"),
        ({"wrong": ["GET /: 500 {}"]}, "wrong: GET /: 500 {}"),
        ({"rows": 0}, "nothing was moved"),
        ({"held": 31.0}, "nobody wrote for 31.0 s"),
    ],
)
def test_a_broken_promise_is_a_fault(broken, fault):
    assert KEPT.faults() == []
    assert replace(KEPT, **broken).faults() == [fault]
