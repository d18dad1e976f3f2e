"""This cell, which is the tests' database, and another one beside it."""

from collections.abc import Iterator
from contextlib import contextmanager
from io import StringIO

import psycopg
from django.core.management import call_command
from django.db import connection

from config.db.tenant_rows import tenant_tables
from tenants.models import Tenant
from tests.factories import SuperAdminFactory, TenantFactory
from tests.scratch import Scratch, scratch_database
from tests.walled.worlds import furnished_tenant


@contextmanager
def another_cell() -> Iterator[Scratch]:
    """Yield an empty cell of this release."""
    with scratch_database("cell") as other:
        other.manage("migrate", "--verbosity=0", "--no-input")
        yield other


def university() -> Tenant:
    """Return a university with rows everywhere, in a cell that has another Super Admin."""
    SuperAdminFactory(tenant=TenantFactory())
    return furnished_tenant()


def move(tenant: Tenant, there: Scratch | None = None, *options: str) -> str:
    """Run ``move_tenant`` for a tenant of this cell; return what it prints."""
    said = StringIO()
    to = ("--to", there.url) if there else ()
    call_command("move_tenant", tenant.slug, *to, *options, stdout=said)
    return said.getvalue()


def state(tenant: Tenant, there: Scratch | None = None) -> str:
    """Return where a tenant stands in a cell, this one or the other; "absent" where it does not."""
    query = "SELECT coalesce(move_state, 'settled') FROM tenants_tenant WHERE id = %s"
    found = ask(there, query, tenant.pk)
    return found[0][0] if found else "absent"


def ask(there: Scratch | None, query: str, *values: object) -> list[tuple]:
    """Return the rows of a query in this cell or the other; what it writes is committed."""
    if there is None:
        with connection.cursor() as cursor:
            cursor.execute(query, values)
            return cursor.fetchall() if cursor.description else []
    with psycopg.connect(there.url, autocommit=True) as other:
        answer = other.execute(query, values)
        return answer.fetchall() if answer.description else []


def counts(tenant: Tenant, there: Scratch | None = None) -> dict[str, int]:
    """Return the number of a tenant's rows in every table, counted without the code under test."""
    with connection.cursor() as cursor:
        tables = tenant_tables(cursor)
    return {
        table.name: ask(
            there,
            f"SELECT count(*) FROM {table.name} WHERE {table.owner} = %s",  # noqa: S608
            tenant.pk,
        )[0][0]
        for table in tables
    }
