"""Form fields for query parameters that Django's own fields read differently from the contract."""

import re
from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from typing import Any

from django import forms

from config.ids import validate_id
from config.timestamps import parse_timestamp

_SCORE = re.compile(r"[0-9]{1,3}(\.[0-9])?", re.ASCII)

BOOLEANS = {"true": True, "1": True, "false": False, "0": False}


class TimestampParameter(forms.Field):
    """An ISO 8601 timestamp of a query; ``upper`` where it bounds a range from above (§1.6)."""

    default_error_messages = {"invalid": "Give a date or a date and time in ISO 8601."}

    def __init__(self, *, upper: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.upper = upper

    def to_python(self, value: str | None) -> datetime | None:
        if not value or not value.strip():
            return None
        timestamp = self.read(value)
        if timestamp is None:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return timestamp

    def read(self, value: str) -> datetime | None:
        """Return the timestamp that a text is; None when it is none."""
        return parse_timestamp(value, upper=self.upper)


class EnumParameter(forms.Field):
    """One of the values of an enumeration, in any case (contract §1.10)."""

    default_error_messages = {"invalid": "Give one of: %(values)s."}

    def __init__(self, *, values: list[str], **kwargs: Any) -> None:
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


class IdParameter(forms.CharField):
    """The id of a row, or one of ``words`` in any case, which stand for several rows."""

    def __init__(self, *, words: Sequence[str] = (), **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.words = words

    def clean(self, value: str | None) -> str:
        text: str = super().clean(value)
        if text.lower() in self.words:
            return text.lower()
        if text:
            validate_id(text)
        return text


class BooleanParameter(forms.Field):
    """True or false, which may also be written 1 and 0."""

    default_error_messages = {"invalid": "Give true or false."}

    def to_python(self, value: str | None) -> bool | None:
        text = (value or "").strip().lower()
        if text and text not in BOOLEANS:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return BOOLEANS.get(text)


class ScoreParameter(forms.Field):
    """A score from 0 to 100, with one decimal at most, as grades have them."""

    default_error_messages = {"invalid": "Give a score from 0 to 100, with one decimal at most."}

    def to_python(self, value: str | None) -> Decimal | None:
        text = (value or "").strip()
        if not text:
            return None
        if not _SCORE.fullmatch(text) or Decimal(text) > 100:
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return Decimal(text)
