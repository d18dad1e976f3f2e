"""Local time: the zone in which a page is shown and its forms are read, UTC unless one is set.

The zone is Django's current one: whoever answers for a tenant sets it (``tenants.time_zones``). The
API and files stay in UTC.
"""

from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import cache
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from django.core.exceptions import ValidationError
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

# What systems call their own setting, and no place.
_NO_PLACES = frozenset({"Factory", "localtime", "posixrules"})

NOT_A_ZONE = _("Give a time zone by its IANA name, such as Africa/Lagos or Europe/Berlin.")

_A_DAY = timedelta(days=1)
_MOMENT = timedelta(microseconds=1)


@cache
def zone_names() -> list[str]:
    """Return the names of all time zones, in their order."""
    return sorted(available_timezones() - _NO_PLACES)


def validate_time_zone(name: str) -> None:
    """Refuse anything but the exact IANA name of a time zone."""
    if name not in zone_names():
        raise ValidationError(NOT_A_ZONE)


def zone_called(name: str | None) -> tzinfo:
    """Return a zone by its name; UTC without one, or where this machine does not know it."""
    if not name:
        return UTC
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return UTC


def current_zone() -> tzinfo:
    """Return the zone of the page or mail that is being made."""
    return timezone.get_current_timezone()


def place_of(zone: tzinfo) -> str:
    """Return what a zone is called among people, such as Buenos Aires or UTC."""
    name = getattr(zone, "key", "UTC")
    return "UTC" if name in {"Etc/UTC", "Zulu"} else name.rpartition("/")[2].replace("_", " ")


def abbreviation(local: datetime) -> str:
    """Return the abbreviation of a local time's zone, such as WAT; its offset where it has none."""
    name = local.tzname() or ""
    if name.isalpha():
        return name
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / 60)
    sign = "−" if minutes < 0 else "+"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{sign}{hours}" + (f":{rest:02}" if rest else "")


# Local times, read ------------------------------------------------------------------------------


def is_missing(local: datetime, zone: tzinfo) -> bool:
    """Return whether clocks skip a local time: they go forward over it."""
    there = local.replace(tzinfo=zone, fold=0)
    return there.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != local


def moment_of(local: datetime, zone: tzinfo, *, later: bool = False) -> datetime:
    """Return the moment of a local time, in UTC.

    Of a time that comes twice, since clocks go back, it is the first one, or the ``later``. A time
    that clocks skip is as long after the last one as it says.
    """
    fold = int(later and not is_missing(local, zone))
    return local.replace(tzinfo=zone, fold=fold).astimezone(UTC)


def start_of(day: date, zone: tzinfo) -> datetime:
    """Return the first moment of a local day, in UTC."""
    return moment_of(datetime.combine(day, time.min), zone)


def end_of(day: date, zone: tzinfo) -> datetime:
    """Return the last moment of a local day, in UTC."""
    if day == date.max:
        return moment_of(datetime.combine(day, time.max), zone, later=True)
    return start_of(day + _A_DAY, zone) - _MOMENT


def latest_days(number: int, zone: tzinfo) -> list[date]:
    """Return the latest local days, the oldest first; the last one is today."""
    today = timezone.now().astimezone(zone).date()
    return [today - ago * _A_DAY for ago in reversed(range(number))]
