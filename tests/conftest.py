"""What every test may count on: PostgreSQL runs."""

from collections.abc import Iterator

import pytest
from django.conf import settings


@pytest.fixture(scope="session")
def postgres() -> Iterator[None]:
    """Hold the server up for the session; each pytest-xdist worker does, and the last one stops it."""
    with settings.POSTGRES_SERVER:
        yield


@pytest.fixture(scope="session")
def django_db_setup(postgres: None, django_db_setup: None) -> None:
    """Have the server run before pytest-django creates its databases, and until it dropped them."""
