"""Who is out of attempts, read in the ways of large lists, in random universities."""

from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from accounts.models import User
from config.context import within
from students.admin.students.changelist import StudentChangeList
from students.queries.students import page_ids
from tests.students.test_panel_properties import reading
from tests.students.test_panel_properties.test_properties import (
    STUDENTS,
    at_a_case_study,
    in_it,
    queries,
    windows,
)
from tests.students.test_panel_properties.worlds import worlds

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

randomly = settings(max_examples=40)
places = st.sampled_from([0, 1, 2, 3, "any", "ANY"])
of_exhausted = st.builds(lambda query, at: query | {"exhausted_at": at}, queries, places)
asked = st.lists(st.tuples(of_exhausted, windows), min_size=3, max_size=8)


@randomly
@given(world=worlds(), asked=asked)
def test_where_many_are_the_first_of_the_list_are_asked_one_by_one(world, asked):
    def check(api):
        for query, (skip, limit) in asked:
            wanted = at_a_case_study(world, query)
            expected = reading.listed(world, wanted)
            answer = api.get(STUDENTS, wanted | {"skip": skip, "limit": limit}).json()
            assert answer["data"] == expected[skip : skip + limit], wanted
            assert answer["total"] == len(expected), wanted

    # Pages that lie further away are found by all of them.
    with patch.object(page_ids, "FEW", 1), patch.object(page_ids, "FAR", 6):
        in_it(world, check)


@randomly
@given(world=worlds(), asked=asked, most=st.integers(0, 3))
def test_they_are_counted_up_to_a_limit_and_their_pages_are_the_same(world, asked, most):
    def check(api):
        tenant = User.objects.get(first_name="b", last_name="a").tenant
        for query, _ in asked:
            wanted = at_a_case_study(world, query)
            expected = [row["user_id"] for row in reading.listed(world, wanted)]
            texts = {name: str(value) for name, value in wanted.items()}
            with within(tenant.pk):
                students = StudentChangeList.of_query(SimpleNamespace(tenant=tenant), texts)
                assert students.count_up_to(most) == min(len(expected), most + 1), wanted
                page = students[0 : most + 1]
            assert [line.pk for line in page] == expected[: most + 1], wanted

    in_it(world, check)
