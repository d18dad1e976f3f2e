"""Fixtures for the tests of students."""

import pytest

from tests.factories import CaseStudyFactory, StudentFactory
from tests.students.reports import LiveService


@pytest.fixture
def zoe(tenant):
    return StudentFactory(tenant=tenant, first_name="Zoë", last_name="Bo", email="zoe@x.edu")


@pytest.fixture
def fuel(tenant):
    return CaseStudyFactory(tenant=tenant, title="Fuel Subsidy")


@pytest.fixture
def live(tenant) -> LiveService:
    return LiveService(tenant)
