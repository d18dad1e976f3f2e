"""``GET /v1/console/dashboard``: what the admin's first page says, for programs (contract §19)."""

from datetime import UTC, datetime, timedelta
from random import Random

import pytest
import time_machine
from django.core.cache import cache

from tenants.models import Tenant, TenantAIConfig
from tests.clients import ApiClient
from tests.factories import (
    AttemptTransactionFactory,
    AuditEventFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    RoleFactory,
    SessionFactory,
    StudentFactory,
    SuperAdminFactory,
    TenantFactory,
    UserFactory,
)
from tests.students.test_admin_dashboard import invite, listed, tiles

pytestmark = pytest.mark.django_db

URL = "/v1/console/dashboard"
NOW = datetime(2026, 6, 4, 12, tzinfo=UTC)


@pytest.fixture(autouse=True)
def frozen():
    """Stop the clock, and forget what was remembered for an earlier test."""
    cache.clear()
    with time_machine.travel(NOW, tick=False):
        yield


def read(client) -> dict:
    answer = client.get(URL)
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def figures(client) -> dict[str, int]:
    return {one["name"]: one["value"] for one in read(client)["figures"]}


def test_it_answers_all_that_the_page_shows(api, tenant):
    programme = ProgrammeFactory(tenant=tenant, code="MBA", name="Business")
    student = StudentFactory(tenant=tenant, programmes=[programme])
    case_study = CaseStudyFactory(tenant=tenant)
    start = NOW - timedelta(days=1)
    session = SessionFactory(
        user=student, case_study=case_study, start_time=start, transcript_status="available"
    )
    GradeFactory(session=session, final_score=80.5)
    AuditEventFactory(
        tenant=tenant,
        event_type="roster.imported",
        target_type="roster",
        actor_name="Ada Obi",
        event_time=NOW - timedelta(hours=2),
        metadata={"files": [{"name": "users.csv"}]},
    )
    SessionFactory(user=StudentFactory(tenant=TenantFactory()), start_time=start)

    data = read(api)

    days = [(NOW - timedelta(days=29 - n)).date().isoformat() for n in range(30)]
    day = [{"day": one, "n": int(one == "2026-06-03")} for one in days]
    students, attention = "/v1/console/students", "/v1/console/student-performance/attention"
    assert data == {
        "read_at": "2026-06-04T12:00:00Z",
        "time_zone": "UTC",
        "figures": [
            {
                "name": name,
                "value": value,
                "is_capped": False,
                "is_alarming": False,
                "list": address,
            }
            for name, value, address in (
                ("students", 1, students),
                ("seen_in_7_days", 1, f"{students}?start_date=2026-05-29T00%3A00%3A00Z"),
                ("seen_in_30_days", 1, f"{students}?start_date=2026-05-06T00%3A00%3A00Z"),
                ("exhausted_students", 0, f"{students}?exhausted_at=any"),
                ("sessions_without_transcript", 0, f"{attention}?reason=no_transcript"),
                ("failed_gradings", 0, f"{attention}?reason=grading_failed"),
                ("stuck_sessions", 0, f"{attention}?reason=stuck"),
                ("pending_invitations", 0, "/v1/console/users?invitation=pending"),
                ("expired_invitations", 0, "/v1/console/users?invitation=expired"),
                ("failed_invitations", 0, "/v1/console/users?invitation=failed"),
            )
        ],
        "charts": [{"name": "sessions", "days": day}, {"name": "graded", "days": day}],
        "last_import": {
            "imported_at": "2026-06-04T10:00:00Z",
            "file_name": "users.csv",
            "actor_name": "Ada Obi",
            "list": "/v1/console/roster-imports",
        },
        "programme_averages": {
            "is_capped": False,
            "most_results": 10_000,
            "programmes": [
                {
                    "code": "MBA",
                    "name": "Business",
                    "results": 1,
                    "average": 80.5,
                    "students": 1,
                    "list": f"{students}?programme=MBA",
                }
            ],
        },
    }


def test_each_part_needs_its_flag(tenant):
    student = StudentFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    session = SessionFactory(user=student, start_time=NOW, grading_status="failed")
    GradeFactory(session=SessionFactory(user=student, start_time=NOW))
    assert session.pk

    def seen(module: str) -> dict:
        role = RoleFactory(tenant=tenant, permissions=[f"{module}.can_view"])
        return read(ApiClient(UserFactory(tenant=tenant, role=role)))

    people, results, attempts = map(
        seen, ("USER_MANAGEMENT", "STUDENT_PERFORMANCE", "ATTEMPT_MANAGEMENT")
    )

    assert {one["name"] for one in people["figures"]} == {
        *("students", "seen_in_7_days", "seen_in_30_days"),
        *("pending_invitations", "expired_invitations", "failed_invitations"),
    }
    assert (people["charts"], people["programme_averages"]) == ([], None)
    assert {one["name"]: one["is_alarming"] for one in results["figures"]} == {
        "sessions_without_transcript": False,
        "failed_gradings": True,
        "stuck_sessions": False,
    }
    (average,) = results["programme_averages"]["programmes"]
    assert (average["average"], average["students"], average["list"]) == (75.0, None, None)
    (exhausted,) = attempts["figures"]
    assert (exhausted["name"], exhausted["list"]) == ("exhausted_students", None)
    queue = figures(ApiClient(SuperAdminFactory(tenant=tenant)))
    assert queue["background_queue"] == 0


@pytest.mark.drill
@pytest.mark.parametrize("seed", range(4))
def test_each_figure_is_the_total_of_the_list_that_it_leads_to(seed, tenant, admin, api):
    """Worlds by chance; the page's figures are clicked, and the API's addresses called."""
    random = Random(seed)
    fill(random, tenant)
    fill(random, TenantFactory())

    shown, answered = tiles(admin), read(api)["figures"]

    assert len(shown) >= 7
    for title, (number, address) in shown.items():
        assert (title, str(listed(admin, address))) == (title, number)
    for one in answered:
        total = api.get(one["list"]).json()["total"]
        assert (one["name"], total) == (one["name"], one["value"])
    values = sorted(one["value"] for one in answered if one["value"] or one["name"] == "students")
    assert sorted(int(number) for number, _ in shown.values()) == values


def fill(random: Random, tenant: Tenant) -> None:
    """Make students with sessions and transactions of any kind, and staff with invitations."""
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=random.randint(1, 3))
    case_studies = CaseStudyFactory.create_batch(2, tenant=tenant)
    for _ in range(12):
        status = random.choice(["ACTIVE", "ACTIVE", "INACTIVE", "DELETED"])
        student = StudentFactory(
            tenant=tenant, status=status, unlimited_sessions=random.random() < 0.2
        )
        for case_study in case_studies:
            for _ in range(random.randint(0, 4)):
                is_open = random.random() < 0.2
                SessionFactory(
                    user=student,
                    case_study=case_study,
                    start_time=NOW - timedelta(hours=random.randint(0, 40 * 24)),
                    elapsed_active_time=random.choice([30, 60, 540]),
                    transcript_status=random.choice(["available", "missing", "processing"]),
                    grading_status=random.choice(["pending", "failed"]),
                    **({"status": "active", "end_time": None} if is_open else {}),
                )
            if random.random() < 0.4:
                AttemptTransactionFactory(
                    user=student,
                    case_study=case_study,
                    type=random.choice(["grant", "revoke"]),
                    amount=random.randint(1, 2),
                )
    for _ in range(6):
        sent, late = random.random() < 0.7, random.random() < 0.5
        expires_at = NOW + timedelta(hours=-1 if late else 1)
        accepted = NOW if random.random() < 0.2 else None
        when = {"sent_at": NOW, "accepted_at": accepted} if sent else {"failed_at": NOW}
        invite(tenant, expires_at=expires_at, **when)


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_the_same_queries_for_any_number(rows, tenant, api, django_assert_num_queries):
    for _ in range(rows):
        SessionFactory(user=StudentFactory(tenant=tenant), start_time=NOW)

    # Who asks; the parts of the dashboard, of which sessions by day are two.
    with django_assert_num_queries(QUERIES):
        read(api)
    with django_assert_num_queries(1):
        read(api)


QUERIES = 17


def test_days_are_those_of_the_university(tenant, api):
    tenant.time_zone = "Africa/Lagos"
    tenant.save()
    start = datetime(2026, 6, 3, 23, 30, tzinfo=UTC)
    SessionFactory(user=StudentFactory(tenant=tenant), start_time=start)

    data = read(api)

    sessions = data["charts"][0]["days"]
    assert data["time_zone"] == "Africa/Lagos"
    assert [one["day"] for one in sessions if one["n"]] == ["2026-06-04"]
    seen = next(one for one in data["figures"] if one["name"] == "seen_in_7_days")
    assert seen["list"].endswith("start_date=2026-05-28T23%3A00%3A00Z")


def test_days_that_are_over_are_kept_for_an_hour(tenant, admin):
    student, case_study = StudentFactory(tenant=tenant), CaseStudyFactory(tenant=tenant)

    def started(days_ago: int) -> list[int]:
        at = NOW - timedelta(days=days_ago)
        SessionFactory(user=student, case_study=case_study, start_time=at)
        return [one["n"] for one in read(ApiClient(admin))["charts"][0]["days"]]

    assert started(10)[-11] == 1
    with time_machine.travel(NOW + timedelta(minutes=2), tick=False):
        days = started(1)
        assert (days[-2], days[-11]) == (1, 1)
        assert started(10)[-11] == 1  # a minute has not passed
    with time_machine.travel(NOW + timedelta(minutes=62), tick=False):
        assert started(10)[-11] == 3
