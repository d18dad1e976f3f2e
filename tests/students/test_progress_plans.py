"""The progress of a pair of student and case study is worked out from its own rows alone."""

import pytest
from django.db import connection

from benchmarks import crowd
from students.models import Grade, Session
from tenants.models import Tenant
from tests.contents import undone
from tests.counters import rows_read_of
from tests.crowds import filled_with_a_crowd
from tests.factories import (
    AttemptTransactionFactory,
    GradeFactory,
    SessionFactory,
    StudentFactory,
)
from tests.plans import analyse
from tests.students.test_progress import assert_true

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

WRITES = {
    "a session": lambda session: SessionFactory(user=session.user),
    "a line of the ledger": lambda session: AttemptTransactionFactory(user=session.user),
    "a grade": lambda session: GradeFactory(session=session),
    "a change": lambda session: Session.objects.filter(pk=session.pk).update(
        elapsed_active_time=99
    ),
    "a session that goes": lambda session: Session.objects.filter(pk=session.pk).delete(),
}
GRADES_ELSEWHERE = 30
# Those that are written, and those at both ends of an index, at which the planner looks.
MOST = 10


def test_what_a_student_did_elsewhere_is_not_read():
    filled_with_a_crowd(2_000)
    student = StudentFactory(tenant=Tenant.objects.get(pk=crowd.TENANT))
    for _ in range(GRADES_ELSEWHERE):
        GradeFactory(session=SessionFactory(user=student))
    session = SessionFactory(user=student)
    analyse()
    with connection.cursor() as cursor:
        # Other tests had plans made for tables that were empty.
        cursor.execute("SET LOCAL plan_cache_mode = force_custom_plan")
    read = {}

    for what, write in WRITES.items():
        with undone():
            grades = rows_read_of(Grade)
            write(session)
            read[what] = grades()

    assert {what: rows for what, rows in read.items() if rows > MOST} == {}
    assert_true()
