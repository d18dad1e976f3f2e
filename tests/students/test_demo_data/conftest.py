from collections.abc import Iterator

import pytest
from django.db import transaction

from tests.students.test_demo_data.probes import content, run


@pytest.fixture(scope="package")
def earlier_run(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """Load the demo for all tests of this package; return what a run before it had written."""
    with django_db_blocker.unblock(), transaction.atomic():
        with transaction.atomic():
            run()
            earlier = content(without="password")  # salted anew in every run
            transaction.set_rollback(True)
        run()
        yield earlier
        transaction.set_rollback(True)


@pytest.fixture
def demo(earlier_run, db) -> None:
    """The demo data, in a transaction of the test's own."""
