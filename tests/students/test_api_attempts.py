"""Granting, revoking and reading attempts (contract §9)."""

from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from students.models import AttemptTransaction
from tenants.models import AuditEvent, TenantAIConfig
from tests.clients import ApiClient
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
    UserFactory,
)

pytestmark = pytest.mark.django_db

ATTEMPTS = "/v1/console/attempts"


@pytest.fixture
def student(tenant):
    return StudentFactory(
        tenant=tenant, first_name="Jane", last_name="Smith", email="jane.smith@example.com"
    )


@pytest.fixture
def case_study(tenant):
    return CaseStudyFactory(tenant=tenant, title="Ethiopian Airlines Case Study")


def body(student, case_study, **changes) -> dict:
    return {
        "user_id": student.pk,
        "case_study_id": case_study.pk,
        "amount": 2,
        "reason": "Audio dropped during the last attempt",
    } | changes


def post(api, verb: str, asked: dict, status: int = 200, **headers) -> dict:
    answer = api.post(f"{ATTEMPTS}/{verb}", asked, headers=headers)
    assert answer.status_code == status, answer.content
    return answer.json()


def entitled(base=3, extra=0, revoked=0, used=0) -> dict:
    total = max(0, base + extra - revoked)
    return {
        "base_attempts": base,
        "extra_attempts": extra,
        "revoked_attempts": revoked,
        "attempts_used": used,
        "total_allowed": total,
        "attempts_remaining": max(0, total - used),
    }


def lines(student) -> list[tuple]:
    rows = AttemptTransaction.objects.filter(user=student).order_by("created_at", "pk")
    return list(rows.values_list("type", "amount", "grant_id"))


# One student ----------------------------------------------------------------------------------


def test_grant_answers_the_entitlement_afterwards(api, admin, student, case_study):
    SessionFactory(user=student, case_study=case_study)

    answer = post(
        api, "grant", body(student, case_study, expires_at="2999-12-31T23:59:59Z", amount=2)
    )

    assert answer == {
        "success": True,
        "data": entitled(extra=2, used=1),
        "message": "Attempts granted successfully",
    }
    line = AttemptTransaction.objects.get()
    assert (line.type, line.amount, line.user_id) == ("grant", 2, student.pk)
    assert (line.actor_user_id, line.actor_name) == (admin.pk, admin.display_name)
    assert line.expires_at == datetime(2999, 12, 31, 23, 59, 59, 999999, tzinfo=UTC)
    event = AuditEvent.objects.get(event_type="attempt.granted")
    assert (event.target_type, event.target_id) == ("attempt", line.pk)
    assert event.metadata == {
        "attempt_id": line.pk,
        "tenant_id": student.tenant_id,
        "user_id": student.pk,
        "case_study_id": case_study.pk,
        "amount": 2,
        "reason": "Audio dropped during the last attempt",
        "expires_at": "2999-12-31T23:59:59.999Z",
    }


def test_revocation_is_charged_to_grants_that_expire_soonest_then_to_the_base(
    api, student, case_study
):
    now = datetime.now(UTC)
    pair = {"user": student, "case_study": case_study}
    lasting = AttemptTransactionFactory(**pair, amount=1)
    later = AttemptTransactionFactory(**pair, amount=2, expires_at=now + timedelta(days=2))
    soon = AttemptTransactionFactory(**pair, amount=1, expires_at=now + timedelta(days=1))
    AttemptTransactionFactory(**pair, amount=5, expires_at=now - timedelta(days=1))

    answer = post(api, "revoke", body(student, case_study, amount=5))

    assert answer["message"] == "Attempts revoked successfully"
    assert answer["data"] == entitled(extra=4, revoked=5)
    assert lines(student)[4:] == [
        ("revoke", 1, soon.pk),
        ("revoke", 2, later.pk),
        ("revoke", 1, lasting.pk),
        ("revoke", 1, None),
    ]
    assert AuditEvent.objects.filter(event_type="attempt.revoked").count() == 1
    # The second grant lapses with what was charged to it, so that the base stays whole.
    with time_machine.travel(now + timedelta(days=3)):
        client = ApiClient(UserFactory(tenant=student.tenant))
        answer = client.get(f"{ATTEMPTS}/{student.pk}", {"case_study_id": case_study.pk})
    assert answer.json()["data"]["entitlement"] == entitled(extra=1, revoked=2)


def test_revocation_of_more_than_is_left_is_refused_and_leaves_nothing(api, student, case_study):
    SessionFactory.create_batch(2, user=student, case_study=case_study)

    answer = post(api, "revoke", body(student, case_study, amount=3), status=400)

    assert answer == {
        "success": False,
        "error": "Only 1 left to revoke.",
        "code": "VALIDATION_ERROR",
        "details": {"requested": 3, "revocable": 1},
    }
    assert lines(student) == []
    assert not AuditEvent.objects.exists()


def test_history_answers_the_whole_documented_object(api, tenant, student, case_study):
    TenantAIConfig.objects.create(tenant=tenant, max_sessions_per_student=4)
    first = SessionFactory(
        user=student,
        case_study=case_study,
        start_time=datetime(2026, 4, 1, 14, tzinfo=UTC),
        end_time=None,
        status="active",
        elapsed_active_time=59,
    )
    second = SessionFactory(
        user=student,
        case_study=case_study,
        start_time=datetime(2026, 4, 1, 14, 30, tzinfo=UTC),
        elapsed_active_time=541.9,
    )
    GradeFactory(session=second, final_score="78.5")
    SessionFactory(user=student, case_study=case_study, start_time=None)
    SessionFactory(user=student)
    grant = AttemptTransactionFactory(
        user=student,
        case_study=case_study,
        amount=2,
        reason="Audio dropped",
        actor_user_id="6650a1b2c3d4e5f6a7b8c9d1",
        actor_name="Ada Obi",
        created_at=datetime(2026, 3, 30, 9, tzinfo=UTC),
        expires_at=datetime(2026, 3, 31, 9, tzinfo=UTC),
    )

    answer = api.get(f"{ATTEMPTS}/{student.pk}", {"case_study_id": case_study.pk})

    assert answer.status_code == 200
    assert answer.json()["data"] == {
        "user_id": student.pk,
        "student_name": "Jane Smith",
        "student_email": "jane.smith@example.com",
        "case_study_id": case_study.pk,
        "case_study_title": "Ethiopian Airlines Case Study",
        "entitlement": entitled(base=4, used=1),
        "attempts": [
            {
                "session_id": second.pk,
                "attempt_label": "Attempt 2",
                "status": "ended",
                "counted_as_attempt": True,
                "duration_seconds": 541,
                "score": 78.5,
                "started_at": "2026-04-01T14:30:00Z",
                "ended_at": "2026-04-01T14:39:00Z",
            },
            {
                "session_id": first.pk,
                "attempt_label": "Attempt 1",
                "status": "active",
                "counted_as_attempt": False,
                "duration_seconds": 59,
                "score": None,
                "started_at": "2026-04-01T14:00:00Z",
                "ended_at": None,
            },
        ],
        "transactions": [
            {
                "id": grant.pk,
                "type": "grant",
                "amount": 2,
                "reason": "Audio dropped",
                "actor_user_id": "6650a1b2c3d4e5f6a7b8c9d1",
                "actor_name": "Ada Obi",
                "expires_at": "2026-03-31T09:00:00Z",
                "expired": True,
                "created_at": "2026-03-30T09:00:00Z",
            }
        ],
    }


@pytest.mark.parametrize("verb", ["grant", "revoke"])
def test_strangers_are_not_found(api, tenant, student, case_study, verb):
    deleted = StudentFactory(tenant=tenant, status="DELETED")
    for other in (StudentFactory(), FacultyFactory(tenant=tenant), deleted):
        answer = post(api, verb, body(other, case_study), status=404)
        assert answer["error"] == "There is no such student."
    answer = post(api, verb, body(student, CaseStudyFactory()), status=404)
    assert answer["error"] == "There is no such case study."
    assert not AttemptTransaction.objects.exists()


# Idempotency ----------------------------------------------------------------------------------


@pytest.mark.parametrize("where", ["body", "header"])
def test_same_key_and_body_is_one_effect_and_one_answer(api, student, case_study, where):
    key = {"idempotency_key": "k1"} if where == "body" else {}
    header = {} if where == "body" else {"Idempotency-Key": "k1"}

    first = post(api, "grant", body(student, case_study, **key), **header)
    SessionFactory(user=student, case_study=case_study)
    second = post(api, "grant", body(student, case_study, **key), **header)

    assert first == second
    assert lines(student) == [("grant", 2, None)]


def test_same_key_with_another_body_is_refused(api, student, case_study):
    post(api, "grant", body(student, case_study, idempotency_key="k1"))

    answer = post(
        api, "grant", body(student, case_study, idempotency_key="k1", amount=3), status=409
    )

    assert answer["code"] == "CONFLICT"
    post(api, "revoke", body(student, case_study, idempotency_key="k1"))
    assert [line[0] for line in lines(student)] == ["grant", "revoke"]


# Bulk -----------------------------------------------------------------------------------------


def in_bulk(case_study, users, **changes) -> dict:
    return {
        "case_study_id": case_study.pk,
        "user_ids": [user.pk for user in users],
        "amount": 2,
        "reason": "Campus outage",
    } | changes


@pytest.mark.parametrize("dry_run", [True, False])
def test_bulk_revocation_fails_row_by_row(api, admin, tenant, case_study, dry_run):
    fresh, tired = StudentFactory.create_batch(2, tenant=tenant)
    SessionFactory.create_batch(2, user=tired, case_study=case_study)
    stranger = StudentFactory()
    asked = in_bulk(case_study, [stranger, tired, fresh, fresh], dry_run=dry_run)

    answer = post(api, "revoke/bulk", asked, status=202)

    job_id = answer["data"]["job_id"]
    assert answer == {
        "success": True,
        "data": {
            "job_id": job_id,
            "job_type": "attempt_revoke",
            "status": "completed",
            "dry_run": dry_run,
            "total_rows": 3,
        },
        "message": "Bulk job accepted",
    }
    job = api.get(f"{ATTEMPTS}/jobs/{job_id}").json()["data"]
    moments = {key: job.pop(key) for key in ("created_at", "started_at", "completed_at")}
    assert all(moments.values())
    assert job == {
        "job_id": job_id,
        "job_type": "attempt_revoke",
        "status": "completed",
        "content_id": case_study.pk,
        "amount": 2,
        "reason": "Campus outage",
        "expires_at": None,
        "dry_run": dry_run,
        "total_rows": 3,
        "processed_rows": 3,
        "succeeded_rows": 1,
        "failed_rows": 2,
        "actor_user_id": admin.pk,
        "actor_name": admin.display_name,
        "results": [
            {"user_id": stranger.pk, "success": False, "error": "There is no such student"},
            {"user_id": tired.pk, "success": False, "error": "Only 1 left to revoke"},
            {"user_id": fresh.pk, "success": True, "error": None},
        ],
    }
    assert lines(fresh) == ([] if dry_run else [("revoke", 2, None)])
    assert AuditEvent.objects.count() == (0 if dry_run else 2)


@pytest.mark.drill
def test_bulk_of_five_hundred_takes_a_constant_number_of_statements(
    api, tenant, case_study, django_assert_num_queries
):
    students = StudentFactory.create_batch(500, tenant=tenant)

    for verb in ("grant/bulk", "revoke/bulk"):
        with django_assert_num_queries(13 if verb == "grant/bulk" else 15):
            answer = post(api, verb, in_bulk(case_study, students), status=202)
        assert answer["data"]["total_rows"] == 500
    assert AttemptTransaction.objects.count() == 1000
