"""Everybody sees what was acknowledged before they asked, whatever the replica is at."""

from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.replicas.world import World, environment
from tests.servers import running_server, serve
from tests.waiting import eventually

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.system]

PAUSE, RESUME = ("pause",), ("resume",)
WRITES = st.tuples(st.just("write"), st.integers(0, 1), st.integers(0, 1))
READS = st.tuples(st.just("read"), st.integers(0, 1), st.integers(0, 1), st.booleans())
STEPS = st.lists(
    st.one_of(WRITES, READS, READS, st.just(PAUSE), st.just(RESUME)), min_size=4, max_size=14
)


def play(world: World, steps: list[tuple]) -> Counter[str]:
    """Do one step after the other; return who answered what was read, how often.

    Each call is answered before the next is sent, so whoever reads may know of all writes before.
    """
    sources: Counter[str] = Counter()
    try:
        for what, *about in steps:
            match what:
                case "pause":
                    world.replica.pause()
                case "resume":
                    world.replica.resume()
                case "write":
                    person, number = about
                    world.rename(world.rows.programmes[number].pk, person)
                case "read":
                    person, number, in_list = about
                    programme = world.rows.programmes[number].pk
                    answer = world.name_of(programme, person, in_list=in_list)
                    sources[answer.source] += 1
                    if world.numbers[programme]:
                        expected = f"Name {world.numbers[programme]}"
                        assert answer.body.decode() == expected, (steps, answer)
    finally:
        world.replica.resume()
    return sources


def test_nobody_ever_misses_a_write(world: World):
    sources: Counter[str] = Counter()

    @settings(max_examples=15)
    @given(STEPS)
    def check(steps: list[tuple]) -> None:
        world.settle()
        sources.update(play(world, steps))

    check()
    assert sources["replica"] > 5, "the replica was never asked: nothing is proven"
    assert sources["primary"] > 5, "the replica was never late: nothing is proven"


def test_who_has_written_reads_the_primary_until_the_replica_has_it(world: World):
    programme = world.rows.programmes[0].pk
    with world.paused():
        world.rename(programme)
        for person in range(2):
            answer = world.name_of(programme, person)
            expected = ("primary", f"Name {world.numbers[programme]}".encode())
            assert (answer.source, answer.body) == expected
    eventually(lambda: world.name_of(programme).source == "replica")
    assert world.name_of(programme).body == f"Name {world.numbers[programme]}".encode()


def test_a_server_that_ignores_the_position_is_caught(whole_world: World, tmp_path):
    blind = {"DJANGO_SETTINGS_MODULE": "rehearsals.blind_settings"}
    variables = environment(whole_world.primary, whole_world.replica, tmp_path, **blind)
    with running_server(serve, **variables) as server:
        world = World(whole_world.primary, whole_world.replica, server, whole_world.rows)
        world.numbers = whole_world.numbers
        world.settle()
        with pytest.raises(AssertionError, match="Name"):
            play(world, [PAUSE, ("write", 0, 0), ("read", 0, 0, False), ("read", 1, 0, True)])
