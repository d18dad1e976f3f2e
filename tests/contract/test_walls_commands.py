"""Which commands see the rows of all tenants: those with a reason, and no others."""

import re
from pathlib import Path

from django.conf import settings

from config.commands import ACROSS_TENANTS

# Commands that ask for no tenant's rows, or refuse to do anything.
OF_NO_TENANT = {
    "await_ready",
    "changepassword",
    "createsuperuser",
    "database_roles",
    "db_worker",
    "demo",
    "lint_migrations",
    "merge_queues",
    "migrate",
    "restore",
    "serve",
}


def commands() -> dict[str, Path]:
    return {
        path.stem: path
        for path in settings.BASE_DIR.glob("*/management/commands/*.py")
        if path.stem != "__init__"
    }


def about_one() -> set[str]:
    """Return the commands that see one tenant alone."""
    return {
        name
        for name, path in commands().items()
        if re.search(r"\babout_(?:tenant|user)\(", path.read_text())
    }


def test_each_command_is_about_one_tenant_or_has_its_reason():
    found = commands().keys()

    assert len(found) > 20
    assert about_one() | ACROSS_TENANTS.keys() | OF_NO_TENANT == found
    assert not about_one() & (ACROSS_TENANTS.keys() | OF_NO_TENANT)


def test_nothing_else_says_that_it_works_for_all_tenants():
    """The directory is asked so, and tasks that the release before queued name no tenant.

    An erasure calls the owner's functions so: what somebody did elsewhere names them there, too.
    """
    says = {
        path.relative_to(settings.BASE_DIR).as_posix()
        for app in ("config", "tenants", "programmes", "accounts", "students")
        for path in (settings.BASE_DIR / app).rglob("*.py")
        if re.search(r"\bALL_TENANTS\b", path.read_text())
    }

    assert says == {
        "config/context.py",
        "config/db/walls.py",
        "accounts/tasks.py",
        "students/services/erasure/erasing.py",
        "students/tasks.py",
    }
