"""Connections that really log in as one of the roles: nothing that they say makes them the owner.

They see only what was committed: use them in tests with ``django_db(transaction=True)``.
"""

import os
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

import psycopg
from django.db import connection, connections

from config.db import roles
from config.db.lent.base import DatabaseWrapper as LentWrapper
from config.db.walled.base import SETTING, DatabaseWrapper
from config.runtime import database
from tests.pooler import Pooler
from tests.servers import HOST, database_url


def entry_of(role: str, *, pool: int = 0) -> dict[str, Any]:
    """Return an entry of DATABASES for the tests' database, as this role."""
    return database.pooled(connection.settings_dict | {"USER": role, "PASSWORD": ""}, pool)


def entry_through(
    pooler: Pooler, role: str = roles.APPLICATION, *, pool: int = 0
) -> dict[str, Any]:
    """Return the same by way of a pooler in transaction mode."""
    return entry_of(role, pool=pool) | {"HOST": HOST, "PORT": str(pooler.port)}


def kind() -> type[DatabaseWrapper]:
    """Return the product's kind of connection, for the way in which the tests' database is reached.

    They may be behind a pooler (tests/pooled.py).
    """
    return LentWrapper if isinstance(connections["default"], LentWrapper) else DatabaseWrapper


@contextmanager
def product_connection(role: str = roles.APPLICATION) -> Iterator[DatabaseWrapper]:
    """Yield a connection as the product makes it, in a process of this role; also by its alias."""
    with _by_alias(kind()(entry_of(role), alias=f"as {role}")) as wrapper:
        yield wrapper


@contextmanager
def lent_connection(
    pooler: Pooler, role: str = roles.APPLICATION, alias: str = "lent"
) -> Iterator[LentWrapper]:
    """Yield the same behind a pooler in transaction mode."""
    with _by_alias(LentWrapper(entry_through(pooler, role), alias=alias)) as wrapper:
        yield wrapper


@contextmanager
def _by_alias[W: DatabaseWrapper](wrapper: W) -> Iterator[W]:
    connections[wrapper.alias] = wrapper
    try:
        yield wrapper
    finally:
        wrapper.close()
        del connections[wrapper.alias]


@contextmanager
def logged_in(tenant_id: str | None, role: str = roles.APPLICATION) -> Iterator[psycopg.Connection]:
    """Yield a plain connection; with a tenant it says that it works for it.

    It says so once, and so goes past the pooler if the tests are behind one (tests/pooled.py).
    """
    address = os.environ.get("DATABASE_DIRECT_URL") or database_url()
    with closing(psycopg.connect(address, user=role, password=None, autocommit=True)) as plain:
        if tenant_id is not None:
            plain.execute("SELECT set_config(%s, %s, false)", [SETTING, tenant_id])
        yield plain
