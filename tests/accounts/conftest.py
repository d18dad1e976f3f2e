"""What the tests of accounts share."""

import pytest

from accounts.models import User
from tests.factories import UserFactory


@pytest.fixture
def invited(tenant) -> User:
    """Whom the tests invite: without a password, as users are created."""
    user = UserFactory.build(
        tenant=tenant, role=None, first_name="Grace", last_name="Hopper", email="grace@example.com"
    )
    user.set_unusable_password()
    user.save()
    return user
