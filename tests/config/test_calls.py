"""Calls to other people's servers: how many at once, and which hosts are left alone."""

from collections.abc import Iterator

import pytest

from config import calls


@pytest.fixture(autouse=True)
def clock(monkeypatch) -> Iterator[list[float]]:
    """A clock that a test moves; no host is known."""
    now = [1000.0]
    monkeypatch.setattr(calls.time, "monotonic", lambda: now[0])
    calls.forget()
    yield now
    calls.forget()


def is_answered(host: str = "cas") -> None:
    with calls.call(host, patience=8):
        pass


def is_silent(host: str = "cas") -> None:
    with pytest.raises(TimeoutError), calls.call(host, patience=8):
        raise TimeoutError


@pytest.mark.parametrize(("threads", "places"), [(1, 1), (4, 1), (7, 1), (8, 2), (40, 10)])
def test_a_quarter_of_the_threads_may_call_at_once(settings, threads, places):
    settings.WEB_THREADS = threads
    held = [calls.call(f"host {number}", patience=8) for number in range(places)]
    for one in held:
        one.__enter__()

    with pytest.raises(calls.Busy), calls.call("another", patience=8):
        pass

    held.pop().__exit__(None, None, None)
    is_answered("another")
    for one in held:
        one.__exit__(None, None, None)


def test_a_silent_host_is_left_alone_and_no_other(clock):
    is_silent()

    with pytest.raises(calls.Silent) as refused, calls.call("cas", patience=8):
        pass

    assert refused.value.retry_after == calls.REST
    is_answered("another")


def test_after_a_rest_one_call_tries_it_and_no_second_one_beside(clock, settings):
    settings.WEB_THREADS = 40
    is_silent()
    clock[0] += calls.REST

    with calls.call("cas", patience=8), pytest.raises(calls.Silent):
        is_answered()

    is_answered()


def test_a_trial_that_is_silent_begins_another_rest(clock):
    is_silent()
    clock[0] += calls.REST
    is_silent()

    with pytest.raises(calls.Silent), calls.call("cas", patience=8):
        pass


def test_an_answer_that_is_no_good_is_one(clock):
    with pytest.raises(ValueError, match="nonsense"), calls.call("cas", patience=8):
        raise ValueError("nonsense")

    is_answered()


def test_a_name_that_is_looked_up_for_too_long_is_silence(clock):
    def looked_up() -> None:
        with calls.call("cas", patience=8):
            clock[0] += 8
            raise OSError("unknown")

    with pytest.raises(OSError, match="unknown"):
        looked_up()

    with pytest.raises(calls.Silent), calls.call("cas", patience=8):
        pass
