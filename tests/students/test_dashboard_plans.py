"""On a large university neither the dashboard nor a student's page reads a large table whole."""

import pytest
from django.core.cache import cache
from django.db import connection
from django.urls import reverse

from accounts.models import User
from benchmarks import crowd
from students.queries.attention import Attention
from tenants.models import AuditEvent
from tests.clients import OperatorClient
from tests.crowds import filled_with_a_crowd
from tests.plans import analyse, asked, plan

pytestmark = pytest.mark.drill

STUDENTS = 20_000
LARGE = {
    *("accounts_user", "accounts_programmemembership", "students_session", "students_grade"),
    *("students_searchentry", "students_standing", "tenants_auditevent"),
    *("students_attempttransaction", "students_importedstudent"),
}

_RECORD = """
INSERT INTO students_importedstudent
    (id, created_at, tenant_id, user_id, roster_id, outcome, changed)
SELECT id, created_at, tenant_id, id, 'roster', 'created', '{}' FROM accounts_user
WHERE legacy_role = 'STUDENT'
"""


@pytest.fixture
def operator(db) -> OperatorClient:
    filled_with_a_crowd(STUDENTS)
    tenant = crowd.TENANT
    AuditEvent.objects.bulk_create(
        AuditEvent(
            tenant_id=tenant,
            target_type="user",
            target_id=crowd.student_id(number),
            event_type="user.updated",
        )
        for number in range(STUDENTS)
    )
    with connection.cursor() as cursor:
        cursor.execute(_RECORD)
    analyse()
    return OperatorClient(User.objects.get(email=crowd.ADMIN_EMAIL))


def test_pages_read_no_large_table_whole(operator):
    cache.clear()
    student = crowd.student_id(4_711)
    sessions = reverse("admin:students_session_changelist")
    users = reverse("admin:accounts_user_changelist")
    students = reverse("admin:students_student_changelist")
    attempts, results = (
        reverse(f"admin:programmes_casestudy_{tab}", args=[crowd.case_study_id(1)])
        for tab in ("attempts", "results")
    )
    paths = [
        reverse("admin:index"),
        f"{students}?exhausted_at=any",
        f"{attempts}?status=exhausted",
        f"{results}?min_score=50",
        *(attempts, f"{attempts}?p=2", results),
        reverse("admin:students_student_change", args=[student]),
        reverse("admin:students_student_history", args=[student]),
        *(f"{sessions}?attention={attention}" for attention in Attention),
        *(f"{users}?invitation={state}" for state in ("pending", "expired", "failed")),
    ]
    read_whole = {}

    for path in paths:
        for statement, parameters in asked(operator, path):
            nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + statement, parameters)
            tables = {
                node["Relation Name"]
                for node in nodes
                if node["Node Type"] == "Seq Scan" and node["Actual Loops"] > 0
            }
            if tables & LARGE:
                read_whole[path] = tables & LARGE, statement

    assert read_whole == {}


def test_a_page_of_attempts_by_name_reads_no_further_than_it_goes(operator):
    """However many tried: the index has the order, and no half is read that has nobody."""
    case_study = crowd.case_study_id(1)
    with connection.cursor() as cursor:
        cursor.execute(_ALL_TRIED, {"case_study": case_study})
    analyse()
    path = reverse("admin:programmes_casestudy_attempts", args=[case_study])

    (page,) = [
        one for one in asked(operator, path) if '"sort_name"' in one[0] and "LIMIT 50" in one[0]
    ]
    nodes = plan("EXPLAIN (ANALYZE, FORMAT JSON) " + page[0], page[1])

    (walked,) = [one for one in nodes if one.get("Index Name") == "standings_by_name"]
    assert walked["Actual Rows"] <= 50


_ALL_TRIED = """
INSERT INTO students_standing (tenant_id, user_id, case_study_id, sort_name, programme_set_id,
    in_ledger, counted_sessions, graded_sessions)
SELECT tenant_id, id, %(case_study)s, sort_name, programme_set_id, false, 1, 0
FROM accounts_user WHERE legacy_role = 'STUDENT' AND status <> 'DELETED'
ON CONFLICT DO NOTHING
"""
