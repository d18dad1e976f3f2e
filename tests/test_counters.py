"""PostgreSQL's counters tell of one transaction (tests/counters.py)."""

import pytest
from django.db import transaction

from tenants.models import Tenant
from tests.counters import rows_inserted_into
from tests.factories import TenantFactory


@pytest.mark.django_db(transaction=True)
def test_what_transactions_before_have_done_is_not_counted():
    for _ in range(8):  # in each session of a pooler twice
        TenantFactory()

    with transaction.atomic():
        inserted = rows_inserted_into(Tenant)
        TenantFactory()
        assert inserted() == 1
