"""One world for all of these tests: it takes a while to be made."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from config.runtime.database import EmbeddedPostgres
from rehearsals.streaming import running_replica
from tests.contents import empty
from tests.faults.test_database_restart import copy_to
from tests.replicas.world import Rows, World, environment
from tests.servers import running_server, serve
from tests.tiers import only_in_the_system_tier


@pytest.fixture(scope="session")
def whole_world(django_db_setup, django_db_blocker) -> Iterator[World]:
    only_in_the_system_tier("a replica")
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(ignore_cleanup_errors=True)))
        primary = stack.enter_context(EmbeddedPostgres(folder / "primary"))
        with django_db_blocker.unblock():
            rows = Rows()
            copy_to(primary)
            empty()
            replica = stack.enter_context(running_replica(primary, folder))
            variables = environment(primary, replica, folder)
            server = stack.enter_context(running_server(serve, **variables))
        yield World(primary, replica, server, rows)


@pytest.fixture
def world(whole_world) -> World:
    """The world as it is when all is well."""
    whole_world.settle()
    return whole_world
