"""Works that share the time that is allowed."""

import pytest

from config import time_allowed
from config.time_allowed import TimeAllowed, take_turns


class Clock:
    """Seconds that pass as a test says."""

    def __init__(self) -> None:
        self.now = 0.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr(time_allowed, "time", clock)
    return clock


class Pieces:
    """A work of so many pieces, each of which takes a second."""

    def __init__(self, clock: Clock, pieces: int) -> None:
        self.clock, self.left = clock, pieces

    def __call__(self, allowed: TimeAllowed) -> int:
        done = 0
        while self.left:
            if done and allowed.is_over():
                break
            self.clock.now += 1
            self.left -= 1
            done += 1
        return done


def turns(clock: Clock, seconds: float, **pieces: int) -> tuple[dict[str, int], list[str]]:
    works = {name: Pieces(clock, count) for name, count in pieces.items()}
    return tuple(take_turns(works, TimeAllowed(seconds)))


def test_with_time_enough_all_is_done(clock):
    assert turns(clock, 100, a=3, b=0, c=5) == ({"a": 3, "b": 0, "c": 5}, [])


def test_each_does_a_piece_however_little_time_there_is(clock):
    assert turns(clock, 0, a=3, b=1, c=5) == ({"a": 1, "b": 1, "c": 1}, ["a", "c"])


def test_a_long_work_leaves_the_others_their_time(clock):
    assert turns(clock, 12, long=1000, short=3, other=3) == (
        {"long": 6, "short": 3, "other": 3},
        ["long"],
    )


def test_what_is_not_needed_goes_to_those_that_are_not_done(clock):
    assert turns(clock, 100, long=80, short=1)[0] == {"long": 80, "short": 1}


def test_the_time_is_kept_to_a_piece_of_each(clock):
    counted, undone = turns(clock, 10, a=1000, b=1000, c=1000)

    assert undone == ["a", "b", "c"]
    assert 10 <= clock.now <= 13
    assert max(counted.values()) - min(counted.values()) <= 2


def test_who_leaves_something_says_so_to_whoever_shared_the_time(clock):
    allowed = TimeAllowed(5)

    take_turns({"a": Pieces(clock, 1000)}, allowed)
    assert allowed.leaves_some

    allowed = TimeAllowed(5)
    take_turns({"a": Pieces(clock, 5)}, allowed)
    assert not allowed.leaves_some


def test_without_a_limit_nothing_is_left(clock):
    allowed = TimeAllowed()
    clock.now = 1e12

    assert not allowed.share(3).is_over()
