"""On a large university no request to the panel reads all students or all sessions."""

import json
from collections.abc import Iterator

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from accounts.models import User
from benchmarks import crowd
from benchmarks.panel import SCENARIOS
from tests.clients import ApiClient

STUDENTS = 20_000

# Beside those that the benchmark measures.
MORE = {
    "by name, downwards": "sort_by=name",
    "by name, deep": "sort_by=name&sort_order=asc&skip=15000",
    "by last activity, upwards, deep": "sort_order=asc&skip=15000",
    "by status": "sort_by=status&sort_order=asc",
    "by status, downwards, deep": "sort_by=status&skip=15000",
    "by programme, downwards": "sort_by=programme",
    "inactive": "status=inactive",
    "inactive of a programme": "status=inactive&programme=P07",
    "a programme by name": "programme=P07&sort_by=name&sort_order=asc",
    "a programme and a range": "programme=P07&start_date=2026-03-01T10:00:00",
    "parts of days": "start_date=2026-03-01T10:00:00&end_date=2026-03-02T09:00:00",
    "a range of many days and parts": "start_date=2026-03-01T10:00:00&end_date=2026-05-02T09:00:00",
    "a search by name": "search=zainab&sort_by=name&sort_order=asc",
    "a search in a programme": "search=abdul&programme=P07",
    "letters in a programme": "search=ab&programme=P07",
    "letters of the inactive": "search=ab&status=inactive",
    "a search and a range": "search=abdul&start_date=2026-03-01",
    "nobody": "search=xyzzy",
    "an unknown programme": "programme=NOPE",
}

LARGE = {
    "accounts_user",
    "accounts_programmemembership",
    "students_session",
    "students_grade",
    "students_searchentry",
}


@pytest.mark.django_db
def test_no_request_reads_a_large_table_whole():
    crowd.fill(connection.connection, STUDENTS, lambda text: None)
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))
    paths = {scenario.name: scenario.path(STUDENTS) for scenario in SCENARIOS}
    paths |= {name: f"/v1/console/students?{query}" for name, query in MORE.items()}
    read_whole = {}

    for name, path in paths.items():
        with CaptureQueriesContext(connection) as asked:
            assert api.get(path).status_code == 200
        for query in asked.captured_queries:
            if tables := LARGE & set(_read_whole(query["sql"])):
                read_whole[name] = tables, query["sql"]

    assert read_whole == {}


def _read_whole(statement: str) -> list[str]:
    """Return the tables of which a statement reads every row."""
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN (ANALYZE, FORMAT JSON) " + statement.replace("%", "%%"), [])
        (plan,) = cursor.fetchone()
    plan = json.loads(plan) if isinstance(plan, str) else plan
    return [node["Relation Name"] for node in _nodes(plan[0]["Plan"]) if _is_scan(node)]


def _nodes(node: dict) -> Iterator[dict]:
    yield node
    for child in node.get("Plans", ()):
        yield from _nodes(child)


def _is_scan(node: dict) -> bool:
    """Say whether a part of a plan that was carried out goes through a table."""
    return node["Node Type"] == "Seq Scan" and node["Actual Loops"] > 0
