"""Local times, read and written, where clocks are changed and where they are not (§19)."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.exceptions import ValidationError
from django.utils import timezone

from config.admin import display
from config.admin.local_fields import LocalTimestampField
from config.local_time import (
    abbreviation,
    end_of,
    is_missing,
    latest_days,
    moment_of,
    place_of,
    start_of,
    validate_time_zone,
    zone_called,
    zone_names,
)
from config.timestamps import as_day, as_utc, parse_timestamp

BERLIN = ZoneInfo("Europe/Berlin")
LAGOS = ZoneInfo("Africa/Lagos")
# Clocks are changed at midnight there: a day begins at one o'clock; and one midnight comes twice.
CAIRO, HAVANA = ZoneInfo("Africa/Cairo"), ZoneInfo("America/Havana")
# A whole day was left out there.
APIA = ZoneInfo("Pacific/Apia")


def utc(*parts: int) -> datetime:
    return datetime(*parts, tzinfo=UTC)


# Names -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["Africa/Lagos", "Europe/Berlin", "Asia/Kathmandu", "UTC"])
def test_an_iana_name_is_a_time_zone(name):
    validate_time_zone(name)

    assert name in zone_names()


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Lagos",
        "africa/lagos",
        "Africa/Lagos ",
        "WAT+1",
        "../etc/passwd",
        "Factory",
        "\0",
        "A/B",
    ],
)
def test_anything_else_is_refused(name):
    with pytest.raises(ValidationError, match="Africa/Lagos"):
        validate_time_zone(name)


@pytest.mark.parametrize("name", [None, "", "Mars/Olympus", "../x", "/etc/passwd", "Africa"])
def test_what_this_machine_does_not_know_is_utc(name):
    assert zone_called(name) is UTC


@pytest.mark.parametrize(
    ("name", "place", "short"),
    [
        ("Africa/Lagos", "Lagos", "WAT"),
        ("Europe/Berlin", "Berlin", "CEST"),
        ("America/Argentina/Buenos_Aires", "Buenos Aires", "UTC−3"),
        ("Asia/Kathmandu", "Kathmandu", "UTC+5:45"),
        ("America/Sao_Paulo", "Sao Paulo", "UTC−3"),
        ("UTC", "UTC", "UTC"),
        (None, "UTC", "UTC"),
    ],
)
def test_a_zone_is_called_by_its_place_and_abbreviation(name, place, short):
    zone = zone_called(name)

    assert place_of(zone) == place
    assert abbreviation(utc(2026, 6, 4, 9).astimezone(zone)) == short


# Where clocks are changed ------------------------------------------------------------------------


def test_a_time_that_comes_twice_is_the_first_one_or_the_later():
    twice = datetime.fromisoformat("2026-10-25T02:30")

    assert moment_of(twice, BERLIN) == utc(2026, 10, 25, 0, 30)
    assert moment_of(twice, BERLIN, later=True) == utc(2026, 10, 25, 1, 30)
    assert not is_missing(twice, BERLIN)


def test_a_time_that_clocks_skip_is_as_long_after_the_last_one():
    skipped = datetime.fromisoformat("2026-03-29T02:30")

    assert is_missing(skipped, BERLIN)
    for later in (False, True):
        assert moment_of(skipped, BERLIN, later=later) == utc(2026, 3, 29, 1, 30)  # 03:30 there


@pytest.mark.parametrize(
    ("day", "zone", "start", "end"),
    [
        (date(2026, 12, 31), LAGOS, utc(2026, 12, 30, 23), utc(2026, 12, 31, 23)),
        (date(2026, 3, 29), BERLIN, utc(2026, 3, 28, 23), utc(2026, 3, 29, 22)),  # 23 hours
        (date(2026, 10, 25), BERLIN, utc(2026, 10, 24, 22), utc(2026, 10, 25, 23)),  # 25 hours
        (date(2026, 4, 24), CAIRO, utc(2026, 4, 23, 22), utc(2026, 4, 24, 21)),
        (date(2026, 11, 1), HAVANA, utc(2026, 11, 1, 4), utc(2026, 11, 2, 5)),
        (date(2011, 12, 30), APIA, utc(2011, 12, 30, 10), utc(2011, 12, 30, 10)),
        (date(2026, 6, 4), UTC, utc(2026, 6, 4), utc(2026, 6, 5)),
    ],
)
def test_a_day_is_as_long_as_it_is_there(day, zone, start, end):
    assert start_of(day, zone) == start
    assert end_of(day, zone) == end - timedelta(microseconds=1)
    assert parse_timestamp(day.isoformat(), zone=zone) == start
    assert parse_timestamp(day.isoformat(), upper=True, zone=zone) == end_of(day, zone)


@pytest.mark.parametrize("zone", [LAGOS, BERLIN, ZoneInfo("Pacific/Kiritimati"), UTC])
@pytest.mark.parametrize("text", ["0001-01-01", "9999-12-31"])
def test_the_first_and_the_last_day_end_nothing(text, zone):
    for upper in (False, True):
        read = parse_timestamp(text, upper=upper, zone=zone)
        assert read is None or read.tzinfo is UTC


def test_the_latest_days_are_those_of_the_place():
    with time_machine.travel(utc(2026, 6, 4, 23, 30), tick=False):
        assert latest_days(2, UTC) == [date(2026, 6, 3), date(2026, 6, 4)]
        assert latest_days(2, LAGOS) == [date(2026, 6, 4), date(2026, 6, 5)]


def test_a_day_goes_to_the_api_in_utc_and_comes_back():
    for upper, sent in ((False, "2026-03-28T23:00:00Z"), (True, "2026-03-29T21:59:59Z")):
        assert as_utc("2026-03-29", upper=upper, zone=BERLIN) == sent
        assert as_day(sent, upper=upper, zone=BERLIN) == "2026-03-29"
    assert as_day("2026-03-29T10:00:00Z", upper=False, zone=BERLIN) == "2026-03-29T10:00:00Z"
    for text in ("", "soon", "2026-02-30"):
        assert (
            as_utc(text, upper=True, zone=BERLIN) == as_day(text, upper=True, zone=BERLIN) == text
        )


# Forms -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("2026-12-31", utc(2026, 12, 31, 22, 59, 59, 999_999)),
        ("2026-10-25T02:30", utc(2026, 10, 25, 1, 30, 0, 999_999)),
        ("2026-06-04T12:00", utc(2026, 6, 4, 10, 0, 0, 999_999)),
        ("2026-06-04T12:00Z", utc(2026, 6, 4, 12, 0, 0, 999_999)),
        ("2026-03-29T02:30Z", utc(2026, 3, 29, 2, 30, 0, 999_999)),
    ],
)
def test_a_form_reads_local_time(text, read):
    with timezone.override(BERLIN):
        assert LocalTimestampField(upper=True).clean(text) == read


def test_a_form_refuses_a_time_that_clocks_skip_and_says_what_to_do():
    with timezone.override(BERLIN), pytest.raises(ValidationError) as refusal:
        LocalTimestampField(upper=True).clean("2026-03-29T02:30")

    assert refusal.value.messages == [
        "On 29 Mar 2026 the clocks in Berlin skip 02:30. Give another time."
    ]


# Pages -------------------------------------------------------------------------------------------


def test_a_time_is_shown_with_its_zone_and_in_utc_to_who_points_at_it():
    at = utc(2026, 12, 31, 23, 30)

    with timezone.override(LAGOS):
        assert display.timestamp(at) == "1 Jan 2027, 00:30 WAT"
        assert display.day(at) == "1 Jan 2027"
        assert display.day(date(2026, 12, 31)) == "31 Dec 2026"
        assert display.moment(at) == (
            '<time datetime="2026-12-31T23:30:00Z" title="31 Dec 2026, 23:30 UTC">'
            "1 Jan 2027, 00:30 WAT</time>"
        )
        assert "00:30:00 WAT</time>" in display.clock(at)
        assert "1 Jan 2027" in display.day_and_time(at)
        assert 'title="31 Dec 2026, 23:30 UTC"' in display.day_and_time(at)


def test_times_that_come_twice_differ_by_the_name_of_their_zone():
    with timezone.override(BERLIN):
        first, second = (display.timestamp(utc(2026, 10, 25, hour, 30)) for hour in (0, 1))

    assert (first, second) == ("25 Oct 2026, 02:30 CEST", "25 Oct 2026, 02:30 CET")


@pytest.mark.parametrize(
    ("at", "shown"),
    [
        (utc(2026, 12, 31, 22, 59, 59, 999_999), "31 Dec 2026, end of day in Lagos"),
        (utc(2026, 12, 31, 22, 59, 59), "31 Dec 2026, end of day in Lagos"),
        (utc(2026, 12, 31, 23, 59, 59, 999_999), "1 Jan 2027, 00:59 WAT"),
        (utc(2026, 12, 31, 9), "31 Dec 2026, 10:00 WAT"),
    ],
)
def test_an_expiry_at_the_end_of_a_day_says_so(at, shown):
    with timezone.override(LAGOS):
        assert f">{shown}</time>" in display.expiry(at)
        assert display.expiry(None) == "never"
