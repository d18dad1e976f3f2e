"""Field types that the contract needs and DRF does not bring along."""

import re
from datetime import UTC, date, datetime, time

from django import forms
from django.utils.dateparse import parse_date, parse_datetime

# A plus sign that nobody encoded reaches us as a blank: 09:00:00 01:00 means 09:00:00+01:00.
_lost_plus = re.compile(r"(T[\d:.]+) (\d\d:?\d\d)$")


class InstantField(forms.Field):
    """An ISO 8601 moment of a query; without an offset it is UTC (contract §1.6).

    A bare date is the day's first moment, or its last one where ``upper`` is set. Answers show
    whole seconds; an upper bound in whole seconds therefore includes all of its second.
    """

    default_error_messages = {"invalid": "Give a date or a date and time in ISO 8601."}

    def __init__(self, *, upper: bool = False, **kwargs) -> None:
        super().__init__(**kwargs)
        self.upper = upper

    def to_python(self, value: str | None) -> datetime | None:
        text = (value or "").strip()
        if not text:
            return None
        try:
            day = parse_date(text)
            moment = self._edge(day) if day else parse_datetime(_lost_plus.sub(r"\1+\2", text))
            if moment is not None and self.upper and not moment.microsecond:
                moment = moment.replace(microsecond=999_999)
            if moment is not None and moment.tzinfo is None:
                moment = moment.replace(tzinfo=UTC)
            moment = moment and moment.astimezone(UTC)
        except (ValueError, OverflowError):
            moment = None
        if moment is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return moment

    def _edge(self, day: date) -> datetime:
        return datetime.combine(day, time.max if self.upper else time.min)


class EnumField(forms.Field):
    """One of the values of an enumeration, in any case (contract §1.10)."""

    default_error_messages = {"invalid": "Give one of: %(values)s."}

    def __init__(self, *, values: list[str], **kwargs) -> None:
        super().__init__(**kwargs)
        self.values = values
        self._by_key = {value.casefold(): value for value in values}

    def to_python(self, value: str | None) -> str | None:
        text = (value or "").strip()
        if not text:
            return None
        if text.casefold() not in self._by_key:
            raise forms.ValidationError(
                self.error_messages["invalid"],
                code="invalid",
                params={"values": ", ".join(self.values)},
            )
        return self._by_key[text.casefold()]
