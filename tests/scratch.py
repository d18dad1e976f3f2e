"""Databases beside the tests' own, and commands that work on them."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import psycopg
from django.conf import settings
from django.db import connection

from config.runtime.database import programs
from tests.servers import database_url
from tests.subscriptions import drop_subscriptions
from tests.tiers import only_in_the_system_tier


class Scratch:
    """A database at an address of its own; ``addresses`` are those of its roles."""

    def __init__(self, url: str, **addresses: str) -> None:
        self.url = url
        self.addresses = addresses or {"DATABASE_URL": url}

    def run(self, *command: str) -> str:
        """Run a program that finds the database in DATABASE_URL; return its output."""
        environment = {**self.addresses, "DJANGO_SETTINGS_MODULE": "config.settings.local"}
        result = subprocess.run(
            command,
            cwd=settings.BASE_DIR,
            env=os.environ | environment,
            capture_output=True,
            text=True,
            check=False,
        )
        assert result.returncode == 0, f"{result.stdout}{result.stderr}"
        return result.stdout

    def manage(self, *arguments: str) -> str:
        return self.run(sys.executable, "manage.py", *arguments)

    def connect(self) -> psycopg.Connection:
        return psycopg.connect(self.url)


@contextmanager
def scratch_database(name: str) -> Iterator[Scratch]:
    """Yield an empty database beside the tests' own, of which each process has one."""
    only_in_the_system_tier("a database")
    name = f"{connection.settings_dict['NAME']}_{name}"
    drop = f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"
    with connection._nodb_cursor() as cursor:
        drop_subscriptions(cursor, name)
        cursor.execute(drop)
        cursor.execute(f"CREATE DATABASE {name} TEMPLATE template0")
        yield Scratch(database_url(name))
        drop_subscriptions(cursor, name)
        cursor.execute(drop)


def program(name: str) -> str:
    """Return the path of one of PostgreSQL's own programs."""
    return str(programs.folder() / name)
