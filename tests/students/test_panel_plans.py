"""On a large university no request to the panel reads all students or all sessions."""

import pytest
from django.db import connection

from accounts.models import User
from benchmarks import crowd
from benchmarks.panel import SCENARIOS
from tests.clients import ApiClient
from tests.plans import asked, plan

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
    "a domain in two spellings": "search=1@m%C3%BCller.example",
    "such a domain in a programme": "search=@xn--mller-kva.example&programme=P07",
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
        for statement, parameters in asked(api, path):
            if tables := LARGE & set(_read_whole(statement, parameters)):
                read_whole[name] = tables, statement

    assert read_whole == {}
    _assert_kept_plans_read_no_large_table_whole()


def _read_whole(statement: str, parameters: object) -> list[str]:
    """Return the tables of which a statement reads every row."""
    nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + statement, parameters)
    return [node["Relation Name"] for node in nodes if _is_scan(node) and node["Actual Loops"] > 0]


def _assert_kept_plans_read_no_large_table_whole() -> None:
    """Plan what the connection keeps for any values at all."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT name, cardinality(parameter_types) FROM pg_prepared_statements")
        kept = cursor.fetchall()
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    assert len(kept) >= 4  # who asks, the student, the cards, the sessions
    for name, parameters in kept:
        values = ", ".join(["NULL"] * parameters)
        nodes = plan(f'EXPLAIN (FORMAT JSON) EXECUTE "{name}" ({values})')
        assert not LARGE & {node["Relation Name"] for node in nodes if _is_scan(node)}


def _is_scan(node: dict) -> bool:
    return node["Node Type"] == "Seq Scan"
