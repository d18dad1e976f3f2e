"""Connections that really log in as one of the roles: nothing that they say makes them the owner.

They see only what was committed: use them in tests with ``django_db(transaction=True)``.
"""

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
from tests.servers import HOST

_ADDRESS = ("host", "port", "user", "dbname")


def entry_of(role: str, *, pool: int = 0) -> dict[str, Any]:
    """Return an entry of DATABASES for the tests' database, as this role."""
    return database.pooled(connection.settings_dict | {"USER": role, "PASSWORD": ""}, pool)


def entry_through(
    pooler: Pooler, role: str = roles.APPLICATION, *, pool: int = 0
) -> dict[str, Any]:
    """Return the same by way of a pooler in transaction mode."""
    return entry_of(role, pool=pool) | {"HOST": HOST, "PORT": str(pooler.port)}


@contextmanager
def product_connection(role: str = roles.APPLICATION) -> Iterator[DatabaseWrapper]:
    """Yield a connection as the product makes it, in a process of this role; also by its alias."""
    with _by_alias(DatabaseWrapper(entry_of(role), alias=f"as {role}")) as wrapper:
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
    """Yield a plain connection; with a tenant it says that it works for it."""
    parameters = DatabaseWrapper(entry_of(role)).get_connection_params()
    address = {key: parameters[key] for key in _ADDRESS if key in parameters}
    with closing(psycopg.connect(**address, autocommit=True)) as plain:
        if tenant_id is not None:
            plain.execute("SELECT set_config(%s, %s, false)", [SETTING, tenant_id])
        yield plain
