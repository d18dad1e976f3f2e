"""Migrations run forwards, backwards, and forwards again."""

import os
import subprocess
import sys

import pytest
from django.conf import settings
from django.db import connection

from tests.servers import database_url

SCRATCH = "migrations_back_and_forth"


@pytest.fixture
def scratch(postgres, django_db_blocker):
    """The environment of commands that work on an empty database of their own."""
    drop = f"DROP DATABASE IF EXISTS {SCRATCH}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as cursor:
        cursor.execute(drop)
        cursor.execute(f"CREATE DATABASE {SCRATCH}")
        yield os.environ | {
            "DATABASE_URL": database_url(SCRATCH),
            "DJANGO_SETTINGS_MODULE": "config.settings.local",
        }
        cursor.execute(drop)


def migrate(environment: dict[str, str], *arguments: str) -> None:
    result = subprocess.run(
        [sys.executable, "manage.py", "migrate", "--verbosity=0", *arguments],
        cwd=settings.BASE_DIR,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr


def test_migrations_can_be_taken_back_and_run_again(scratch):
    migrate(scratch)
    migrate(scratch, "tenants", "zero")
    migrate(scratch)
