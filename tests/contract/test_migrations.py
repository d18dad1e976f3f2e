"""Migrations run forwards, backwards, and forwards again."""

import pytest

from tests.scratch import scratch_database

pytestmark = [pytest.mark.system, pytest.mark.drill]


def test_migrations_can_be_taken_back_and_run_again(postgres, django_db_blocker):
    with django_db_blocker.unblock(), scratch_database("migrations_back_and_forth") as scratch:
        for target in ([], ["tenants", "zero"], []):
            scratch.manage("migrate", "--verbosity=0", *target)
