"""Fields of forms in which people write local times."""

from datetime import datetime

from django import forms
from django.utils.dateparse import parse_datetime
from django.utils.translation import gettext as _

from config.admin.display import day, place
from config.api.fields import TimestampParameter
from config.local_time import current_zone, is_missing
from config.timestamps import parse_timestamp


class LocalTimestampField(TimestampParameter):
    """A day, or a day and time, in the zone of the page; ``upper`` where it bounds from above.

    A day alone is its start, or its end as an ``upper`` bound. Of a time that comes twice an upper
    bound is the later one. A time that clocks skip is refused.
    """

    def to_python(self, value: str | None) -> datetime | None:
        read = super().to_python(value)
        local = parse_datetime(value.strip()) if read and value else None
        if local and local.tzinfo is None and is_missing(local, current_zone()):
            raise forms.ValidationError(
                _("On %(day)s the clocks in %(place)s skip %(time)s. Give another time.")
                % {"day": day(local.date()), "place": place(), "time": f"{local:%H:%M}"},
                code="missing",
            )
        return read

    def read(self, value: str) -> datetime | None:
        return parse_timestamp(value, upper=self.upper, zone=current_zone())
