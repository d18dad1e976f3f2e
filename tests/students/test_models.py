"""Sessions, grades and the attempts ledger (contract §9, §12)."""

import math
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, connection, transaction

from students.models import (
    AttemptTransaction,
    BulkJob,
    Grade,
    IdempotencyRecord,
    ImportedStudent,
    ProgressCount,
    RosterImport,
    Session,
    Student,
    StudentCount,
    Transcript,
)
from tests.factories import (
    AttemptTransactionFactory,
    CaseStudyFactory,
    FacultyFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
    TenantFactory,
)
from tests.violations import assert_refused, each

pytestmark = pytest.mark.django_db

NOW = datetime(2026, 6, 4, 9, tzinfo=UTC)


def session(**columns) -> Session:
    user = StudentFactory()
    case_study = CaseStudyFactory(tenant=user.tenant)
    return SessionFactory.build(user=user, tenant=user.tenant, case_study=case_study, **columns)


def grade(score: str) -> Grade:
    session = SessionFactory()
    return Grade(session=session, tenant=session.tenant, final_score=Decimal(score))


def transcript(status: str) -> Transcript:
    session = SessionFactory()
    return Transcript(session=session, tenant=session.tenant, status=status)


def transaction_of(first: AttemptTransaction | None = None, **columns) -> AttemptTransaction:
    first = first or AttemptTransactionFactory()
    shared = {"tenant": first.tenant, "user": first.user, "case_study": first.case_study}
    return AttemptTransaction(
        **{"type": "revoke", "amount": 1, "grant": first, **shared, **columns}
    )


def second_expiry() -> AttemptTransaction:
    grant = AttemptTransactionFactory(expires_at=NOW)
    transaction_of(grant, type="expiry").save()
    return transaction_of(grant, type="expiry")


def job(**columns) -> BulkJob:
    case_study = CaseStudyFactory()
    return BulkJob(
        tenant=case_study.tenant,
        case_study=case_study,
        **{"job_type": "attempt_grant", "amount": 1, "reason": "x", "total_rows": 1, **columns},
    )


def imported(**columns) -> ImportedStudent:
    student = StudentFactory()
    values = {"roster_id": "ab", "outcome": "created"} | columns
    return ImportedStudent(tenant=student.tenant, user=student, **values)


def second_record() -> IdempotencyRecord:
    first = IdempotencyRecord.objects.create(
        tenant=TenantFactory(), operation="grant", key="k", request_hash="1"
    )
    return IdempotencyRecord(tenant=first.tenant, operation="grant", key="k", request_hash="2")


# Constraint → rows that break it and nothing else.
def second_student_count() -> StudentCount:
    kind = {"tenant": TenantFactory(), "status": "ACTIVE", "dated": True}
    StudentCount.objects.create(**kind, n=1)
    return StudentCount(**kind, n=1)


def second_progress_count() -> ProgressCount:
    kind = {"tenant": TenantFactory(), "transcript_status": "available", "day": date(2026, 4, 1)}
    ProgressCount.objects.create(**kind, n=1)
    return ProgressCount(**kind, n=1)


VIOLATIONS = {
    "roster_import_state": [lambda: RosterImport(tenant=TenantFactory(), state="lost")],
    "imported_student_outcome": [lambda: imported(outcome="lost")],
    "session_elapsed_range": [
        lambda: session(elapsed_active_time=-0.1),
        lambda: session(elapsed_active_time=math.inf),
        lambda: session(elapsed_active_time=math.nan),
    ],
    "session_ends_after_start": [lambda: session(end_time=datetime(2026, 4, 1, tzinfo=UTC))],
    "session_known_states": [
        lambda: session(status="lost"),
        lambda: session(end_reason="bored"),
        lambda: session(transcript_status="torn"),
        lambda: session(grading_status="maybe"),
    ],
    "transcript_status": [lambda: transcript("processing"), lambda: transcript("torn")],
    "grade_score_range": [lambda: grade("-0.1"), lambda: grade("100.1")],
    "attempt_transaction_type": [lambda: transaction_of(type="gift")],
    "attempt_transaction_amount": [lambda: transaction_of(amount=0)],
    "attempt_transaction_expiry_of_grants": [
        lambda: transaction_of(expires_at=NOW),
        lambda: transaction_of(type="expiry", expires_at=NOW),
    ],
    "attempt_transaction_expiry_of_a_grant": [
        lambda: transaction_of(type="expiry", grant=None),
    ],
    "attempt_transaction_grant_of_charges": [lambda: transaction_of(type="grant")],
    "unique_expiry_of_grant": [second_expiry],
    "bulk_job_known_states": [lambda: job(job_type="gift"), lambda: job(status="lost")],
    "unique_idempotency_key": [second_record],
    "unique_standing_count": [second_progress_count],
    "unique_student_count": [second_student_count],
}


@pytest.mark.parametrize(("name", "build"), each(VIOLATIONS))
def test_constraint_refuses(name, build):
    assert_refused(build(), name)


def test_a_charge_is_never_made_to_another_students_grant():
    grant = AttemptTransactionFactory()
    other = AttemptTransactionFactory(user=StudentFactory(tenant=grant.tenant))
    stray = transaction_of(other, grant=grant)

    with pytest.raises(ValidationError, match="another user"):
        stray.full_clean()
    with pytest.raises(IntegrityError, match="attempt_transaction_grant_fk"):
        stray.save()


@pytest.mark.parametrize("score", ["0", "100", "82.5"])
def test_score_of_the_whole_range_is_accepted(score):
    grade(score).save()

    assert Grade.objects.get().final_score == Decimal(score)


def test_a_session_has_one_grade():
    first = GradeFactory()

    with pytest.raises(IntegrityError):
        GradeFactory(session=first.session)


@pytest.mark.parametrize(
    ("seconds", "counted", "duration"),
    [(0, False, 0), (59.99, False, 59), (60, True, 60), (60.01, True, 60), (599.999, True, 599)],
)
def test_session_counts_from_the_60th_second_of_live_time(seconds, counted, duration):
    SessionFactory(elapsed_active_time=seconds)

    stored = Session.objects.get()
    assert (stored.counted_as_attempt, stored.duration_seconds) == (counted, duration)


def test_session_starts_to_count_while_it_runs():
    SessionFactory(status="active", end_time=None, elapsed_active_time=59)

    Session.objects.update(elapsed_active_time=60)

    stored = Session.objects.get()
    assert (stored.counted_as_attempt, stored.is_active) == (True, True)


@pytest.mark.parametrize(
    ("start", "end", "activity", "seen"),
    [
        (0, 9, 5, 5),
        (0, 9, None, 9),
        (0, None, None, 0),
        (0, None, 12, 12),
        (None, 9, 5, None),
        (None, None, None, None),
    ],
)
def test_seen_at_is_the_first_of_activity_end_and_start_of_a_started_session(
    start, end, activity, seen
):
    moments = [
        None if minutes is None else NOW + timedelta(minutes=minutes)
        for minutes in (start, end, activity, seen)
    ]

    SessionFactory(start_time=moments[0], end_time=moments[1], last_activity=moments[2])

    assert Session.objects.get().seen_at == moments[3]


def test_score_is_the_grades_once_grading_is_complete():
    graded = GradeFactory(final_score=Decimal("82.5")).session
    failed = GradeFactory(final_score=Decimal("10.0")).session
    Session.objects.filter(pk=failed.pk).update(grading_status="failed")
    SessionFactory()

    scores = dict(Session.objects.with_score().values_list("pk", "score"))

    assert scores.pop(graded.pk) == 82.5
    assert list(scores.values()) == [None, None]


def test_student_exists_while_having_the_role_and_not_deleted():
    student = StudentFactory()
    StudentFactory(tenant=student.tenant, status="INACTIVE", first_name="Away")
    StudentFactory(tenant=student.tenant, status="DELETED")
    FacultyFactory(tenant=student.tenant)

    names = set(Student.objects.for_tenant(student.tenant).values_list("first_name", flat=True))

    assert names == {"Ada", "Away"}
    assert Student.objects.for_tenant(student.tenant).count() == 2


@pytest.mark.parametrize(
    "change",
    [
        lambda row: row.save(),
        lambda row: row.delete(),
        lambda row: AttemptTransaction.objects.update(amount=100),
        lambda row: AttemptTransaction.objects.all().delete(),
        lambda row: AttemptTransaction.objects.bulk_update([row], ["amount"]),
    ],
)
def test_ledger_is_never_changed_or_deleted_by_the_orm(change):
    row = AttemptTransactionFactory()

    with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
        change(row)

    assert AttemptTransaction.objects.get().amount == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE students_attempttransaction SET amount = 100",
        "UPDATE students_attempttransaction SET reason = reason",
        "DELETE FROM students_attempttransaction",
    ],
)
def test_ledger_is_never_changed_or_deleted_by_sql(statement):
    AttemptTransactionFactory.create_batch(2)

    with connection.cursor() as cursor, pytest.raises(IntegrityError, match="append-only"):
        cursor.execute(statement)


def test_updated_at_of_a_session_is_null_until_the_first_change():
    session = SessionFactory()
    assert session.updated_at is None

    session.save()

    assert Session.objects.get().updated_at is not None
