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

# What is written about a session or its student, and how many grades that may read at most.
WRITES = {
    "a session": (lambda session: SessionFactory(user=session.user), 0),
    "a line of the ledger": (lambda session: AttemptTransactionFactory(user=session.user), 0),
    "a grade": (lambda session: GradeFactory(session=session), 2),
    "a change": (
        lambda session: Session.objects.filter(pk=session.pk).update(elapsed_active_time=99),
        0,
    ),
    "a session that goes": (lambda session: Session.objects.filter(pk=session.pk).delete(), 0),
}


def test_what_a_student_did_elsewhere_is_not_read():
    filled_with_a_crowd(2_000)
    student = StudentFactory(tenant=Tenant.objects.get(pk=crowd.TENANT))
    for _ in range(30):
        GradeFactory(session=SessionFactory(user=student))
    session = SessionFactory(user=student)
    analyse()
    with connection.cursor() as cursor:
        # A plan is made once: the planner itself looks at the grades at both ends of an index.
        cursor.execute("DISCARD PLANS")  # those that other tests had made for empty tables
        cursor.execute("SET LOCAL plan_cache_mode = force_generic_plan")
    too_many = {}

    for what, (write, most) in WRITES.items():
        with undone():
            write(session)
        with undone():
            grades = rows_read_of(Grade)
            write(session)
            if (read := grades()) > most:
                too_many[what] = read
            assert_true()

    assert too_many == {}
