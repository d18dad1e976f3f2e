"""What the tests of students share."""

import pytest

from tests.students.reports import LiveService


@pytest.fixture
def live(tenant) -> LiveService:
    return LiveService(tenant)
