"""Pages by ``skip`` and ``limit`` (contract §1.3)."""

from types import SimpleNamespace

import pytest
from django.http import QueryDict

from config.api import envelope
from config.api.pagination import window_params
from config.errors import InvalidInput
from tests.factories import StudentFactory

URL = "/v1/console/students"

BAD_SKIP = {"field": "skip", "message": "Give an integer of at least 0."}
BAD_LIMIT = {"field": "limit", "message": "Give an integer from 1 to 100."}


def window(query: str) -> tuple[int, int]:
    request = SimpleNamespace(query_params=QueryDict(query))
    asked = window_params(default=20, maximum=100).read(request)
    return asked["skip"], asked["limit"]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("", (0, 20)),
        ("skip=0&limit=1", (0, 1)),
        ("limit=100", (0, 100)),
        ("skip=7", (7, 20)),
        ("skip=&limit=", (0, 20)),
        ("skip=+3+&limit=%0910%0A", (3, 10)),
        ("skip=007&limit=010", (7, 10)),
        ("skip=999999999999999999", (999_999_999_999_999_999, 20)),
        # Like every other parameter, the last one counts.
        ("limit=5&limit=6", (0, 6)),
        ("limit=words&limit=6", (0, 6)),
    ],
)
def test_window_is_read(query, expected):
    assert window(query) == expected


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("skip=-1", [BAD_SKIP]),
        ("limit=0", [BAD_LIMIT]),
        ("limit=101", [BAD_LIMIT]),
        ("limit=-5", [BAD_LIMIT]),
        ("skip=words", [BAD_SKIP]),
        ("skip=1.0", [BAD_SKIP]),
        ("skip=1e2", [BAD_SKIP]),
        ("skip=0x10", [BAD_SKIP]),
        ("skip=1_000", [BAD_SKIP]),
        ("skip=%2B1", [BAD_SKIP]),
        ("skip=1+2", [BAD_SKIP]),
        ("skip=9999999999999999999", [BAD_SKIP]),
        ("skip=" + "9" * 5000, [BAD_SKIP]),
        ("limit=%D9%A1%D9%A0", [BAD_LIMIT]),  # Arabic-Indic ١٠
        ("limit=%C2%B2", [BAD_LIMIT]),  # a superscript ²
        ("skip=%00", [BAD_SKIP]),
        ("limit=6&limit=words", [BAD_LIMIT]),
        ("skip=true&limit=null", [BAD_SKIP, BAD_LIMIT]),
    ],
)
def test_window_refuses_all_that_is_no_integer_in_range(query, problems):
    with pytest.raises(InvalidInput) as refusal:
        window(query)

    assert refusal.value.details == {"errors": problems}


@pytest.mark.parametrize(
    ("total", "skip", "limit", "page", "total_pages"),
    [
        (0, 0, 10, 1, 0),
        (0, 30, 10, 4, 0),
        (1, 0, 10, 1, 1),
        (10, 0, 10, 1, 1),
        (11, 0, 10, 1, 2),
        (137, 0, 10, 1, 14),
        (137, 130, 10, 14, 14),
        (137, 9, 10, 1, 14),
        (137, 10, 10, 2, 14),
        (137, 500, 10, 51, 14),
        (3, 2, 1, 3, 3),
    ],
)
def test_envelope_counts_pages(total, skip, limit, page, total_pages):
    assert envelope.page([], total=total, skip=skip, limit=limit) == {
        "success": True,
        "data": [],
        "total": total,
        "page": page,
        "page_size": limit,
        "total_pages": total_pages,
        "message": None,
    }


def test_list_refuses_a_bad_window_in_the_error_envelope(api):
    answer = api.get(URL, {"skip": "-1", "limit": "1000"})

    assert answer.status_code == 422
    assert answer.json() == {
        "success": False,
        "error": "The request is not valid.",
        "code": "VALIDATION_ERROR",
        "details": {"errors": [BAD_SKIP, BAD_LIMIT]},
    }


def test_pages_cover_every_row_once(api, tenant):
    students = StudentFactory.create_batch(7, tenant=tenant)

    pages = [api.get(URL, {"skip": skip, "limit": 3}).json() for skip in (0, 3, 6)]

    assert [len(page["data"]) for page in pages] == [3, 3, 1]
    seen = [row["user_id"] for page in pages for row in page["data"]]
    assert sorted(seen) == sorted(student.pk for student in students)
    assert [page["page"] for page in pages] == [1, 2, 3]


def test_skip_past_the_end_is_empty_with_true_totals_and_reads_no_rows(
    api, tenant, django_assert_num_queries
):
    StudentFactory.create_batch(3, tenant=tenant)

    # One statement says who is asking, one counts.
    with django_assert_num_queries(2):
        answer = api.get(URL, {"skip": 1000, "limit": 2})

    assert answer.json() == envelope.page([], total=3, skip=1000, limit=2)


def test_skip_just_past_the_end_is_empty_with_true_totals(api, tenant, django_assert_num_queries):
    StudentFactory.create_batch(3, tenant=tenant)

    # The rows are asked for in the same trip as their number (tests/trips.py counts those).
    with django_assert_num_queries(3):
        answer = api.get(URL, {"skip": 3, "limit": 2})

    assert answer.json() == envelope.page([], total=3, skip=3, limit=2)
