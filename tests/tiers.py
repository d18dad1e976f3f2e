"""The two tiers of tests: those with the marker ``system``, and the others (``make test-fast``).

A test of the system tier starts a server, a browser or another program, or creates a database.
Tests that use a fixture of ``STARTERS`` get the marker here. All others set it themselves, in the
module (``pytestmark``) or on the test. A test without the marker fails when it starts something.
"""

import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

# Fixtures that start something, in tests that use them directly or by way of another fixture.
STARTERS = {"live_server", "_browsers", "acme_cas", "globex_cas"}

# Fixtures that start a server for all tests.
SHARED = {"postgres", "django_db_setup"}

# The audit events of Python before it starts another program.
_STARTS = {
    *("subprocess.Popen", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty", "os.exec"),
    "os.system",
}

# The running test of the fast tier; None in the system tier, and between tests.
_fast: str | None = None


def pytest_configure() -> None:
    sys.addaudithook(_refuse_programs)


@pytest.hookimpl(tryfirst=True)  # before `-m` chooses among them
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if not STARTERS.isdisjoint(getattr(item, "fixturenames", ())):
            item.add_marker("system")


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
    with _bound(None if fixturedef.argname in SHARED else _fast):
        return (yield)


def only_in_the_system_tier(what: str) -> None:
    """Fail the test if it belongs to the fast tier: it starts or creates this."""
    if _fast is not None:
        pytest.fail(f"{_fast} starts {what}, and is not marked with pytest.mark.system.")


def _guarding(item: pytest.Item):
    return _bound(None if item.get_closest_marker("system") else item.nodeid)


@contextmanager
def _bound(test: str | None) -> Iterator[None]:
    global _fast  # noqa: PLW0603 - an audit hook knows nothing but its module
    before, _fast = _fast, test
    try:
        yield
    finally:
        _fast = before


def _refuse_programs(event: str, arguments: tuple) -> None:
    if event in _STARTS:
        only_in_the_system_tier(f"a program ({event}: {arguments[:2]})")
