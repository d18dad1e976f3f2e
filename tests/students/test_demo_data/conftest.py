"""The demo data, loaded once for all tests here, on the day that its calendar is written for."""

from collections.abc import Iterator

import pytest
import time_machine
from django.db import transaction

from students.demo.timestamps import PRESENT
from tests.students.test_demo_data.probes import SALTED, content, run


@pytest.fixture(scope="package")
def earlier_run(django_db_setup, django_db_blocker) -> Iterator[dict[str, str]]:
    """Load the demo for all tests of this package; return what a run before it had written."""
    with django_db_blocker.unblock(), transaction.atomic():
        with time_machine.travel(PRESENT):
            with transaction.atomic():
                run()
                earlier = content(without=SALTED)
                transaction.set_rollback(True)
            run()
        yield earlier
        transaction.set_rollback(True)


@pytest.fixture
def demo(earlier_run, db, time_machine) -> None:
    """The demo data, in a transaction of the test's own, in the hour in which it was loaded."""
    time_machine.move_to(PRESENT)
