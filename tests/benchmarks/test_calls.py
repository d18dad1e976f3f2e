"""The calls that benchmarks make inside one process."""

import pytest

from benchmarks.calls import access_token
from config.db import roles
from tests.factories import TenantFactory
from tests.walled.base import as_role

pytestmark = pytest.mark.django_db


def test_who_calls_is_found_with_the_rights_of_the_web_server(admin):
    TenantFactory()

    with as_role(roles.APPLICATION):
        assert access_token(admin.email).count(".") == 2


def test_nobody_is_told_as_such():
    TenantFactory()

    with as_role(roles.APPLICATION), pytest.raises(SystemExit, match="Nobody has the address"):
        access_token("nobody@state.edu")
