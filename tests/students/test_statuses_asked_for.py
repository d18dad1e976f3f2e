"""A list of one status says nothing of the other: PostgreSQL 15 would start processes for it."""

import pytest

from accounts.models import UserStatus
from students.queries.students.criteria import Criteria
from students.queries.students.page_ids import FEW, early_page_ids, page_ids
from students.queries.students.totals import Total

pytestmark = pytest.mark.django_db

MANY = Total({UserStatus.ACTIVE: 2 * FEW, UserStatus.INACTIVE: 2 * FEW})
CASE_STUDY = "c" * 24
BOTH = {UserStatus.ACTIVE, UserStatus.INACTIVE}

PAGES = {
    "by name": ({"sort_by": "name"}, 0),
    "by name, backwards": ({"sort_by": "name"}, 4 * FEW - 10),
    "last activity": ({}, 0),
    "deep": ({}, 5_000),
    "two letters": ({"search": "ab"}, 0),
    "three letters, many": ({"search": "abd"}, 0),
    "out of attempts": ({"exhausted_at": CASE_STUDY}, 0),
    "out of attempts, by programme": ({"exhausted_at": CASE_STUDY, "sort_by": "programme"}, 0),
}


def ranges(query: str) -> set[UserStatus]:
    """Return the statuses of which a query reads ranges of an index."""
    return {status for status in BOTH if f"status = '{status}'" in query}


@pytest.mark.parametrize("status", sorted(BOTH))
@pytest.mark.parametrize("page", PAGES)
def test_a_list_of_one_status_has_no_range_of_the_other(page, status):
    asked, skip = PAGES[page]
    criteria = Criteria("a" * 24, status=status, **asked)
    queries = [page_ids(criteria, MANY, skip, 10), early_page_ids(criteria, skip, 10)]

    for query, _ in filter(None, queries):
        assert ranges(query) == {status}


@pytest.mark.parametrize("page", PAGES)
def test_a_list_of_both_has_ranges_of_both(page):
    asked, skip = PAGES[page]
    query, _ = page_ids(Criteria("a" * 24, **asked), MANY, skip, 10)

    assert ranges(query) == BOTH
