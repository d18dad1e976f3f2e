"""Lists of many rows are read through the index that starts with the tenant (design §7)."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.models import CaseStudy, Programme
from tests.factories import CaseStudyFactory, ProgrammeFactory, TenantFactory

pytestmark = pytest.mark.django_db

TENANTS, ROWS = 20, 200


@pytest.fixture
def many(tenant):
    """A few thousand rows, of which a twentieth are the tenant's."""
    for owner in (tenant, *TenantFactory.create_batch(TENANTS - 1)):
        Programme.objects.bulk_create(ProgrammeFactory.build_batch(ROWS, tenant=owner))
        CaseStudy.objects.bulk_create(CaseStudyFactory.build_batch(ROWS, tenant=owner))
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE programmes_programme, programmes_casestudy")


def plans(api, url: str, table: str) -> list[str]:
    """Return how PostgreSQL runs each query that a request makes of a table."""
    with CaptureQueriesContext(
        connection,
    ) as captured:
        assert api.get(url).status_code == 200
    asked = [query["sql"] for query in captured if f'FROM "{table}"' in query["sql"]]
    with connection.cursor() as cursor:
        return [
            "\n".join(line for (line,) in cursor.execute(f"EXPLAIN {sql}").fetchall())
            for sql in asked
        ]


@pytest.mark.parametrize("query", ["", "?include_inactive=true", "?skip=180", "?limit=1"])
@pytest.mark.parametrize(
    ("path", "table", "index"),
    [
        ("programmes", "programmes_programme", "unique_programme_code"),
        ("case-studies", "programmes_casestudy", "case_study_by_title"),
    ],
)
def test_list_is_read_in_order_through_the_tenants_index(api, many, path, table, index, query):
    count, page = plans(api, f"/v1/console/{path}{query}", table)

    assert "Seq Scan" not in count + page
    assert f"Index Scan using {index}" in page
    assert "Sort" not in page
