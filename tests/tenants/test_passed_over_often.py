"""VACUUM comes to the audit trail often enough that counts go on reading an index alone (D96)."""

import pytest
from django.db import connection

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("table", ["tenants_auditevent", "tenants_auditpersonal"])
def test_vacuum_passes_over_once_a_fiftieth_is_new_or_gone(table):
    with connection.cursor() as cursor:
        cursor.execute("SELECT reloptions FROM pg_class WHERE oid = %s::regclass", [table])
        (options,) = cursor.fetchone()

    assert {
        "autovacuum_vacuum_insert_scale_factor=0.02",
        "autovacuum_vacuum_scale_factor=0.02",
    } <= set(options)
