"""Moments as people write them (contract §1.6); the table of spellings is in test_filters."""

from datetime import UTC, datetime, timedelta, timezone

import pytest

from config.timestamps import parse_timestamp


def test_moment_without_an_offset_is_utc_and_any_other_is_converted():
    lagos = timezone(timedelta(hours=1))

    assert parse_timestamp("2026-06-04T09:00:00") == datetime(2026, 6, 4, 9, tzinfo=UTC)
    read = parse_timestamp("2026-06-04T09:00:00+01:00")
    assert read == datetime(2026, 6, 4, 9, tzinfo=lagos)
    assert read.tzinfo is UTC


def test_bare_date_is_a_days_first_moment_or_its_last():
    first, last = parse_timestamp("2026-06-04"), parse_timestamp("2026-06-04", upper=True)

    assert last - first == timedelta(days=1, microseconds=-1)
    assert (first.hour, last.day) == (0, 4)


def test_upper_bound_in_whole_seconds_includes_its_second():
    at = "2026-06-04T09:00:00"

    assert parse_timestamp(at, upper=True) - parse_timestamp(at) == timedelta(microseconds=999_999)
    assert parse_timestamp(f"{at}.5", upper=True) == parse_timestamp(f"{at}.5")


@pytest.mark.parametrize("upper", [True, False])
@pytest.mark.parametrize(
    "text", ["", " ", "soon", "2026-02-30", "2026-06-04T24:01:00", "20260604090000", "٢٠٢٦-٠٦-٠٤x"]
)
def test_nonsense_is_no_moment(text, upper):
    assert parse_timestamp(text, upper=upper) is None


@pytest.mark.parametrize("upper", [True, False])
def test_moments_at_the_ends_of_time_are_read_or_refused_but_never_fail(upper):
    assert parse_timestamp("9999-12-31", upper=upper) is not None
    assert parse_timestamp("0001-01-01", upper=upper) is not None
    assert parse_timestamp("9999-12-31T23:59:59-01:00", upper=upper) is None
    assert parse_timestamp("0001-01-01T00:00:00+01:00", upper=upper) is None
