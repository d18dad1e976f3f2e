"""At a case study that everybody tried, a page in any order reads little more than it shows."""

import pytest
from django.db import connection
from django.urls import reverse

from benchmarks import crowd
from tenants.models import Tenant
from tests.clients import OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.factories import SuperAdminFactory
from tests.plans import analyse, asked, rows_read

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

STUDENTS = 12_000
CASE_STUDY = crowd.case_study_id(1)

# Rows that a page of fifty may read: some of them are looked at in vain.
FEW = 2_000

_ALL_TRIED = """
INSERT INTO students_standing (tenant_id, user_id, case_study_id, sort_name, programme_set_id,
    in_ledger, counted_sessions, latest_counted_at, graded_sessions, best_score, best_session_id,
    latest_graded_at, transcript_status)
SELECT tenant_id, id, %(case_study)s, sort_name, programme_set_id, false, 1 + n % 4, moment,
    n % 3, CASE WHEN n % 3 > 0 THEN 40 + n % 600 / 10.0 END, CASE WHEN n % 3 > 0 THEN id END,
    CASE WHEN n % 3 > 0 THEN moment END, CASE WHEN n % 3 > 0 THEN 'available' END
FROM (
    SELECT *, abs(hashtext(id)) AS n,
        timestamptz '2026-06-01Z' - abs(hashtext(id)) % 100000 * interval '1 minute' AS moment
    FROM accounts_user WHERE legacy_role = 'STUDENT' AND status <> 'DELETED'
) AS student
ON CONFLICT DO NOTHING
"""


@pytest.fixture
def operator(db) -> OperatorClient:
    filled_with_a_crowd(STUDENTS)
    with connection.cursor() as cursor:
        cursor.execute(_ALL_TRIED.replace("% ", "%% "), {"case_study": CASE_STUDY})
    analyse()
    return OperatorClient(SuperAdminFactory(tenant=Tenant.objects.get(pk=crowd.TENANT)))


ATTEMPTS = {
    "by used": "o=2",
    "by used, downwards": "o=-2",
    "by remaining": "o=4",
    "by remaining, downwards": "o=-4",
    "by best score": "o=8",
    "by best score, downwards": "o=-8",
    "by latest": "o=9",
    "by latest, downwards": "o=-9",
    "a range of scores": "min_score=45&max_score=95",
    "a range of scores, by latest": "min_score=45&max_score=95&o=-9",
    "a range of scores, by used": "min_score=45&max_score=95&o=-2",
    "graded, by used": "graded=true&o=-2",
}
RESULTS = {
    "a range of scores": "min_score=45&max_score=95",
    "a range of scores, by name": "min_score=45&max_score=95&o=1",
}


def test_pages_of_attempts_read_little_more_than_they_show(operator):
    assert _read("attempts", ATTEMPTS, operator) == {}


def test_pages_of_results_read_little_more_than_they_show(operator):
    assert _read("results", RESULTS, operator) == {}


def _read(tab: str, queries: dict[str, str], operator: OperatorClient) -> dict[str, int]:
    """Return the lists of which a page reads more than FEW rows, and how many."""
    address = reverse(f"admin:programmes_casestudy_{tab}", args=[CASE_STUDY])
    many = {}
    for name, query in queries.items():
        pages = [
            one
            for one in asked(operator, f"{address}?{query}")
            if "students_standing" in one[0] and "LIMIT" in one[0]
        ]
        assert pages, name
        read = sum(rows_read(*page) for page in pages)
        if read > FEW:
            many[name] = read
    return many
