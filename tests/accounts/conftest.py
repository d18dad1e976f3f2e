"""Fixtures for the tests of accounts."""

import pytest
import time_machine

from accounts.models import User
from tests.accounts.second_factors import NOW, Phone, give_second_factor
from tests.factories import FacultyFactory, SuperAdminFactory, UserFactory


@pytest.fixture
def user(tenant) -> User:
    """The user that the tests change."""
    return FacultyFactory(tenant=tenant, first_name="John", last_name="Doe", title="Mr")


@pytest.fixture
def invited(tenant) -> User:
    """The user that the tests invite: without a password, like every new user."""
    user = UserFactory.build(
        tenant=tenant, role=None, first_name="Grace", last_name="Hopper", email="grace@example.com"
    )
    user.set_unusable_password()
    user.save()
    return user


# Second factors ---------------------------------------------------------------------------------


@pytest.fixture
def clock():
    """A clock that stands still at the beginning of a time step, unless it is shifted."""
    with time_machine.travel(NOW, tick=False) as clock:
        yield clock


@pytest.fixture
def factor(clock, user) -> tuple[Phone, list[str]]:
    """The user's second factor: phone and paper."""
    return give_second_factor(user)


@pytest.fixture
def phone(factor) -> Phone:
    return factor[0]


@pytest.fixture
def codes(factor) -> list[str]:
    return factor[1]


@pytest.fixture
def owner(clock, tenant, settings) -> User:
    """A Super Admin who needs a second factor, and has none yet."""
    settings.SECOND_FACTOR_REQUIRED_OF_SUPER_ADMINS = True
    return SuperAdminFactory(tenant=tenant, email="owner@state.edu")
