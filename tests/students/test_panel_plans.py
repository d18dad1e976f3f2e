"""On a large university no request to the panel reads all students or all sessions."""

from unittest.mock import patch

import pytest
from django.db import connection

from accounts.models import User
from benchmarks import crowd
from benchmarks.panel import SCENARIOS
from students.queries.students import page_ids
from tenants.models import Tenant
from tests.clients import ApiClient, OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.factories import SuperAdminFactory
from tests.plans import analyse, asked, kept_in_transactions, plan

pytestmark = pytest.mark.drill

STUDENTS = 20_000

EXHAUSTED = f"exhausted_at={crowd.case_study_id(1)}"

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
    "a whole SIS id": "search=M/000000042",
    "two letters that might be one": "search=M/",
    "a text that only a SIS id might be": "search=,",
    "a SIS id in a programme": "search=M/000000042&programme=P07",
    "a cohort": "cohort=2024",
    "a cohort, upwards": "cohort=2024&sort_order=asc",
    "a cohort by name": "cohort=2024&sort_by=name&sort_order=asc",
    "a cohort by status, deep": "cohort=2024&sort_by=status&skip=2000",
    "a cohort by programme": "cohort=2024&sort_by=programme",
    "a cohort in a programme": "cohort=2024&programme=P07",
    "a cohort and a range": "cohort=2024&start_date=2026-03-01T10:00:00",
    "a search in a cohort": "cohort=2024&search=abdul",
    "a search for a SIS id in a cohort": "cohort=2024&search=M/000000042",
    "letters in a cohort": "cohort=2024&search=ab",
    "an unknown cohort": "cohort=1924",
    "never started": "started=false",
    "never started, by name": "started=false&sort_by=name&sort_order=asc",
    "never started, by programme": "started=false&sort_by=programme",
    "letters among those who never started": "started=false&search=ab",
    "started, deep": "started=true&skip=12000",
    "letters among those who started": "started=true&search=ab",
    "without limit": "unlimited_sessions=true",
    "without limit, by name, deep": "unlimited_sessions=true&sort_by=name&skip=100",
    "without limit in a programme": "unlimited_sessions=true&programme=P07",
    "a search among those without limit": "unlimited_sessions=true&search=abdul",
    "with a limit": "unlimited_sessions=false",
    "with a limit, by programme": "unlimited_sessions=false&sort_by=programme",
    "a search among those with a limit": "unlimited_sessions=false&search=abdul",
    "letters among those with a limit": "unlimited_sessions=false&search=ab",
    "out of attempts": EXHAUSTED,
    "out of attempts, by programme": f"{EXHAUSTED}&sort_by=programme",
    "out of attempts, by a limit": f"{EXHAUSTED}&unlimited_sessions=false",
    "a search for those out of attempts": f"{EXHAUSTED}&search=abdul",
    "letters of those out of attempts": f"{EXHAUSTED}&search=ab",
    "out of attempts anywhere": "exhausted_at=any",
    "out of attempts anywhere, by name, deep": "exhausted_at=any&sort_by=name&skip=100",
    "out of attempts anywhere, by programme": "exhausted_at=any&sort_by=programme",
    "out of attempts anywhere, in a programme": "exhausted_at=any&programme=P07",
    "a search for those out of attempts anywhere": "exhausted_at=any&search=abdul",
    "out of attempts, in a programme": f"{EXHAUSTED}&programme=P07",
    "out of attempts and inactive": f"{EXHAUSTED}&status=inactive",
    "out of attempts, by status": f"{EXHAUSTED}&sort_by=status",
    "out of attempts anywhere and active": "exhausted_at=any&status=active",
    "out of attempts anywhere, in a cohort": "exhausted_at=any&cohort=2024",
    "out of attempts anywhere, by a limit": "exhausted_at=any&unlimited_sessions=false",
    "an id": f"search={crowd.student_id(4711)}",
    "an id in a cohort": f"cohort=2024&search={crowd.student_id(4711)}",
    "nobody": "search=xyzzy",
    "an unknown programme": "programme=NOPE",
}

SEARCHED_EVERYWHERE = ("a", "ab", "zainab", "abdul", "M/000000042", "xyzzy")

# The plans that PostgreSQL makes for given values before it chooses one for all.
_TRIED = 5

LARGE = {
    "accounts_user",
    "accounts_programmemembership",
    "students_session",
    "students_grade",
    "students_searchentry",
    "students_standing",
}


@pytest.mark.django_db
def test_no_request_reads_a_large_table_whole():
    filled_with_a_crowd(STUDENTS)
    _lift_the_limit_of_a_few()
    admin = User.objects.get(email=crowd.ADMIN_EMAIL)
    api, operator = ApiClient(admin), OperatorClient(admin)
    paths = {scenario.name: scenario.path(STUDENTS) for scenario in SCENARIOS}
    paths |= {name: f"/v1/console/students?{query}" for name, query in MORE.items()}
    read_whole = {}

    # Of the search of the whole console.
    pages = {f"{text} everywhere": f"/admin/search/?s={text}" for text in SEARCHED_EVERYWHERE}

    for name, path in (paths | pages).items():
        with kept_in_transactions():
            statements = asked(operator if name in pages else api, path)
        for statement, parameters in statements:
            if tables := LARGE & set(_read_whole(statement, parameters)):
                read_whole[name] = tables, statement

    assert read_whole == {}
    _assert_kept_plans_read_no_large_table_whole()


@pytest.mark.django_db
def test_a_plan_that_is_kept_is_not_made_anew_for_each_request():
    filled_with_a_crowd(STUDENTS // 4)
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))

    with kept_in_transactions():
        for scenario in SCENARIOS:
            for _ in range(_TRIED + 2):
                assert api.get(scenario.path(STUDENTS // 4)).status_code == 200

    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT statement FROM pg_prepared_statements"
            " WHERE generic_plans = 0 AND custom_plans > %s",
            [_TRIED],
        )
        assert cursor.fetchall() == []


@pytest.mark.django_db
def test_a_cohort_is_counted_and_chosen_from_an_index_alone():
    filled_with_a_crowd(STUDENTS)
    admin = User.objects.get(email=crowd.ADMIN_EMAIL)
    api, operator = ApiClient(admin), OperatorClient(admin)
    cohorts = "/admin/students/student/?cohort=2024"

    count, page = asked(api, "/v1/console/students?cohort=2024")[-2:]
    (choices,) = [one for one in asked(operator, cohorts) if "RECURSIVE" in one[0]]

    assert _indexes(*count) == _indexes(*choices) == {"student_cohort_seen"}
    assert "student_cohort_seen" in _indexes(*page)


@pytest.mark.django_db
def test_those_without_limit_are_counted_and_sorted_from_an_index_alone():
    filled_with_a_crowd(STUDENTS)
    _lift_the_limit_of_a_few()
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))

    count, page = asked(api, "/v1/console/students?unlimited_sessions=true")[-2:]

    assert _indexes(*count) == {"student_unlimited_seen"}
    assert "student_unlimited_seen" in _indexes(*page)


@pytest.mark.django_db
def test_who_is_out_of_attempts_is_found_by_an_index_of_the_case_study():
    filled_with_a_crowd(STUDENTS)
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))

    for statement in asked(api, f"/v1/console/students?{EXHAUSTED}")[-2:]:
        assert "progress_by_used" in _indexes(*statement)


NARROWED = (
    "exhausted_at=any",
    "exhausted_at=any&programme=P07",
    "exhausted_at=any&status=inactive",
    "exhausted_at=any&status=active",
    "exhausted_at=any&started=true",
    "exhausted_at=any&cohort=2024",
    "exhausted_at=any&unlimited_sessions=true",
    "exhausted_at=any&unlimited_sessions=false",
    "exhausted_at=any&search=abdul",
    f"{EXHAUSTED}&programme=P07",
    f"{EXHAUSTED}&status=inactive",
    f"{EXHAUSTED}&search=abdul",
)


@pytest.mark.django_db
def test_those_out_of_attempts_are_counted_together_and_not_one_by_one():
    """However many they are: half of the students, here."""
    filled_with_a_crowd(STUDENTS)
    _use_up_the_attempts_of_half()
    admin = User.objects.get(email=crowd.ADMIN_EMAIL)
    api, operator = ApiClient(admin), OperatorClient(admin)
    counted = {}

    for query in NARROWED:
        listed = query.replace("search=", "q=")
        exact = asked(api, f"/v1/console/students?{query}")
        capped = asked(operator, f"/admin/students/student/?{listed}")
        for statement, parameters in [*exact, *capped]:
            if statement.startswith("SELECT") and "exhausted_all" in statement:
                counted[query] = counted.get(query, 0) + 1
                assert _most_loops(statement, parameters) <= 1, query

    assert all(counted.get(query, 0) >= 2 for query in NARROWED), counted


@pytest.mark.django_db
def test_a_page_of_those_out_of_attempts_asks_few():
    filled_with_a_crowd(STUDENTS)
    _use_up_the_attempts_of_half()
    operator = OperatorClient(SuperAdminFactory(tenant=Tenant.objects.get(pk=crowd.TENANT)))

    # Half of them are out of attempts, and a page has fifty, of either status.
    for order in ("", "&o=1", "&o=3", "&o=6", "&o=-7", "&status=inactive&p=2"):
        path = f"/admin/students/student/?exhausted_at=any{order}"
        with patch.object(page_ids, "FEW", 400):
            (page,) = [one for one in asked(operator, path) if "exhausted_each" in one[0]]
        assert _most_loops(*page) < 500, order


def _use_up_the_attempts_of_half() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE students_standing SET counted_sessions = 4"
            " WHERE NOT in_ledger AND right(user_id, 1) < '8'"
        )
    analyse("students_standing", "accounts_user")


def _most_loops(statement: str, parameters: object) -> int:
    """Return how often a scan of the progress begins anew."""
    nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + statement, parameters)
    of_progress = [one for one in nodes if one.get("Relation Name") == "students_standing"]
    return max(one["Actual Loops"] for one in of_progress)


def _lift_the_limit_of_a_few() -> None:
    students = User.objects.filter(legacy_role="STUDENT").order_by("pk")
    chosen = list(students.values_list("pk", flat=True)[:: STUDENTS // 200])
    User.objects.filter(pk__in=chosen).update(unlimited_sessions=True)
    analyse("accounts_user")


def _indexes(statement: str, parameters: object) -> set[str]:
    """Return the indexes that a statement reads."""
    nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + statement, parameters)
    return {node["Index Name"] for node in nodes if "Index Name" in node}


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
