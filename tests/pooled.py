"""The suite behind a pooler in transaction mode: ``pytest --pooled``, ``make test-pooled``.

All that the tests and the product ask goes through PgBouncer, which has four sessions. A test with
``django_db`` is one transaction and so has one session to its end: what is tried there is what is
said at the beginning of a transaction, in savepoints and after them. One with ``transaction=True``
asks as the product does, each statement maybe in another session.

The four sessions are lent in turn, so that nothing which is said in one is there for the next
statement. When all is over each of them is asked what was left there, and anything fails the run.

Tests that start programs are left out, but those with the marker ``pooled``: their servers, workers
and commands go through the pooler as well. Left out are also tests with the marker ``direct``,
which look at PostgreSQL's sessions themselves.
"""

import os
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from functools import partial
from pathlib import Path
from unittest.mock import patch

import pytest
from django.db import connections

from config.db import roles
from config.db.poolers import TRANSACTION
from tests.pooler import Pooler, running_pooler
from tests.servers import HOST, database_url
from tests.walled import base
from tests.walled.leftovers import left_behind

SESSIONS = 4


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pooled", action="store_true", help="run behind PgBouncer (tests/pooled.py)")


@pytest.hookimpl(trylast=True)  # after the markers are there
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--pooled"):
        return
    config.hook.pytest_deselected(items=[item for item in items if not _is_played(item)])
    items[:] = [item for item in items if _is_played(item)]


def _is_played(item: pytest.Item) -> bool:
    if item.get_closest_marker("direct"):
        return False
    return bool(item.get_closest_marker("pooled") or not item.get_closest_marker("system"))


@pytest.fixture(scope="session")
def way_to_the_database(
    pytestconfig: pytest.Config, tmp_path_factory: pytest.TempPathFactory
) -> AbstractContextManager[None]:
    """How the tests reach their database, once it is made: directly, or through a pooler."""
    if not pytestconfig.getoption("--pooled"):
        return nullcontext()
    return _behind_a_pooler(tmp_path_factory.mktemp("pooled"))


@contextmanager
def _behind_a_pooler(folder: Path) -> Iterator[None]:
    """Lead all connections to the tests' database through a pooler, for the length of the block."""
    entry = connections.settings["default"]
    usual = {key: entry[key] for key in ("ENGINE", "HOST", "PORT")}
    direct_url = database_url()
    with running_pooler(folder, "transaction", SESSIONS, names=200, in_turn=True) as pooler:
        lent = {"ENGINE": "tests.walled.lent", "HOST": HOST, "PORT": str(pooler.port)}
        _look_into_sessions(pooler)  # and open all of them
        with (
            patch.dict(os.environ, DATABASE_POOLER=TRANSACTION, DATABASE_DIRECT_URL=direct_url),
            patch.object(base, "owners_way", partial(_led, usual, lent)),
            _led(lent, usual),
        ):
            yield
        _look_into_sessions(pooler)


@contextmanager
def _led(way: dict[str, str], back: dict[str, str]) -> Iterator[None]:
    """Connect in one way for the length of the block, unless a test's transaction is open."""
    if connections["default"].in_atomic_block:
        yield
        return
    _lead(**way)
    try:
        yield
    finally:
        _lead(**back)


def _look_into_sessions(pooler: Pooler) -> None:
    """Fail if anything was left in a session of anybody's."""
    for user in (None, roles.APPLICATION, roles.SYSTEM):
        if left := left_behind(pooler.url(user), SESSIONS):
            pytest.fail(f"Left behind in sessions that are lent: {', '.join(sorted(left))}.")


def _lead(**way: str) -> None:
    connections["default"].close()
    connections.settings["default"].update(way)
    del connections["default"]
