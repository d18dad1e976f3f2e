"""The attempts list in each order and page, against the same rows sorted in Python (§9.2)."""

import random
from datetime import timedelta
from decimal import Decimal
from itertools import product
from unittest.mock import patch

import pytest

from students.queries import attempts, performance
from students.queries.attempt_rows import AttemptRow
from students.queries.attempts import AttemptList
from students.queries.entitlements import find_case_study_with_base
from students.queries.performance import PerformanceList
from tests.factories import (
    START,
    AttemptTransactionFactory,
    CaseStudyFactory,
    GradeFactory,
    ProgrammeFactory,
    SessionFactory,
    StudentFactory,
)

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

STUDENTS = 14
WINDOWS = [(0, 4), (2, 5), (7, STUDENTS), (0, STUDENTS)]
FILTERS = (
    {},
    {"status": "has_remaining"},
    {"status": "exhausted"},
    {"graded": True},
    {"graded": False},
    {"search": "a"},
    {"min_score": Decimal(50)},
    {"min_score": Decimal(50), "max_score": Decimal(60), "status": "has_remaining"},
    {"max_score": Decimal(55)},
    {"start_date": START + timedelta(days=2)},
)
KEYS = {
    "student_name": lambda row: row.student.sort_name,
    "attempts_used": lambda row: row.entitlement.attempts_used,
    "attempts_remaining": lambda row: row.entitlement.attempts_remaining,
    "best_score": lambda row: row.best_score,
    "latest_attempt_at": lambda row: row.latest_attempt_at,
}


@pytest.fixture(params=[1, 2])
def case_study(request, tenant):
    """A case study at which some did nothing, and many have the same numbers or no value."""
    chance = random.Random(request.param)
    mba = ProgrammeFactory(tenant=tenant)
    case_study = CaseStudyFactory(tenant=tenant, programmes=[mba])
    for _ in range(STUDENTS):
        student = StudentFactory(
            tenant=tenant, first_name=chance.choice("aAbc"), last_name="o", programmes=[mba]
        )
        if chance.random() < 0.2:
            AttemptTransactionFactory(
                user=student, case_study=case_study, amount=chance.randint(1, 2)
            )
        for _ in range(chance.choice([0, 0, 1, 2, 3, 3, 4])):
            session = SessionFactory(
                user=student,
                case_study=case_study,
                start_time=START + timedelta(days=chance.randint(0, 3)),
                elapsed_active_time=chance.choice([30, 300, 300]),
            )
            if chance.random() < 0.5:
                GradeFactory(session=session, final_score=chance.choice([45, 50, 55, 60, 65]))
    return find_case_study_with_base(tenant, case_study.pk)


def in_order(rows: list[AttemptRow], key: str, *, descending: bool) -> list[str]:
    """Return the ids in an order: without a value last, ties by name and id."""
    value = KEYS[key]
    rows = sorted(rows, key=lambda row: (row.student.sort_name, row.student.pk))
    have = [row for row in rows if value(row) is not None]
    have.sort(key=value, reverse=descending)
    return [row.student.pk for row in have + [row for row in rows if value(row) is None]]


def test_attempts_are_sorted_as_told_whatever_they_are_narrowed_by(case_study):
    for asked, key, descending in product(FILTERS, KEYS, (False, True)):
        _assert_sorted(AttemptList(case_study).filter(**asked), key, descending=descending)


def test_so_they_are_where_a_page_is_taken_to_be_full_soon(case_study):
    with patch.object(attempts, "fills_soon", lambda stop, total: True):
        for asked, key in product(FILTERS, KEYS):
            if "min_score" in asked or "max_score" in asked:
                _assert_sorted(AttemptList(case_study).filter(**asked), key, descending=True)


def _assert_sorted(listed: AttemptList, key: str, *, descending: bool) -> None:
    expected = in_order(listed[0:STUDENTS], key, descending=descending)
    assert len(expected) == listed.count()
    listed = listed.order_by(key, descending=descending)
    for start, stop in WINDOWS:
        found = [row.student.pk for row in listed[start:stop]]
        assert found == expected[start:stop], (listed.asked, key, descending, start, stop)


def test_results_are_the_same_whether_a_page_is_full_soon_or_not(case_study, tenant):
    listed = PerformanceList(tenant).filter(case_study_id=case_study.pk)
    for low, high in ((50, 60), (0, 45), (66, 100), (50, None), (None, 55)):
        narrowed = listed.filter(min_score=low, max_score=high)
        every = listed.order_by("student_name")[0:STUDENTS]
        expected = [row.user_id for row in every if (low or 0) <= row.best_score <= (high or 100)]
        for soon in (True, False):
            with patch.object(performance, "fills_soon", lambda stop, total, soon=soon: soon):
                rows = narrowed.order_by("student_name")[0:STUDENTS]
            assert [row.user_id for row in rows] == expected
