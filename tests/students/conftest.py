"""Fixtures for the tests of students."""

import pytest

from tests.students.reports import LiveService


@pytest.fixture
def live(tenant) -> LiveService:
    return LiveService(tenant)
