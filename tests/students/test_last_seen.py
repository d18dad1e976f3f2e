"""A student's last_seen_at, which the database keeps, against a plain reading of contract §12.2."""

import random
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, transaction

from accounts.models import User
from config.ids import new_id
from programmes.models import CaseStudy
from students.models import Session
from tests.factories import CaseStudyFactory, SessionFactory, StudentFactory
from tests.threads import at_once

pytestmark = pytest.mark.drill

START = datetime(2026, 4, 1, 9, tzinfo=UTC)

# What anybody may do to sessions in plain SQL. `some` are sessions, `a` and `b` students.
STATEMENTS = [
    """
    INSERT INTO students_session (
        id, tenant_id, user_id, case_study_id, start_time, end_time, last_activity, status,
        elapsed_active_time, reconnect_count, duration_limit, transcript_status, grading_status,
        created_at
    )
    SELECT id, %(tenant)s, user_id, %(case_study)s, start,
        CASE WHEN stop IS NOT NULL THEN greatest(start, stop) END, activity,
        'pending', 0, 0, 600, 'processing', 'pending', now()
    FROM unnest(
        %(ids)s::text[], %(users)s::text[], %(starts)s::timestamptz[], %(ends)s::timestamptz[],
        %(activities)s::timestamptz[]
    ) AS row (id, user_id, start, stop, activity)
    """,
    "UPDATE students_session SET last_activity = %(moment)s WHERE id = ANY(%(some)s)",
    """
    UPDATE students_session SET end_time = greatest(%(moment)s, start_time)
    WHERE id = ANY(%(some)s)
    """,
    "UPDATE students_session SET end_time = NULL WHERE id = ANY(%(some)s)",
    """
    UPDATE students_session SET start_time = least(%(moment)s, end_time), status = 'active'
    WHERE id = ANY(%(some)s)
    """,
    "UPDATE students_session SET start_time = NULL WHERE id = ANY(%(some)s)",
    "UPDATE students_session SET user_id = %(a)s WHERE id = ANY(%(some)s)",
    """
    UPDATE students_session SET user_id = CASE user_id WHEN %(a)s THEN %(b)s ELSE %(a)s END
    WHERE user_id IN (%(a)s, %(b)s)
    """,
    "UPDATE students_session SET last_activity = start_time, end_time = NULL",
    "DELETE FROM students_session WHERE id = ANY(%(some)s)",
    "DELETE FROM students_session WHERE user_id = %(a)s",
]


def last_seen_by_the_contract() -> dict[str, datetime | None]:
    """Return student id → maximum over the started sessions of activity, else end, else start."""
    latest = dict.fromkeys(User.objects.values_list("pk", flat=True))
    for session in Session.objects.all():
        if session.start_time is not None:
            seen = next(
                moment
                for moment in (session.last_activity, session.end_time, session.start_time)
                if moment is not None
            )
            known = latest[session.user_id]
            latest[session.user_id] = seen if known is None else max(known, seen)
    return latest


def last_seen_stored() -> dict[str, datetime | None]:
    return dict(User.objects.values_list("pk", "last_seen_at"))


def drawn_statements(chance: random.Random, case_study: CaseStudy, students: list, times: int):
    """Yield statements with their parameters; every other one inserts, so that rows stay."""

    def moment() -> datetime | None:
        """Return one of few moments, so that ties happen, or none."""
        minutes = chance.choice([None, *range(12)])
        return None if minutes is None else START + timedelta(minutes=minutes)

    for turn in range(times):
        present = list(Session.objects.order_by("pk").values_list("pk", flat=True))
        count = chance.choice([1, 1, 2, 5])
        yield (
            chance.choice(STATEMENTS[1:]) if turn % 2 else STATEMENTS[0],
            {
                "tenant": case_study.tenant_id,
                "case_study": case_study.pk,
                "ids": [new_id() for _ in range(count)],
                "users": [chance.choice(students).pk for _ in range(count)],
                "starts": [moment() for _ in range(count)],
                "ends": [moment() for _ in range(count)],
                "activities": [moment() for _ in range(count)],
                "some": [pk for pk in present if chance.random() < 0.4],
                "moment": moment(),
                "a": chance.choice(students).pk,
                "b": chance.choice(students).pk,
            },
        )


@pytest.mark.django_db
@pytest.mark.parametrize("seed", range(12))
def test_last_seen_is_true_after_every_statement(seed):
    case_study = CaseStudyFactory()
    students = StudentFactory.create_batch(4, tenant=case_study.tenant)
    StudentFactory()
    done, met = [], set()

    with connection.cursor() as cursor:
        for statement in drawn_statements(random.Random(seed), case_study, students, 60):
            done.append(statement)
            cursor.execute(*statement)
            stored = last_seen_stored()
            assert stored == last_seen_by_the_contract(), done
            met |= {stored[student.pk] is None for student in students}

    # Only a sequence that reaches both states proves something.
    assert met == {True, False}


@pytest.mark.django_db
def test_last_seen_follows_the_orm_too():
    session = SessionFactory(start_time=START, end_time=None)
    Session.objects.update(last_activity=START + timedelta(minutes=5))
    assert (
        last_seen_stored()
        == last_seen_by_the_contract()
        == {session.user_id: START + timedelta(minutes=5)}
    )

    session.delete()
    assert last_seen_stored() == {session.user_id: None}

    Session.objects.bulk_create([session])
    assert last_seen_stored() == {session.user_id: START}


@pytest.mark.django_db
def test_a_change_that_is_rolled_back_leaves_the_former_value():
    session = SessionFactory(start_time=START, end_time=None)

    with transaction.atomic():
        Session.objects.all().delete()
        transaction.set_rollback(True)

    assert last_seen_stored() == {session.user_id: START}


@pytest.mark.django_db
def test_statement_that_moves_no_moment_touches_no_student():
    session = SessionFactory()
    versions = "SELECT xmin::text, ctid::text FROM accounts_user WHERE id = %s"
    with connection.cursor() as cursor:
        cursor.execute(versions, [session.user_id])
        before = cursor.fetchall()

        Session.objects.update(elapsed_active_time=300, conversation_id="c", reconnect_count=1)
        SessionFactory(user=session.user, case_study=session.case_study, start_time=START)

        cursor.execute(versions, [session.user_id])
        assert cursor.fetchall() == before


@pytest.mark.django_db(transaction=True)
def test_parallel_statements_on_the_same_students_take_turns():
    """Writers that name the same students in opposite orders neither deadlock nor lose a change."""
    case_study = CaseStudyFactory()
    students = StudentFactory.create_batch(6, tenant=case_study.tenant)

    def write(index: int) -> None:
        order = students if index % 2 else students[::-1]
        for turn in range(5):
            start = START + timedelta(minutes=10 * turn + index)
            sessions = [
                SessionFactory.build(
                    user=student,
                    tenant=case_study.tenant,
                    case_study=case_study,
                    start_time=start,
                    end_time=None,
                )
                for student in order
            ]
            Session.objects.bulk_create(sessions)
            ids = [session.pk for session in sessions]
            Session.objects.filter(pk__in=ids).update(last_activity=start + timedelta(seconds=30))
            if turn % 2 == 0:
                Session.objects.filter(pk__in=ids).delete()

    at_once(write, 6)

    assert Session.objects.count() == 6 * 2 * 6
    assert last_seen_stored() == last_seen_by_the_contract()


@pytest.mark.django_db(transaction=True)
def test_a_transaction_that_waited_sees_what_the_other_one_committed():
    """Deleting the latest session and adding a later one at once must not lose either."""
    case_study = CaseStudyFactory()
    students = StudentFactory.create_batch(10, tenant=case_study.tenant)
    old = [SessionFactory(user=student, case_study=case_study) for student in students]

    def act(index: int) -> None:
        student, adds = students[index // 2], index % 2
        with transaction.atomic():
            if adds:
                SessionFactory(
                    user=student, case_study=case_study, start_time=START + timedelta(days=1)
                )
            else:
                Session.objects.filter(pk=old[index // 2].pk).delete()

    at_once(act, 20)

    assert Session.objects.count() == 10
    assert last_seen_stored() == last_seen_by_the_contract()
