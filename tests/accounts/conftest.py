"""Fixtures for the tests of accounts."""

import pytest

from accounts.models import User
from tests.factories import FacultyFactory, UserFactory


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
