"""Lists of many rows are read through the index that starts with the tenant (design §7)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tenants.models import Tenant
from tests.factories import CaseStudyFactory, ProgrammeFactory, TenantFactory
from tests.plans import analyse

pytestmark = pytest.mark.django_db

TENANTS, ROWS = 20, 200


@pytest.mark.parametrize(
    ("path", "factory", "index"),
    [
        ("programmes", ProgrammeFactory, "unique_programme_code"),
        ("case-studies", CaseStudyFactory, "case_study_by_title"),
    ],
)
def test_list_is_read_in_order_through_the_tenants_index(api, tenant, path, factory, index):
    table = fill(factory, [tenant, *TenantFactory.create_batch(TENANTS - 1)])

    for query in ("", "?include_inactive=true", "?include_inactive=false", "?skip=180", "?limit=1"):
        count, page = plans(api, f"/v1/console/{path}{query}", table)

        assert "Seq Scan" not in count + page
        assert f"Index Scan using {index}" in page
        assert "Sort" not in page


def fill(factory, tenants: list[Tenant]) -> str:
    """Give each tenant a few hundred rows; return their table."""
    model = factory._meta.model
    for tenant in tenants:
        model.objects.bulk_create(factory.build_batch(ROWS, tenant=tenant))
    analyse(model._meta.db_table)
    return model._meta.db_table


def plans(api, url: str, table: str) -> list[str]:
    """Return how PostgreSQL runs each query that a request makes of a table."""
    with CaptureQueriesContext(connection) as captured:
        assert api.get(url).status_code == 200
    asked = [query["sql"] for query in captured if f'FROM "{table}"' in query["sql"]]
    with connection.cursor() as cursor:
        return [
            "\n".join(line for (line,) in cursor.execute(f"EXPLAIN {sql}").fetchall())
            for sql in asked
        ]
