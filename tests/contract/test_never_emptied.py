"""What is append-only refuses TRUNCATE as well, which asks no trigger of rows: the owner's too."""

import pytest
from django.db import IntegrityError, connection

from tenants.models import AuditEvent
from tests.contents import contents, undone
from tests.factories import AttemptTransactionFactory, AuditEventFactory

pytestmark = pytest.mark.django_db

APPEND_ONLY = """
    SELECT DISTINCT tgrelid::regclass::text FROM pg_trigger
    WHERE tgname IN ('append_only', 'kept', 'only_erased') ORDER BY 1
"""


def truncate(table: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # nothing else is to stand in the way
        cursor.execute(f"TRUNCATE {table} CASCADE")


def append_only() -> list[str]:
    with connection.cursor() as cursor:
        cursor.execute(APPEND_ONLY)
        return [table for (table,) in cursor.fetchall()]


def test_each_append_only_table_refuses_to_be_emptied(tenant):
    AuditEventFactory(tenant=tenant, actor_name="Ada Obi")
    AttemptTransactionFactory(reason="Audio dropped")
    tables = append_only()
    assert len(tables) == 5
    before = contents()

    for table in tables:
        with undone(), pytest.raises(IntegrityError, match=f"{table} is append-only"):
            truncate(table)

    assert contents() == before


@pytest.mark.parametrize("table", ["tenants_tenant", "accounts_user"])
def test_none_is_emptied_with_what_its_rows_refer_to(tenant, table):
    with undone(), pytest.raises(IntegrityError, match="append-only"):
        truncate(table)


def test_other_tables_are_emptied_as_ever(tenant):
    AuditEventFactory(tenant=tenant)

    with undone():
        truncate("students_bulkjob")

    assert AuditEvent.objects.count() == 1
