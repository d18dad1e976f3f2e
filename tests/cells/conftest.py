"""One other cell for all tests of a module: it takes long to make, and each test has a tenant."""

from collections.abc import Iterator

import pytest

from tests.cells.pair import another_cell, university
from tests.scratch import Scratch


@pytest.fixture(scope="module")
def cell(django_db_setup, django_db_blocker) -> Iterator[Scratch]:
    """The other cell."""
    with django_db_blocker.unblock(), another_cell() as other:
        yield other


@pytest.fixture
def tenant(transactional_db):
    return university()
