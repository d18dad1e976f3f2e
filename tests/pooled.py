"""The suite behind a pooler in transaction mode: ``pytest --pooled``, ``make test-pooled``.

All that the tests and the product ask goes through PgBouncer, which has four sessions. A test with
``django_db`` is one transaction and so has one session to its end: what is tried there is what is
said at the beginning of a transaction, in savepoints and after them. One with ``transaction=True``
asks as the product does, each statement maybe in another session.

Left out are tests that start programs, which have poolers of their own where they are about them,
and those with the marker ``direct``, which look at PostgreSQL's sessions themselves.
"""

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from pathlib import Path

import pytest
from django.db import connections

from tests.pooler import running_pooler
from tests.servers import HOST

SESSIONS = 4


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--pooled", action="store_true", help="run behind PgBouncer (tests/pooled.py)")


@pytest.hookimpl(trylast=True)  # after the markers are there
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    if not config.getoption("--pooled"):
        return
    left_out = [
        item
        for item in items
        if item.get_closest_marker("system") or item.get_closest_marker("direct")
    ]
    config.hook.pytest_deselected(items=left_out)
    items[:] = [item for item in items if item not in left_out]


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
    with running_pooler(folder, "transaction", SESSIONS, names=200) as pooler:
        _lead(ENGINE="tests.walled.lent", HOST=HOST, PORT=str(pooler.port))
        try:
            yield
        finally:
            _lead(**usual)


def _lead(**way: str) -> None:
    connections["default"].close()
    connections.settings["default"].update(way)
    del connections["default"]
