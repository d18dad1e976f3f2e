"""Each test is in one tier, and starts programs only if it says so (tests/tiers.py)."""

import os
import re
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from tests.scratch import scratch_database
from tests.tiers import SCENES, STARTERS, missing_markers

ROOT = Path(__file__).parents[1]
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


def item(*markers: pytest.MarkDecorator, folder="students", name="something", fixture="tenant"):
    """Return what the tiers ask a test for."""
    own = {marker.mark.name: marker.mark for marker in markers}
    path = ROOT / "tests" / folder / f"test_{name}.py"
    return SimpleNamespace(get_closest_marker=own.get, fixturenames=[fixture], path=path)


def in_a_transaction(**options: bool):
    return pytest.mark.django_db(**options)


@pytest.mark.parametrize("name", sorted(STARTERS))
def test_whoever_asks_for_what_starts_something_is_marked(name, request):
    assert missing_markers(item(fixture=name)) == ["system"]
    assert request.session._fixturemanager.getfixturedefs(name, request.node), "no such fixture"


@pytest.mark.parametrize(
    ("asked", "missing"),
    [
        (item(), ["fast"]),
        (item(in_a_transaction()), ["fast"]),
        (item(in_a_transaction(transaction=True)), []),
        (item(pytest.mark.round), []),
        (item(pytest.mark.system), []),
        (item(pytest.mark.drill), []),
        (item(pytest.mark.drill, fixture="live_server"), ["system"]),
        (item(folder="faults"), ["fast"]),
        (item(pytest.mark.system, folder="faults"), ["drill"]),
        (item(folder="cells", fixture="live_server"), ["system", "drill"]),
        (item(name="lost_key_journey"), ["fast"]),
        (item(name="lost_key_journey", fixture="_browsers"), ["system", "drill"]),
        (item(pytest.mark.system, pytest.mark.drill, folder="faults"), []),
    ],
)
def test_each_test_is_in_one_tier(asked, missing):
    assert missing_markers(asked) == missing


def test_tests_have_the_marker_of_their_tier(request):
    assert request.node.get_closest_marker("fast")


@pytest.mark.round
def test_what_goes_round_is_no_fast_test(request):
    assert not request.node.get_closest_marker("fast")


@pytest.mark.drill
def test_a_drill_starts_no_program_either_unless_it_says_so(request):
    assert not request.node.get_closest_marker("fast")
    with refused():
        subprocess.call(NOTHING)


@pytest.mark.parametrize("folder", sorted(SCENES))
def test_scenes_are_folders_of_tests(folder):
    assert any((ROOT / "tests" / folder).glob("test_*.py"))


@pytest.mark.parametrize(
    ("target", "chosen"),
    [
        ("test-fast", "-m fast"),
        ("test", '-m "not drill"'),
        ("test-all", ""),
        ("drills", "-m drill"),
        ("test-pooled", '-m "pooled or not drill" $(POOLED)'),
        ("test-installed", '-m "fast or round"'),
    ],
)
def test_each_command_chooses_its_tiers(target, chosen):
    recipe = re.search(rf"^{target}:.*(?:\n\t.*)+", (ROOT / "Makefile").read_text(), re.MULTILINE)
    assert recipe

    assert "".join(re.findall(r"-m (?!pytest).*$", recipe[0], re.MULTILINE)) == chosen


@pytest.mark.parametrize("line", ["make lint test-all", "make test-pooled", "make test-installed"])
def test_what_a_change_must_pass_is_all_of_them(line):
    assert line in (ROOT / ".ci/run").read_text().splitlines()
