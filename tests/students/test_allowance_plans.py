"""On a large university, another number of attempts is told without reading all progress."""

import pytest

from benchmarks import crowd
from tenants.models import Tenant
from tests.clients import ApiClient
from tests.crowds import filled_with_a_crowd
from tests.factories import SuperAdminFactory
from tests.plans import analyse, asked, plan

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

LARGE = {"accounts_user", "students_standing", "students_session", "students_attempttransaction"}
EXPLAIN = "EXPLAIN (ANALYZE, FORMAT JSON) "


def test_no_large_table_is_read_whole():
    filled_with_a_crowd(20_000)
    analyse()
    tenant = Tenant.objects.get(pk=crowd.TENANT)
    caller = ApiClient(SuperAdminFactory(tenant=tenant))
    url = f"/v1/console/tenants/{tenant.pk}/ai-config/effect"

    for attempts in (1, 4, 100):  # in one world, which takes longest
        read_whole, indexes = set(), set()
        for statement, parameters in asked(caller, f"{url}?max_sessions_per_student={attempts}"):
            for node in plan(EXPLAIN + statement, parameters):
                indexes.add(node.get("Index Name"))
                if node["Node Type"] == "Seq Scan" and node["Actual Loops"] > 0:
                    read_whole.add(node["Relation Name"])

        assert not LARGE & read_whole, attempts
        assert "progress_by_sessions" in indexes, attempts
