"""Query parameters, declared once: for the handlers that read them and for the OpenAPI document.

A blank parameter counts as absent, an unknown one is ignored, and bad ones are 422, all together
(contract §1.3).
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from functools import cache
from typing import Any

from django.utils import timezone
from drf_spectacular.drainage import get_override, set_override
from rest_framework import serializers
from rest_framework.request import Request

from config.api.fields import BOOLEANS
from config.errors import InvalidInput
from config.ids import ID_REGEX, ID_RULE, is_id
from config.timestamps import parse_timestamp

# Schemas of parameters for the OpenAPI document.
ID_SCHEMA = {"type": "string", "pattern": f"^{ID_REGEX}$"}
TIMESTAMP_SCHEMA = {
    "anyOf": [{"type": "string", "format": "date-time"}, {"type": "string", "format": "date"}]
}

# The largest number that the database can count to.
HIGHEST = 10**18 - 1


def text_schema(*, max_length: int) -> dict:
    """Return the schema of a text of at most so many characters, for the OpenAPI document."""
    return {"type": "string", "maxLength": max_length}


class QueryParams(serializers.Serializer):
    """The query parameters of a handler, as fields; ``extend_schema(parameters=[…])`` takes it."""

    @classmethod
    def read(cls, request: Request) -> dict[str, Any]:
        """Return the values of a request's parameters, absent ones too; raises InvalidInput."""
        values: dict[str, Any] = {}
        problems: list[tuple[str, str]] = []
        for name, field in _fields_of(cls).items():
            text = request.query_params.get(name, "").strip()
            try:
                values[name] = field.run_validation(text or serializers.empty)
            except serializers.ValidationError as error:
                problems.extend((name, str(message)) for message in error.detail)
        if problems:
            raise InvalidInput(problems)
        return values

    @classmethod
    def described(cls) -> list[dict]:
        """Return the OpenAPI description of the parameters, for filter backends and paginators."""
        return [
            {
                "name": name,
                "in": "query",
                "required": field.required,
                "description": field.help_text or "",
                "schema": get_override(field, "field"),
            }
            for name, field in _fields_of(cls).items()
        ]


@cache
def _fields_of(params: type[QueryParams]) -> Mapping[str, serializers.Field]:
    """Return the fields, made once: they keep nothing of what they read."""
    return params().fields


class QueryParam(serializers.Field):
    """A query parameter, absent unless ``required``; ``schema`` describes it."""

    default_error_messages = {"required": "This parameter is required."}

    def __init__(
        self, schema: dict, *, required: bool = False, default: Any = None, **kwargs: Any
    ) -> None:
        super().__init__(
            required=required, default=serializers.empty if required else default, **kwargs
        )
        set_override(self, "field", schema if default is None else schema | {"default": default})


class IntegerParam(QueryParam):
    """A whole number from ``low`` to ``high``."""

    def __init__(self, *, low: int, high: int = HIGHEST, **kwargs: Any) -> None:
        super().__init__({"type": "integer", "minimum": low, "maximum": high}, **kwargs)
        self.low, self.high = low, high

    def to_internal_value(self, data: str) -> int:
        # isdecimal alone would let other scripts' digits through.
        is_number = data.isascii() and data.isdecimal() and len(data) < 19
        if not is_number or not self.low <= int(data) <= self.high:
            span = f"from {self.low} to {self.high}"
            if self.high == HIGHEST:
                span = f"of at least {self.low}"
            raise serializers.ValidationError(f"Give an integer {span}.")
        return int(data)


class ChoiceParam(QueryParam):
    """One of some values, in any case (contract §1.10)."""

    def __init__(self, values: Sequence[str], **kwargs: Any) -> None:
        super().__init__({"type": "string", "enum": list(values)}, **kwargs)
        self.values = values

    def to_internal_value(self, data: str) -> str:
        if data.lower() not in self.values:
            raise serializers.ValidationError(f"Give one of: {', '.join(self.values)}.")
        return data.lower()


class TextParam(QueryParam):
    """A text as it stands, ``""`` when there is none."""

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(text_schema(max_length=max_length), **kwargs)
        self.max_length = max_length

    def get_default(self) -> str:
        return ""

    def to_internal_value(self, data: str) -> str:
        if len(data) > self.max_length or "\0" in data:
            raise serializers.ValidationError(
                f"Give a text of at most {self.max_length} characters, none of them null."
            )
        return data


class BooleanParam(QueryParam):
    """True or false, which may also be written 1 and 0."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__({"type": "boolean"}, **kwargs)

    def to_internal_value(self, data: str) -> bool:
        if data.lower() not in BOOLEANS:
            raise serializers.ValidationError("Give true or false.")
        return BOOLEANS[data.lower()]


class IdParam(QueryParam):
    """The id of a row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(ID_SCHEMA, **kwargs)

    def to_internal_value(self, data: str) -> str:
        if not is_id(data):
            raise serializers.ValidationError(ID_RULE)
        return data


class PastTimestampParam(QueryParam):
    """A timestamp that has passed, to its second's end; a bare date is the day's end (§1.6)."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(TIMESTAMP_SCHEMA, **kwargs)

    def to_internal_value(self, data: str) -> datetime:
        timestamp = parse_timestamp(data, upper=True)
        if timestamp is None:
            raise serializers.ValidationError("Give a date or a date and time in ISO 8601.")
        if timestamp.replace(microsecond=0) > timezone.now():
            raise serializers.ValidationError("Give a moment that has passed.")
        return timestamp
