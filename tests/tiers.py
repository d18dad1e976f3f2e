"""The three tiers of tests, which markers tell apart.

- ``make test-fast``: one case each, and nothing but a call or a request. All tests that have none
  of the other markers and do not commit are given ``fast`` here.
- ``make test``: with these all that commit, since what they wrote has to go again, and those with

  - ``system``, which start a server, a browser or another program, or create a database. Tests that
    use a fixture of ``STARTERS`` get it here; a test without it fails when it starts something;
  - ``round``, which go round all pages, routes, or orders of a list there are.

- ``make test-all``: with these those with ``drill``, which take their time by nature. They play a
  story out (a release, a restart, somebody's first hour, a sign-in between browsers), send all that
  can be sent to all pages there are, or need thousands of rows or random writes. Whatever starts
  programs in a folder of ``SCENES``, or in a file that is called a journey, is one.

A drill that starts no program has no ``system``: it runs behind a pooler too (tests/pooled.py).
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

# Fixtures that start something, in tests that use them directly or by way of another fixture.
STARTERS = {"live_server", "_browsers", "acme_cas", "globex_cas"}

# Fixtures that start a server for all tests.
SHARED = {"postgres", "django_db_setup"}

# Folders of tests in which all that starts programs is a drill.
SCENES = {"cells", "containers", "faults", "fuzzing", "rehearsals", "replicas", "upgrade"}

_TESTS = Path(__file__).parent

# The audit events of Python before it starts another program.
_STARTS = {
    *("subprocess.Popen", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.exec"),
    "os.system",
}

# The running test without the marker `system`; None during others, and between tests.
_without_programs: str | None = None


def pytest_configure() -> None:
    sys.addaudithook(_refuse_programs)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses among them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker in missing_markers(item):
            item.add_marker(marker)


def missing_markers(item: pytest.Item) -> list[str]:
    """Return the markers of its tier that a test does not have by itself."""
    starts = item.get_closest_marker("system") is not None
    is_drill = item.get_closest_marker("drill") is not None
    missing = []
    if not starts and not STARTERS.isdisjoint(getattr(item, "fixturenames", ())):
        missing.append("system")
        starts = True
    if starts and not is_drill and _is_scene(item.path):
        missing.append("drill")
        is_drill = True
    if not (starts or is_drill or _commits(item) or item.get_closest_marker("round")):
        missing.append("fast")
    return missing


def _is_scene(path: Path) -> bool:
    folders = path.parent.relative_to(_TESTS, walk_up=True).parts
    return path.stem.endswith(("_journey", "_journeys")) or not SCENES.isdisjoint(folders)


def _commits(item: pytest.Item) -> bool:
    database = item.get_closest_marker("django_db")
    return database is not None and bool(database.kwargs.get("transaction"))


@pytest.hookimpl(wrapper=True)
def pytest_runtest_setup(item: pytest.Item) -> Iterator[None]:
    with _guarding(item):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_runtest_call(item: pytest.Item) -> Iterator[None]:
    with _guarding(item):
        yield


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: pytest.FixtureDef) -> Iterator[object]:
    with _bound(None if fixturedef.argname in SHARED else _without_programs):
        return (yield)


def only_in_the_system_tier(what: str) -> None:
    """Fail the test if it is not marked ``system``: it starts or creates this."""
    if _without_programs is not None:
        whose = f"{_without_programs} starts {what}"
        pytest.fail(f"{whose}, and is not marked with pytest.mark.system.")


def _guarding(item: pytest.Item):
    return _bound(None if item.get_closest_marker("system") else item.nodeid)


@contextmanager
def _bound(test: str | None) -> Iterator[None]:
    global _without_programs  # noqa: PLW0603 - an audit hook knows nothing but its module
    before, _without_programs = _without_programs, test
    try:
        yield
    finally:
        _without_programs = before


def _refuse_programs(event: str, arguments: tuple) -> None:
    if event in _STARTS:
        only_in_the_system_tier(f"a program ({event}: {arguments[:2]})")
