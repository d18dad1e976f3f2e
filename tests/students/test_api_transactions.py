"""GET /v1/console/attempts/transactions: the ledger of all students (contract §9.2)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from accounts.models import User
from benchmarks import crowd
from students.queries import found
from students.services.attempts import grant_attempts, revoke_attempts
from tests.clients import ApiClient
from tests.crowds import filled_with_a_crowd
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    RoleFactory,
    StudentFactory,
    UserFactory,
)
from tests.plans import analyse
from tests.students.test_admin_records import MANY

pytestmark = pytest.mark.django_db

URL = "/v1/console/attempts/transactions"


@pytest.fixture
def lines(tenant, zoe, fuel):
    """A ledger with each kind of line, a day after another."""

    def line(day: int, **values):
        created = datetime(2026, 4, day, 9, tzinfo=UTC)
        known = {"user": zoe, "case_study": fuel, "created_at": created}
        return AttemptTransactionFactory(**known | values)

    expired = line(1, expires_at=datetime(2026, 4, 30, 23, 59, 59, tzinfo=UTC), actor_name="Ada")
    return {
        "expired": expired,
        "expiring": line(2, expires_at=timezone.now() + timedelta(days=9)),
        "lasting": line(3, case_study=CaseStudyFactory(tenant=tenant, title="Other")),
        "revoke": line(4, type="revoke", amount=2, reason="Too many"),
        "expiry": line(5, type="expiry", reason="", grant=expired),
        "other": line(6, user=StudentFactory(tenant=tenant, first_name="Cy", email="cy@x.edu")),
    }


def asked(api, **query: str) -> dict:
    answer = api.get(URL, query)
    assert answer.status_code == 200, answer.json()
    return answer.json()


def test_row_is_the_documented_one(api, zoe, fuel, lines):
    row = asked(api, type="expiry")["data"][0]

    assert row == {
        "id": lines["expiry"].pk,
        "type": "expiry",
        "amount": 1,
        "reason": "",
        "actor_user_id": None,
        "actor_name": None,
        "expires_at": None,
        "expired": False,
        "created_at": "2026-04-05T09:00:00Z",
        "case_study_id": fuel.pk,
        "case_study_title": "Fuel Subsidy",
        "user_id": zoe.pk,
        "student_name": "Zoë Bo",
        "student_email": "zoe@x.edu",
        "grant_id": lines["expired"].pk,
    }


def test_all_lines_are_listed_newest_first_and_in_pages(api, lines):
    newest = [line.pk for line in reversed(lines.values())]

    whole = asked(api)
    part = asked(api, skip="1", limit="2")
    oldest = asked(api, sort_by="created_at", sort_order="asc")

    assert [row["id"] for row in whole["data"]] == newest
    assert (whole["total"], whole["page_size"]) == (6, 50)
    assert [row["id"] for row in part["data"]] == newest[1:3]
    assert part["total"] == 6
    assert [row["id"] for row in oldest["data"]] == newest[::-1]


def test_lines_are_narrowed(api, zoe, fuel, lines):
    of_fuel = lines.keys() - {"lasting"}
    for query, expected in (
        ({"type": "REVOKE"}, {"revoke"}),
        ({"grants": "expired"}, {"expired"}),
        ({"grants": "expiring"}, {"expiring"}),
        ({"grants": "lasting"}, {"lasting", "other"}),
        ({"case_study_id": fuel.pk}, of_fuel),
        ({"user_id": zoe.pk}, lines.keys() - {"other"}),
        ({"user_id": StudentFactory().pk}, set()),
        ({"search": "zoë"}, lines.keys() - {"other"}),
        ({"search": "CY@X"}, {"other"}),
        ({"search": "nobody"}, set()),
        ({"start_date": "2026-04-04", "end_date": "2026-04-05"}, {"revoke", "expiry"}),
        ({"type": " ", "grants": ""}, lines.keys()),
    ):
        body = asked(api, **query)
        ids = {row["id"] for row in body["data"]}
        assert ids == {lines[name].pk for name in expected}, query
        assert body["total"] == len(expected), query


@pytest.mark.parametrize(
    "query",
    [
        {"type": "gift"},
        {"grants": "unlimited"},
        {"user_id": "somebody"},
        {"start_date": "2026-05-01", "end_date": "2026-04-01"},
        {"sort_by": "amount"},
        {"limit": "101"},
    ],
)
def test_a_bad_value_is_refused(api, query):
    assert api.get(URL, query).status_code == 422


def test_a_search_that_means_too_many_is_refused(api, tenant, lines, monkeypatch):
    monkeypatch.setattr(found, "MOST_FOUND", 1)
    StudentFactory(tenant=tenant, first_name="Zoëlle")

    answer = api.get(URL, {"search": "zo"})

    assert (answer.status_code, answer.json()["error"]) == (
        400,
        "2 students match. Name one more exactly: at most 1 can be looked up here.",
    )


def test_it_has_what_the_services_write_and_what_is_said_of_deleted_students(api, admin, zoe, fuel):
    terms = {"actor": admin, "tenant": zoe.tenant, "user_id": zoe.pk, "case_study_id": fuel.pk}
    grant_attempts(**terms, amount=2, reason="Outage")
    revoke_attempts(**terms, amount=1, reason="One was enough")
    User.objects.filter(pk=zoe.pk).update(status="DELETED")

    revoke, grant = asked(api)["data"]

    assert (grant["type"], grant["amount"], grant["actor_user_id"]) == ("grant", 2, admin.pk)
    assert (revoke["type"], revoke["grant_id"]) == ("revoke", grant["id"])
    assert revoke["student_name"] == "Zoë Bo"


def test_who_sees_results_alone_does_not_see_them(tenant):
    role = RoleFactory(tenant=tenant, permissions=["STUDENT_PERFORMANCE.can_view"])

    assert ApiClient(UserFactory(tenant=tenant, role=role)).get(URL).status_code == 403


def test_it_costs_as_many_queries_for_three_as_for_one(api, tenant, django_assert_num_queries):
    def line():
        AttemptTransactionFactory(user__tenant=tenant)

    line()
    # Who is asking, the lines, and their number.
    with django_assert_num_queries(3):
        asked(api)
    line()
    line()
    with django_assert_num_queries(3):
        assert len(asked(api)["data"]) == 3


@pytest.mark.drill
def test_it_is_read_in_order_from_an_index():
    filled_with_a_crowd(2_000)
    with connection.cursor() as cursor:
        cursor.execute(MANY, [crowd.case_study_id(7)])
    analyse("students_attempttransaction")
    api = ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))
    for query, index in (
        ({}, "ledger_newest"),
        ({"sort_order": "asc"}, "ledger_newest"),
        ({"start_date": "2026-03-01"}, "ledger_newest"),
        ({"type": "revoke"}, "ledger_newest_of_type"),
    ):
        with CaptureQueriesContext(connection) as captured:
            asked(api, **query)
        [statement] = [
            one["sql"]
            for one in captured
            if one["sql"].startswith('SELECT "students_') and "ORDER BY" in one["sql"]
        ]
        with connection.cursor() as cursor:
            plan = "\n".join(row[0] for row in cursor.execute(f"EXPLAIN {statement}"))

        assert f"using {index} on" in plan, plan
        assert "Sort" not in plan, plan
