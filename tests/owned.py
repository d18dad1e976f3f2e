"""Databases with roles of their own, as an operator sets them up: no role is a superuser."""

from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection
from psycopg import sql

from config.db import roles
from tests.scratch import Scratch, scratch_database
from tests.servers import database_url


class Owned(Scratch):
    """A database that belongs to ``owner``; each command logs in with the least of its roles."""

    def __init__(self, name: str, owner: str) -> None:
        self.owner = owner
        self.application_url = database_url(name, user=roles.APPLICATION)
        super().__init__(
            database_url(name, user=owner),
            DATABASE_URL=self.application_url,
            SYSTEM_DATABASE_URL=database_url(name, user=roles.SYSTEM),
            OWNER_DATABASE_URL=database_url(name, user=owner),
        )


@contextmanager
def owner_role(name: str) -> Iterator[str]:
    """Make a role that may own databases, as an administrator does for an operator."""
    owner = f"{name}_of_{connection.settings_dict['NAME']}"
    password = sql.Literal(connection.settings_dict["PASSWORD"] or None)
    with connection.cursor() as cursor:
        cursor.execute("SELECT FROM pg_roles WHERE rolname = %s", [owner])
        if not cursor.rowcount:  # an interrupted run leaves it
            cursor.execute(
                sql.SQL("CREATE ROLE {} LOGIN PASSWORD {}").format(sql.Identifier(owner), password)
            )
        cursor.execute(f"GRANT {roles.DIRECTORY} TO {owner}")
    yield owner
    with connection.cursor() as cursor:
        cursor.execute(f"DROP ROLE {owner}")


@contextmanager
def owned_database(name: str, owner: str) -> Iterator[Owned]:
    """Yield an empty database beside the tests' own that belongs to this role."""
    with scratch_database(name):
        name = f"{connection.settings_dict['NAME']}_{name}"
        with connection.cursor() as cursor:
            cursor.execute(f"ALTER DATABASE {name} OWNER TO {owner}")
        yield Owned(name, owner)
