"""GET /v1/console/attempts: who has how many attempts left at a case study (contract §9.2)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from students.models import AttemptTransaction
from tenants.models import TenantAIConfig
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

pytestmark = pytest.mark.django_db

URL = "/v1/console/attempts"


@pytest.fixture
def mba(tenant):
    return ProgrammeFactory(tenant=tenant, code="MBA")


@pytest.fixture
def case_study(tenant, mba):
    return CaseStudyFactory(tenant=tenant, title="Airlines", programmes=[mba])


def student(tenant, name: str, **values):
    return StudentFactory(tenant=tenant, first_name=name, last_name="Obi", **values)


def names(api, case_study, **query) -> list[str]:
    answer = api.get(URL, {"case_study_id": case_study.pk, **query})
    assert answer.status_code == 200, answer.content
    body = answer.json()
    assert body["total"] == len(body["data"])
    return [row["student_name"].removesuffix(" Obi") for row in body["data"]]


@pytest.fixture
def five(tenant, case_study, mba):
    """Bea has a grant, Cid used all, Dan one with a score, Eve none; Ann's was revoked."""
    pair = {"case_study": case_study}
    ann, bea, cid, dan, _ = (
        student(tenant, name, programmes=[mba]) for name in ("Ann", "Béa", "Cid", "Dan", "Eve")
    )
    AttemptTransactionFactory(user=ann, **pair, type="revoke", amount=1)
    AttemptTransactionFactory(user=bea, **pair, amount=2)
    for day in range(3):
        SessionFactory(user=cid, **pair, start_time=START + timedelta(days=day))
    GradeFactory(session=SessionFactory(user=dan, **pair), final_score="78.5")


def test_row_is_the_documented_one(api, tenant, case_study, mba):
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=4)
    jane = StudentFactory(
        tenant=tenant,
        first_name="Jane",
        last_name="Smith",
        email="jane.smith@example.com",
        programmes=[mba],
    )
    pair = {"user": jane, "case_study": case_study}
    AttemptTransactionFactory(**pair, amount=2, expires_at=timezone.now() + timedelta(days=1))
    AttemptTransactionFactory(**pair, amount=9, expires_at=timezone.now() - timedelta(days=1))
    AttemptTransactionFactory(**pair, type="revoke", amount=1)
    for day, score in enumerate(["78.5", "60.0"]):
        session = SessionFactory(**pair, start_time=START + timedelta(days=day))
        GradeFactory(session=session, final_score=score)
    SessionFactory(**pair, start_time=START + timedelta(days=9), elapsed_active_time=59)

    answer = api.get(URL, {"case_study_id": case_study.pk})

    assert answer.json() == {
        "success": True,
        "data": [
            {
                "user_id": jane.pk,
                "student_name": "Jane Smith",
                "student_email": "jane.smith@example.com",
                "case_study_id": case_study.pk,
                "case_study_title": "Airlines",
                "base_attempts": 4,
                "extra_attempts": 2,
                "revoked_attempts": 1,
                "attempts_used": 2,
                "total_allowed": 5,
                "attempts_remaining": 3,
                "best_score": 78.5,
                "latest_attempt_at": "2026-04-02T14:30:00Z",
                "has_active_grants": True,
                "unlimited_sessions": False,
            }
        ],
        "total": 1,
        "page": 1,
        "page_size": 50,
        "total_pages": 1,
        "message": None,
    }


def test_list_has_whoever_may_see_it_or_has_anything_to_do_with_it(api, tenant, case_study, mba):
    law = ProgrammeFactory(tenant=tenant, code="LAW")
    student(tenant, "Enrolled", programmes=[law, mba])
    student(tenant, "Away", programmes=[mba], status="INACTIVE")
    pair = {"case_study": case_study}
    SessionFactory(user=student(tenant, "Once"), **pair)
    AttemptTransactionFactory(user=student(tenant, "Granted", programmes=[law]), **pair)
    # Nobody else:
    student(tenant, "Other", programmes=[law])
    SessionFactory(user=student(tenant, "Elsewhere"))
    SessionFactory(user=student(tenant, "Pending"), **pair, start_time=None)
    gone = student(tenant, "Gone", programmes=[mba])
    SessionFactory(user=gone, **pair)
    gone.status = "DELETED"
    gone.save()
    FacultyFactory(tenant=tenant)

    assert names(api, case_study) == ["Away", "Enrolled", "Granted", "Once"]


def test_open_case_study_is_everybodys(api, tenant, mba):
    case_study = CaseStudyFactory(tenant=tenant)
    student(tenant, "Ann", programmes=[mba])
    SessionFactory(user=student(tenant, "Bea"), case_study=case_study)
    StudentFactory()

    assert names(api, case_study) == ["Ann", "Bea"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ({}, ["Ann", "Béa", "Cid", "Dan", "Eve"]),
        ({"sort_order": "desc"}, ["Eve", "Dan", "Cid", "Béa", "Ann"]),
        ({"sort_by": "attempts_used"}, ["Ann", "Béa", "Eve", "Dan", "Cid"]),
        (
            {"sort_by": "attempts_used", "sort_order": "desc"},
            ["Cid", "Dan", "Ann", "Béa", "Eve"],
        ),
        ({"sort_by": "attempts_remaining"}, ["Cid", "Ann", "Dan", "Eve", "Béa"]),
        (
            {"sort_by": "attempts_remaining", "sort_order": "DESC"},
            ["Béa", "Eve", "Ann", "Dan", "Cid"],
        ),
        ({"sort_by": "best_score"}, ["Dan", "Ann", "Béa", "Cid", "Eve"]),
        ({"sort_by": "best_score", "sort_order": "desc"}, ["Dan", "Ann", "Béa", "Cid", "Eve"]),
        ({"sort_by": "latest_attempt_at"}, ["Dan", "Cid", "Ann", "Béa", "Eve"]),
        (
            {"sort_by": "latest_attempt_at", "sort_order": "desc"},
            ["Cid", "Dan", "Ann", "Béa", "Eve"],
        ),
        ({"status": "has_remaining"}, ["Ann", "Béa", "Dan", "Eve"]),
        ({"status": "EXHAUSTED"}, ["Cid"]),
        ({"status": "has_extra"}, ["Béa"]),
        ({"search": "béa"}, ["Béa"]),
        ({"search": "  obi "}, ["Ann", "Béa", "Cid", "Dan", "Eve"]),
        ({"search": "d", "status": "has_remaining"}, ["Dan"]),
        ({"search": "%"}, []),
        ({"search": "e\nO"}, []),
    ],
)
def test_list_is_sorted_and_narrowed(api, case_study, five, query, expected):
    assert names(api, case_study, **query) == expected


def test_list_is_paged_over_those_who_tried_and_those_who_did_not(api, case_study, five):
    query = {"case_study_id": case_study.pk, "sort_by": "attempts_used", "limit": 2}

    pages = [api.get(URL, query | {"skip": skip}).json() for skip in (0, 2, 4, 6)]

    shown = [[row["student_name"][:3] for row in page["data"]] for page in pages]
    assert shown == [["Ann", "Béa"], ["Eve", "Dan"], ["Cid"], []]
    assert {page["total"] for page in pages} == {5}


@pytest.mark.parametrize("students", [1, 3])
def test_list_takes_a_constant_number_of_statements(
    api, tenant, case_study, mba, students, django_assert_num_queries
):
    for user in StudentFactory.create_batch(students, tenant=tenant, programmes=[mba]):
        SessionFactory(user=user, case_study=case_study)
        AttemptTransactionFactory(user=user, case_study=case_study)
    StudentFactory.create_batch(students, tenant=tenant, programmes=[mba])

    # Authentication, case study, its programmes, their sets, three parts of the total, page, and
    # the page's students.
    with django_assert_num_queries(9):
        api.get(URL, {"case_study_id": case_study.pk})


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ({}, "case_study_id"),
        ({"case_study_id": "abc"}, "case_study_id"),
        ({"status": "gone"}, "status"),
        ({"sort_by": "age"}, "sort_by"),
        ({"sort_order": "up"}, "sort_order"),
        ({"limit": "101"}, "limit"),
        ({"skip": "-1"}, "skip"),
        ({"search": "x" * 501}, "search"),
        ({"search": "\0"}, "search"),
    ],
)
def test_bad_parameter_is_named(api, case_study, query, field):
    if field != "case_study_id":
        query = query | {"case_study_id": case_study.pk}

    answer = api.get(URL, query)

    assert answer.status_code == 422
    assert [error["field"] for error in answer.json()["details"]["errors"]] == [field]


def test_unknown_case_study_is_not_found(api):
    for case_study_id in ("0" * 24, CaseStudyFactory().pk):
        assert api.get(URL, {"case_study_id": case_study_id}).status_code == 404


def test_ledger_of_a_student_runs_across_case_studies(api, tenant, case_study):
    user = student(tenant, "Ann")
    first = AttemptTransactionFactory(user=user, case_study=case_study, created_at=START)
    second = AttemptTransactionFactory(user=user, created_at=START + timedelta(days=1))
    AttemptTransactionFactory(case_study=case_study, user=student(tenant, "Bea"))

    answer = api.get(f"{URL}/{user.pk}/transactions").json()

    assert [row["id"] for row in answer["data"]] == [second.pk, first.pk]
    assert answer["total"] == 2
    assert answer["data"][1] == {
        "id": first.pk,
        "type": "grant",
        "amount": 1,
        "reason": "Audio dropped",
        "actor_user_id": None,
        "actor_name": None,
        "expires_at": None,
        "expired": False,
        "created_at": "2026-04-01T14:30:00Z",
        "case_study_id": case_study.pk,
        "case_study_title": "Airlines",
    }
    one = api.get(f"{URL}/{user.pk}/transactions", {"case_study_id": case_study.pk}).json()
    assert [row["id"] for row in one["data"]] == [first.pk]
    assert AttemptTransaction.objects.count() == 3
