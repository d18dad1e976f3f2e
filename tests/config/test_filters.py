"""Filters and sorting of lists (contract §1.3, §1.6, §1.10)."""

from datetime import UTC, datetime

import pytest
from django.core.exceptions import ValidationError
from django.http import QueryDict

from config.api.fields import EnumParameter, TimestampParameter
from config.errors import InvalidInput
from students.filtersets import StudentFilterSet
from tests.factories import SessionFactory, StudentFactory

URL = "/v1/console/students"


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("2026-06-04T09:00:00Z", utc(2026, 6, 4, 9)),
        ("2026-06-04T09:00:00", utc(2026, 6, 4, 9)),
        ("2026-06-04 09:00", utc(2026, 6, 4, 9)),
        ("2026-06-04T09:00:00.25Z", utc(2026, 6, 4, 9, 0, 0, 250_000)),
        ("2026-06-04T09:00:00+01:00", utc(2026, 6, 4, 8)),
        ("2026-06-04T00:30:00+01:00", utc(2026, 6, 3, 23, 30)),
        ("2026-06-04T09:00:00-0530", utc(2026, 6, 4, 14, 30)),
        # What an unencoded plus sign in a query becomes.
        ("2026-06-04T09:00:00 01:00", utc(2026, 6, 4, 8)),
        ("2026-06-04T09:00:00.5 0100", utc(2026, 6, 4, 8, 0, 0, 500_000)),
        ("  2026-06-04T09:00:00Z ", utc(2026, 6, 4, 9)),
        ("2024-02-29", utc(2024, 2, 29)),
        ("0001-01-01", utc(1, 1, 1)),
        ("9999-12-31T23:59:59.999999Z", utc(9999, 12, 31, 23, 59, 59, 999_999)),
    ],
)
def test_instant_is_read(text, moment):
    read = TimestampParameter(required=False).clean(text)

    assert read == moment
    assert read.tzinfo is UTC


@pytest.mark.parametrize(
    ("text", "last"),
    [
        ("2026-06-04", utc(2026, 6, 4, 23, 59, 59, 999_999)),
        ("9999-12-31", utc(9999, 12, 31, 23, 59, 59, 999_999)),
        # Only a bare date stretches over its day; a second, over itself.
        ("2026-06-04T00:00:00", utc(2026, 6, 4, 0, 0, 0, 999_999)),
        ("2026-06-04T09:00:00Z", utc(2026, 6, 4, 9, 0, 0, 999_999)),
        ("2026-06-04T09:00:00.25Z", utc(2026, 6, 4, 9, 0, 0, 250_000)),
    ],
)
def test_instant_as_upper_bound_includes_all_that_it_names(text, last):
    assert TimestampParameter(upper=True).clean(text) == last


@pytest.mark.parametrize("text", [None, "", "   "])
def test_instant_left_blank_is_none(text):
    assert TimestampParameter(required=False).clean(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "yesterday",
        "04/06/2026",
        "2026-13-01",
        "2026-02-30",
        "2026-06-04T25:00:00Z",
        "2026-06-04T09:00:00+99:00",
        "2026-06-04T09:00:00Z; DROP TABLE",
        "2026-06-04T09:00:00 GMT",
        "0000-01-01",
        "10000-01-01",
        "0001-01-01T00:00:00+14:00",
        "9999-12-31T23:59:59-14:00",
        "1780563600",
        "2026-06-04\x00",
        "9" * 10_000,
    ],
)
def test_instant_refuses_nonsense(text):
    with pytest.raises(ValidationError) as refusal:
        TimestampParameter().clean(text)

    assert refusal.value.messages == ["Give a date or a date and time in ISO 8601."]


@pytest.mark.parametrize("text", ["has_extra", "HAS_EXTRA", "Has_Extra", "  has_extra "])
def test_enum_is_matched_in_any_case_and_spelt_as_declared(text):
    assert EnumParameter(values=["exhausted", "has_extra"]).clean(text) == "has_extra"


@pytest.mark.parametrize("text", ["has-extra", "has_extra,exhausted", "0", "has_extra\x00"])
def test_enum_refuses_another_value(text):
    with pytest.raises(ValidationError) as refusal:
        EnumParameter(values=["exhausted", "has_extra"]).clean(text)

    assert refusal.value.messages == ["Give one of: exhausted, has_extra."]


def test_enum_left_blank_is_none():
    assert EnumParameter(values=["a"], required=False).clean(" ") is None


@pytest.mark.parametrize(
    ("query", "errors"),
    [
        ({"status": "deleted"}, [("status", "Give one of: active, inactive.")]),
        ({"start_date": "soon"}, [("start_date", "Give a date or a date and time in ISO 8601.")]),
        (
            {"start_date": "2026-06-05", "end_date": "2026-06-04"},
            [("start_date", "The start lies after the end.")],
        ),
        (
            {"start_date": "2026-06-04T00:00:00+00:00", "end_date": "2026-06-04T00:30:00+01:00"},
            [("start_date", "The start lies after the end.")],
        ),
        # One bad bound hides the comparison, not the other faults.
        (
            {"start_date": "2026-06-05", "end_date": "later", "status": "x"},
            [
                ("status", "Give one of: active, inactive."),
                ("end_date", "Give a date or a date and time in ISO 8601."),
            ],
        ),
        (
            {"search": "x" * 501},
            [("search", "Ensure this value has at most 500 characters (it has 501).")],
        ),
        ({"search": "a\x00b"}, [("search", "Null characters are not allowed.")]),
        ({"programme": "\x00"}, [("programme", "Null characters are not allowed.")]),
        ({"sort_by": "age"}, [("sort_by", "Give one of: name, last_seen, programme, status.")]),
        (
            {"sort_by": "sort_name"},
            [("sort_by", "Give one of: name, last_seen, programme, status.")],
        ),
        ({"sort_by": "-name"}, [("sort_by", "Give one of: name, last_seen, programme, status.")]),
        (
            {"sort_by": "id", "sort_order": "up"},
            [
                ("sort_by", "Give one of: name, last_seen, programme, status."),
                ("sort_order", "Give one of: asc, desc."),
            ],
        ),
    ],
)
def test_list_refuses_a_bad_parameter(api, query, errors):
    answer = api.get(URL, query)

    assert answer.status_code == 422
    assert answer.json() == {
        "success": False,
        "error": "The request is not valid.",
        "code": "VALIDATION_ERROR",
        "details": {"errors": [{"field": field, "message": text} for field, text in errors]},
    }


@pytest.fixture
def students(tenant):
    """Seen at the last moment of 3 June, at noon of 4 June, at the first of 5 June, and never."""
    moments = {
        "Third": utc(2026, 6, 3, 23, 59, 59),
        "Fourth": utc(2026, 6, 4, 12),
        "Fifth": utc(2026, 6, 5),
    }
    for name, moment in moments.items():
        student = StudentFactory(tenant=tenant, first_name=name, last_name="Student")
        SessionFactory(user=student, start_time=moment, end_time=None)
    StudentFactory(tenant=tenant, first_name="Never", last_name="Student", status="INACTIVE")


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ({}, ["Fifth", "Fourth", "Third", "Never"]),
        ({"start_date": "2026-06-04"}, ["Fifth", "Fourth"]),
        ({"end_date": "2026-06-04"}, ["Fourth", "Third"]),
        ({"start_date": "2026-06-04", "end_date": "2026-06-04"}, ["Fourth"]),
        ({"start_date": "2026-06-04T12:00:00Z", "end_date": "2026-06-04T12:00:00Z"}, ["Fourth"]),
        ({"start_date": "2026-06-04T14:00:00 02:00", "end_date": "2026-06-04"}, ["Fourth"]),
        ({"end_date": "2026-06-04T11:59:59Z"}, ["Third"]),
        ({"start_date": "0001-01-01", "end_date": "9999-12-31"}, ["Fifth", "Fourth", "Third"]),
        ({"status": "InActive"}, ["Never"]),
        ({"status": "", "start_date": " ", "search": "", "programme": ""},
         ["Fifth", "Fourth", "Third", "Never"]),
        ({"unheard_of": "x", "tenant": "y", "last_seen_at": "z"},
         ["Fifth", "Fourth", "Third", "Never"]),
        ({"sort_order": "asc"}, ["Third", "Fourth", "Fifth", "Never"]),
        ({"sort_by": "NAME", "sort_order": "ASC"}, ["Fifth", "Fourth", "Never", "Third"]),
        ({"sort_by": "name", "sort_order": " desc "}, ["Third", "Never", "Fourth", "Fifth"]),
        ({"sort_by": "", "sort_order": ""}, ["Fifth", "Fourth", "Third", "Never"]),
        ({"sort_by": "status", "sort_order": "desc"}, ["Never", "Fifth", "Fourth", "Third"]),
    ],
)  # fmt: skip
def test_list_is_narrowed_and_sorted(api, students, query, names):
    answer = api.get(URL, query)

    assert answer.status_code == 200
    assert [row["student_name"].split()[0] for row in answer.json()["data"]] == names
    assert answer.json()["total"] == len(names)


def test_too_many_parameters_are_refused(api):
    answer = api.get(URL + "?" + "a=1&" * 1001)

    assert answer.status_code == 422
    assert answer.json()["details"] == {
        "errors": [{"field": "", "message": "The request is too large."}]
    }


def test_what_one_request_asks_is_not_asked_by_the_next():
    asked = QueryDict("search=Ada&status=active")
    with pytest.raises(InvalidInput):
        StudentFilterSet.read(QueryDict("status=none"))

    assert StudentFilterSet.read(asked)["search"] == "Ada"
    assert not any(StudentFilterSet.read(QueryDict("")).values())
