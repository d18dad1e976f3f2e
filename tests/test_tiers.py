"""A test that is not marked ``system`` starts no program and makes no database (tests/tiers.py)."""

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from types import SimpleNamespace

import psutil
import pytest

from tests.scratch import scratch_database
from tests.tiers import STARTERS, pytest_collection_modifyitems

NOTHING = [sys.executable, "-c", ""]

WAYS = {
    "run": lambda: subprocess.run(NOTHING, check=True),
    "a process to watch": lambda: psutil.Popen(NOTHING),
    "in a thread": lambda: ThreadPoolExecutor(1).submit(subprocess.call, NOTHING).result(),
    "a shell": lambda: os.system("true"),  # noqa: S605, S607
    "a fork": os.fork,
}


def refused():
    return pytest.raises(pytest.fail.Exception, match=r"test_tiers\.py.* pytest\.mark\.system")


@pytest.mark.parametrize("start", WAYS.values(), ids=WAYS)
def test_a_fast_test_starts_no_program(start):
    with refused():
        start()


def test_it_can_not_be_overlooked_either():
    with refused(), suppress(Exception):  # as a careless helper has it
        subprocess.run(NOTHING, check=True)


@pytest.mark.django_db
def test_a_fast_test_makes_no_database():
    with refused(), scratch_database("forbidden"):
        pass


@pytest.mark.system
def test_a_test_of_the_system_starts_what_it_likes():
    assert subprocess.run(NOTHING, check=True).returncode == 0


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_whoever_asks_for_what_starts_something_is_marked(name, request):
    marks: list[str] = []
    asking = SimpleNamespace(fixturenames=["tenant", name], add_marker=marks.append)
    other = SimpleNamespace(fixturenames=["tenant"], add_marker=pytest.fail)

    pytest_collection_modifyitems([asking, other])

    assert marks == ["system"]
    assert request.session._fixturemanager.getfixturedefs(name, request.node), "no such fixture"
