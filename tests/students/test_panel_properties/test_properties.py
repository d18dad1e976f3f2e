"""List, export and details against the plain reading, in random universities (contract §8)."""

import csv
from io import StringIO

import pytest
from django.db import transaction
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clients import ApiClient
from tests.factories import TenantFactory, UserFactory
from tests.students.test_panel_properties import reading
from tests.students.test_panel_properties.worlds import (
    COHORTS,
    LETTERS,
    World,
    settle,
    worlds,
)

pytestmark = [pytest.mark.django_db, pytest.mark.drill]

STUDENTS = "/v1/console/students"

bounds = st.one_of(
    st.integers(1, 6).map(lambda day: f"2026-04-0{day}"),
    st.integers(0, 95).map(lambda n: f"2026-04-02T{n // 4:02}:{n % 4 * 15:02}:00Z"),
    st.integers(0, 23).map(lambda hour: f"2026-04-03T{hour:02}:00:00+05:30"),
)
queries = st.fixed_dictionaries(
    {},
    optional={
        "search": st.text(LETTERS + "@", max_size=3),
        "cohort": st.sampled_from([*COHORTS, "a b"]),
        "programme": st.sampled_from(["A_1", "B", "C", "a_1", "AX1", "D"]),
        "status": st.sampled_from(["active", "INACTIVE"]),
        "start_date": bounds,
        "end_date": bounds,
        "started": st.booleans(),
        "unlimited_sessions": st.booleans(),
        # The number of a case study, or all of them.
        "exhausted_at": st.sampled_from([0, 1, 2, 3, "any", "ANY"]),
        "sort_by": st.sampled_from(["name", "last_seen", "programme", "status"]),
        "sort_order": st.sampled_from(["asc", "desc"]),
    },
).filter(
    lambda query: (
        "start_date" not in query
        or "end_date" not in query
        or reading.bound(query["start_date"]) <= reading.bound(query["end_date"], end=True)
    )
)
windows = st.tuples(st.integers(0, 8), st.integers(1, 4))

randomly = settings(max_examples=40)


def in_it(world: World, check) -> None:
    """Run a check with an admin of the world's university, and leave nothing behind."""
    with transaction.atomic():
        tenant = TenantFactory()
        settle(world, tenant)
        check(ApiClient(UserFactory(tenant=tenant, first_name="b", last_name="a")))
        transaction.set_rollback(True)


@randomly
@given(world=worlds(), asked=st.lists(st.tuples(queries, windows), min_size=3, max_size=8))
def test_list_and_export_answer_what_the_contract_says(world, asked):
    ids = [one.sis_id for one in world.students if one.sis_id]
    # The same questions for whole SIS ids, and for these alone: few searches happen to be one.
    of_ids = [
        (query | {"search": one}, window)
        for (query, window), one in zip(asked, ids * 8, strict=False)
    ]
    alone = [({"search": one}, (0, 4)) for one in ids]

    def check(api):
        own = [({"search": one.id.upper()}, (0, 4)) for one in world.students]
        for asked_for, (skip, limit) in [*asked, *of_ids, *alone, *own]:
            query = at_a_case_study(world, asked_for)
            expected = reading.listed(world, query)
            answer = api.get(STUDENTS, query | {"skip": skip, "limit": limit}).json()
            assert answer == {
                "success": True,
                "data": expected[skip : skip + limit],
                "total": len(expected),
                "page": skip // limit + 1,
                "page_size": limit,
                "total_pages": -(-len(expected) // limit),
                "message": None,
            }, query
            assert exported(api, query) == [cells(row) for row in expected], query

    in_it(world, check)


def at_a_case_study(world: World, query: dict) -> dict:
    """Return a query with the id of a case study in place of its number."""
    if not isinstance(query.get("exhausted_at"), int):
        return query
    case_studies = world.case_studies
    return query | {"exhausted_at": case_studies[query["exhausted_at"] % len(case_studies)].id}


def exported(api, query: dict) -> list[list[str]]:
    answer = api.get(f"{STUDENTS}/export", query)
    text = b"".join(answer.streaming_content).decode("utf-8-sig")
    return list(csv.reader(StringIO(text, newline="")))[1:]


def cells(row: dict) -> list[str]:
    """No name in these worlds begins like a formula; that is tested elsewhere."""
    return [
        row["student_name"],
        row["student_email"],
        row["programme_label"],
        row["status"],
        str(row["overall_case_studies"]),
        row["last_seen"] or "",
    ]


@randomly
@given(world=worlds())
def test_details_answer_what_the_contract_says(world):
    def check(api):
        for student in world.students:
            answer = api.get(f"{STUDENTS}/{student.id}")
            if student.status == "DELETED":
                assert answer.status_code == 404
                continue
            expected = reading.profile(student, world)
            assert answer.json()["data"] == expected
            header = api.get(f"{STUDENTS}/{student.id}", {"include_case_studies": "false"})
            del expected["case_study_details"]
            assert header.json()["data"] == expected

    in_it(world, check)
