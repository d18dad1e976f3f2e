"""GET /v1/console/students/{user_id}: one student in full (contract §8, §9.1, §12)."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
import time_machine

from accounts.models import UserStatus
from students.serializers.students import (
    AttemptSerializer,
    CardSerializer,
    StudentProfileSerializer,
    StudentRowSerializer,
)
from tenants.models import TenantAIConfig
from tests.clients import ApiClient
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
)
from tests.plans import asked
from tests.trips import counting_trips

pytestmark = pytest.mark.django_db


def profile(api, student, **query) -> dict:
    answer = api.get(f"/v1/console/students/{student.pk}", query)
    assert answer.status_code == 200, answer.json()
    return answer.json()["data"]


def card(api, student) -> dict:
    [only] = profile(api, student)["case_study_details"]
    return only


def score(session, value: str):
    GradeFactory(session=session, final_score=Decimal(value))
    return session


@pytest.fixture
def student(tenant):
    return StudentFactory(tenant=tenant)


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant)


def test_profile_answers_the_whole_documented_card(api, tenant):
    mba = ProgrammeFactory(tenant=tenant, code="MBA1234", name="Masters in Business Administration")
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=2)
    student = StudentFactory(
        tenant=tenant,
        first_name="Abdulwahab",
        last_name="Umar",
        email="abdulwahabumar@miva.university",
        programmes=[mba],
        created_at=datetime(2026, 1, 15, 8, tzinfo=UTC),
    )
    fuel = CaseStudyFactory(tenant=tenant, title="Fuel Subsidy removal", programmes=[mba])
    start = datetime(2025, 4, 3, 15, tzinfo=UTC)
    first = SessionFactory(
        user=student,
        case_study=fuel,
        start_time=start,
        end_time=start + timedelta(minutes=5),
        elapsed_active_time=59.9,
        transcript_status="missing",
    )
    second = SessionFactory(
        user=student, case_study=fuel, start_time=start, transcript_status="available"
    )
    score(second, "75.0")

    answer = api.get(f"/v1/console/students/{student.pk}")

    assert answer.json() == {
        "success": True,
        "data": {
            "user_id": student.pk,
            "student_number": student.pk,
            "student_name": "Abdulwahab Umar",
            "student_email": "abdulwahabumar@miva.university",
            "programmes": [{"code": "MBA1234", "name": "Masters in Business Administration"}],
            "programme_label": "Masters in Business Administration",
            "cohort": None,
            "status": "active",
            "last_seen": "2025-04-03T15:09:00Z",
            "overall_case_studies": 1,
            "case_studies_attempted": 1,
            "total_attempts": 1,
            "total_sessions": 2,
            "created_at": "2026-01-15T08:00:00Z",
            "case_study_details": [
                {
                    "case_study_id": fuel.pk,
                    "case_study_title": "Fuel Subsidy removal",
                    "programme_codes": ["MBA1234"],
                    "programme_label": "Masters in Business Administration",
                    "attempts_used": 1,
                    "attempts_allowed": 2,
                    "extra_attempts": 0,
                    "best_score": 75.0,
                    "attempts": [
                        {
                            "session_id": second.pk,
                            "attempt_label": "Attempt 2",
                            "score": 75.0,
                            "status": "ended",
                            "transcript_status": "available",
                            "grading_status": "complete",
                            "used_for_final_score": True,
                            "started_at": "2025-04-03T15:00:00Z",
                            "ended_at": "2025-04-03T15:09:00Z",
                        },
                        {
                            "session_id": first.pk,
                            "attempt_label": "Attempt 1",
                            "score": None,
                            "status": "ended",
                            "transcript_status": "missing",
                            "grading_status": "pending",
                            "used_for_final_score": False,
                            "started_at": "2025-04-03T15:00:00Z",
                            "ended_at": "2025-04-03T15:05:00Z",
                        },
                    ],
                }
            ],
        },
        "message": None,
    }


def test_profile_is_what_the_fields_describe(api, student, case_study):
    SessionFactory(user=student, case_study=case_study)

    data = profile(api, student, include_not_attempted="true")
    [shown] = data["case_study_details"]
    [row] = api.get("/v1/console/students").json()["data"]

    assert list(data) == list(StudentProfileSerializer().fields)
    assert list(shown) == list(CardSerializer().fields)
    assert list(shown["attempts"][0]) == list(AttemptSerializer().fields)
    assert list(row) == list(StudentRowSerializer().fields)


def test_profile_can_leave_the_cards_out_and_keeps_the_counts(api, student, case_study):
    SessionFactory(user=student, case_study=case_study)

    data = profile(api, student, include_case_studies="false")

    assert "case_study_details" not in data
    counts = [data[k] for k in ("case_studies_attempted", "total_attempts", "total_sessions")]
    assert counts == [1, 1, 1]


def test_profile_refuses_a_parameter_that_is_no_boolean(api, student):
    answer = api.get(f"/v1/console/students/{student.pk}?include_case_studies=maybe")

    assert answer.status_code == 422
    assert answer.json()["details"]["errors"][0]["field"] == "include_case_studies"


def test_profile_ignores_the_filters_of_lists(api, student):
    assert profile(api, student, search="nobody", status="nonsense")["user_id"] == student.pk


def test_a_student_who_never_started_has_no_cards(api, student, case_study):
    SessionFactory(
        user=student,
        case_study=case_study,
        status="pending",
        start_time=None,
        elapsed_active_time=0,
        last_activity=START,
    )

    data = profile(api, student)

    assert (data["case_study_details"], data["total_sessions"], data["last_seen"]) == ([], 0, None)


def test_cards_cover_inactive_and_unassigned_case_studies_most_recent_first(api, tenant, student):
    old = CaseStudyFactory(tenant=tenant, is_active=False)
    new = CaseStudyFactory(tenant=tenant, programmes=[ProgrammeFactory(tenant=tenant)])
    SessionFactory(user=student, case_study=new, start_time=START, last_activity=None)
    SessionFactory(user=student, case_study=old, start_time=START - timedelta(days=1))

    cards = profile(api, student)["case_study_details"]

    assert [card["case_study_id"] for card in cards] == [new.pk, old.pk]


def test_best_score_is_the_latest_of_equals_and_needs_a_counted_graded_session(
    api, student, case_study
):
    def session(day: int, **attributes):
        return SessionFactory(
            user=student,
            case_study=case_study,
            start_time=START + timedelta(days=day),
            **attributes,
        )

    score(session(0), "80.0")
    winner = score(session(1), "80.0")
    score(session(2), "70.5")
    score(session(3, elapsed_active_time=59.99), "99.0")  # graded, but not counted
    session(4, grading_status="failed")

    data = card(api, student)

    assert data["best_score"] == 80.0
    used = [a["session_id"] for a in data["attempts"] if a["used_for_final_score"]]
    assert used == [winner.pk]
    assert [a["score"] for a in data["attempts"]] == [None, 99.0, 70.5, 80.0, 80.0]
    assert [a["attempt_label"][-1] for a in data["attempts"]] == list("54321")
    assert data["attempts_used"] == 4


def test_a_score_of_zero_is_a_score(api, student, case_study):
    score(SessionFactory(user=student, case_study=case_study), "0.0")

    data = card(api, student)

    assert data["best_score"] == 0.0
    assert data["attempts"][0]["used_for_final_score"] is True


def test_a_score_shows_only_once_grading_is_complete(api, student, case_study):
    session = score(SessionFactory(user=student, case_study=case_study), "60.0")
    type(session).objects.filter(pk=session.pk).update(grading_status="failed")

    data = card(api, student)

    assert (data["best_score"], data["attempts"][0]["score"]) == (None, None)


def test_the_sixtieth_second_counts_also_while_the_session_runs(api, student, case_study):
    SessionFactory(
        user=student, case_study=case_study, status="active", end_time=None, elapsed_active_time=60
    )

    data = card(api, student)

    assert data["attempts_used"] == 1
    assert data["attempts"][0]["ended_at"] is None


def test_allowance_adds_live_grants_and_takes_revocations_in_force(admin, student, case_study):
    now = datetime(2026, 5, 1, tzinfo=UTC)
    SessionFactory(user=student, case_study=case_study)

    def entry(kind: str, amount: int, **attributes):
        return AttemptTransactionFactory(
            user=student, case_study=case_study, type=kind, amount=amount, **attributes
        )

    lapsed = entry("grant", 10, expires_at=now)
    running = entry("grant", 4, expires_at=now + timedelta(seconds=1))
    entry("grant", 2)
    entry("revoke", 5, grant=lapsed)  # lapsed together with its grant
    entry("revoke", 3, grant=running)
    entry("revoke", 1)
    entry("expiry", 10, grant=lapsed)
    AttemptTransactionFactory(user=student, amount=50)  # another case study
    AttemptTransactionFactory(
        case_study=case_study,
        tenant=student.tenant,
        amount=50,
        user=StudentFactory(tenant=student.tenant),
    )

    with time_machine.travel(now, tick=False):
        data = card(ApiClient(admin), student)

    assert (data["extra_attempts"], data["attempts_allowed"]) == (6, 3 + 6 - 4)


def test_allowance_never_falls_below_nothing(api, student, case_study):
    SessionFactory(user=student, case_study=case_study)
    AttemptTransactionFactory(user=student, case_study=case_study, type="revoke", amount=9)

    assert card(api, student)["attempts_allowed"] == 0


@pytest.mark.parametrize("who", ["staff", "deleted"])
def test_profile_exists_for_living_students_only(api, tenant, who):
    if who == "staff":
        person = FacultyFactory(tenant=tenant)
    else:
        person = StudentFactory(tenant=tenant, status=UserStatus.DELETED)

    answer = api.get(f"/v1/console/students/{person.pk}")

    assert (answer.status_code, answer.json()["code"]) == (404, "NOT_FOUND")


def test_each_number_of_a_card_is_counted_once(api, student):
    statements = [text for text, _ in asked(api, f"/v1/console/students/{student.pk}")]
    (cards,) = [text for text in statements if 'FROM "programmes_casestudy"' in text]

    assert cards.count('SUM("U0"."amount")') == 2  # granted, revoked
    assert cards.count('COUNT("U0"."id")') == 1


@pytest.mark.parametrize("cards", [1, 3])
def test_a_profile_costs_four_queries(api, tenant, student, cards, django_assert_num_queries):
    for case_study in CaseStudyFactory.create_batch(cards, tenant=tenant):
        score(SessionFactory(user=student, case_study=case_study), "50.0")
        SessionFactory(user=student, case_study=case_study)

    with django_assert_num_queries(4):  # caller, student, sessions, case studies
        assert len(profile(api, student)["case_study_details"]) == cards
    with counting_trips() as trips:  # the caller, and all the rest
        profile(api, student)
    assert trips() == 2
