"""The formats in which the admin shows values; points in time are in the current zone (§19)."""

from datetime import UTC, date, datetime, time, timedelta

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from config.local_time import abbreviation, current_zone, place_of
from config.timestamps import format_timestamp

_A_SECOND = timedelta(seconds=1)


def timestamp(value: datetime | None, otherwise: str = "–") -> str:
    """Write a timestamp as plain text, such as 2 Jan 2026, 10:30 WAT; for mails and sentences."""
    return f"{day(value)}, {_clock(value)}" if value else otherwise


def moment(value: datetime | None, otherwise: str = "–") -> SafeString | str:
    """Write a timestamp in a page, with the time in UTC for whoever points at it."""
    return _time(value, timestamp(value)) if value else otherwise


def day(value: date | None, otherwise: str = "–") -> str:
    """Write the day of a timestamp, or a date, as people read it, such as 2 Jan 2026."""
    if not value:
        return otherwise
    there = _local(value) if isinstance(value, datetime) else value
    return date_format(there, _("j M Y"))


def day_and_time(value: datetime | None, otherwise: str = "–") -> SafeString | str:
    """Write a timestamp in the narrow column of a list."""
    if value is None:
        return otherwise
    lines = format_html(
        '<span class="block whitespace-nowrap">{}</span>'
        '<span class="block text-subtle whitespace-nowrap">{}</span>',
        day(value),
        _clock(value),
    )
    return _time(value, lines)


def clock(value: datetime | None, otherwise: str = "–") -> SafeString | str:
    """Write the time of day to the second."""
    return _time(value, _clock(value, "%H:%M:%S")) if value else otherwise


def expiry(value: datetime | None, otherwise: str | None = None) -> SafeString | str:
    """Write until when something is good: 31 Dec 2026, end of day in Lagos."""
    if value is None:
        return _("never") if otherwise is None else otherwise
    there = _local(value)
    if there.time() < time(23, 59, 59) or (there + _A_SECOND).date() == there.date():
        return moment(value)
    said = _("%(day)s, end of day in %(place)s") % {"day": day(value), "place": place()}
    return _time(value, said)


def place() -> str:
    """Return the place whose time the page shows, such as Lagos."""
    return place_of(current_zone())


def two_lines(first: str, second: str) -> SafeString:
    """Return a name, and beneath it the text that distinguishes it from others."""
    return format_html(
        '<span class="block">{}</span><span class="block text-subtle font-normal">{}</span>',
        first,
        second,
    )


def _local(value: datetime) -> datetime:
    return timezone.localtime(value if value.tzinfo else value.replace(tzinfo=UTC))


def _clock(value: datetime, form: str = "%H:%M") -> str:
    there = _local(value)
    return f"{there:{form}} {abbreviation(there)}"


def _time(value: datetime, shown: str) -> SafeString:
    with timezone.override(UTC):
        in_utc = timestamp(value)
    return format_html(
        '<time datetime="{}" title="{}">{}</time>', format_timestamp(value), in_utc, shown
    )
