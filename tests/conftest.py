"""The fixtures of all tests: PostgreSQL runs, and there are callers."""

import gc
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager
from functools import cache
from io import StringIO

import pytest
import pytest_django
from django.conf import settings
from django.test import TransactionTestCase
from django.urls import resolvers, set_urlconf
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis

from accounts.throttling import quotas
from tests import schema
from tests.clients import ApiClient
from tests.contents import empty
from tests.factories import SuperAdminFactory, TenantFactory, UserFactory
from tests.walled.base import run_commands_as_in_production

# Random worlds are the same in every run, and may take their time on a busy machine. All examples
# of a test share its fixtures.
hypothesis.register_profile(
    "tests",
    derandomize=True,
    database=None,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
hypothesis.load_profile("tests")

# While tests are collected, nothing goes.
gc.disable()

pytest_plugins = [
    "tests.tiers",
    "tests.pooled",
    "tests.mail",
    "tests.browser",
    "tests.accounts.cas",
    "tests.cas.fixtures",
]


def pytest_configure() -> None:
    """Leave the database as it was after tests that committed; give commands their roles.

    Derive from a route what Django needs of it once.

    And keep what is compiled, whatever the environment says: xdist's workers, servers and commands
    would each compile all of the project anew.
    """
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    sys.dont_write_bytecode = False
    TransactionTestCase._fixture_teardown = _leave_as_it_was
    # Each test's university has a table of addresses of its own, of hundreds of routes that are the
    # same in all of them: what Django derives from one is a quarter of a page's time.
    resolvers.normalize = cache(resolvers.normalize)
    run_commands_as_in_production()


def _leave_as_it_was(_: TransactionTestCase) -> None:
    empty()  # more quickly than Django does
    schema.require_unchanged()


def pytest_collection_finish() -> None:
    """Take modules and tests out of garbage collections: they live to the end of the run.

    And collect rarely: a collection costs a tenth of a request, and finds what takes little room.
    """
    gc.collect()
    gc.freeze()
    gc.set_threshold(50_000, 10, 10)
    gc.enable()


def pytest_runtest_setup() -> None:
    """Begin with the project's own addresses.

    A test's last request may have been for a university's (``tenants/addresses.py``), and nothing
    takes back what Django noted of it before the next request: ``reverse`` would lead there.
    """
    set_urlconf(None)


@pytest.fixture(scope="session")
def postgres() -> Iterator[None]:
    """Keep the server running for the session; each worker does so, and the last one stops it."""
    with settings.POSTGRES_SERVER:
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    postgres: None,
    django_db_setup: None,
    way_to_the_database: AbstractContextManager[None],
    django_db_blocker: pytest_django.DjangoDbBlocker,
) -> Iterator[None]:
    """Start the server before pytest-django creates its databases, until they are dropped."""
    with way_to_the_database:
        with django_db_blocker.unblock():
            schema.known()
        yield


@pytest.fixture
def tenant(db):
    return TenantFactory()


@pytest.fixture
def admin(tenant):
    return UserFactory(tenant=tenant)


@pytest.fixture
def api(admin) -> ApiClient:
    """An Admin of the tenant as the caller."""
    return ApiClient(admin)


@pytest.fixture
def super_api(tenant) -> ApiClient:
    """A Super Admin of the tenant as the caller."""
    return ApiClient(SuperAdminFactory(tenant=tenant))


@pytest.fixture
def anonymous() -> ApiClient:
    """A caller without a token."""
    return ApiClient()


@pytest.fixture
def own_limits(settings) -> Iterator[None]:
    """Switch off all limits of requests but those that the test sets; no tokens are fetched yet."""
    quotas.forget_all()
    settings.RATE_LIMITS = {}
    yield
    quotas.forget_all()


@pytest.fixture
def log(monkeypatch) -> StringIO:
    """The output of the configured handler, formatted as in production."""
    (handler,) = (handler for handler in logging.getLogger().handlers if handler.name == "console")
    written = StringIO()
    monkeypatch.setattr(handler, "stream", written)
    return written
