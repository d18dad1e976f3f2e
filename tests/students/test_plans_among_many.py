"""A large university among many small ones reads no more of the tables than it shows.

PostgreSQL thinks the university and the case study of a row independent of each other: of one
university in 151, it takes a case study to have one session, and any index to find it.
"""

import pytest

from accounts.models import User
from benchmarks import crowd
from benchmarks.cell import Size
from students.models import Session
from tests.clients import ApiClient
from tests.counters import rows_read_of
from tests.crowds import begun
from tests.plans import analyse, kept_in_transactions

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

CELL = Size(universities=150, each=20, large=8_000)
CASE_STUDY = crowd.case_study_id(1)
STUDENT = crowd.student_id(2_000)

# The plans that PostgreSQL makes for given values before it chooses one for all; and one more.
CALLS = 7


@pytest.fixture
def api() -> ApiClient:
    crowd.fill_with(begun(), CELL.all(), lambda text: None)
    analyse()
    return ApiClient(User.objects.get(email=crowd.ADMIN_EMAIL))


def test_sessions_of_a_student_are_found_by_the_student(api):
    student = f"/v1/console/students/{STUDENT}"
    most = {
        # The sessions on the cards, and those that are counted for each.
        student: 30,
        f"{student}?include_not_attempted=true": 60,
        # The counted sessions of fifty students.
        f"/v1/console/attempts?case_study_id={CASE_STUDY}&limit=50": 400,
    }
    read = {}

    for path in most:
        with kept_in_transactions():
            for _ in range(CALLS):
                rows = rows_read_of(Session)
                assert api.get(path).status_code == 200
                read[path] = max(read.get(path, 0), rows())

    assert {path: rows for path, rows in read.items() if rows > most[path]} == {}
