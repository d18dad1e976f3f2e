"""Bodies: read strictly, and patched as the contract says (§1.4, §1.7).

A value of another JSON type is refused, never converted: ``"5"`` is no number and ``1`` no boolean.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.core.exceptions import ValidationError as DjangoValidationError
from django.core.validators import EmailValidator, RegexValidator, validate_email
from django.db import models
from drf_spectacular.utils import extend_schema_field
from rest_framework import serializers
from rest_framework.validators import UniqueValidator

from config import addresses, text
from config.ids import validate_id
from config.models import TextOfLines, has_rule_of_its_own
from config.timestamps import parse_timestamp


class VerbatimField(serializers.CharField):
    """Text that is no name, such as an id or a password: taken as it was written.

    Where ``null`` is allowed, an empty text means the same, unless it is refused.
    """

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("allow_blank", kwargs.get("allow_null", False))
        super().__init__(**kwargs)

    def run_validation(self, data: Any = serializers.empty) -> str | None:
        value = super().run_validation(data)
        return None if value == "" and self.allow_null else value

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid")
        return super().to_internal_value(data)


class TextField(VerbatimField):
    """A name or another text of one line, by the rule for such texts."""

    rule: Callable[[str], str] = staticmethod(text.one_line)

    def to_internal_value(self, data: Any) -> str:
        try:
            return self.rule(super().to_internal_value(data))
        except DjangoValidationError as error:
            raise serializers.ValidationError(error.messages) from error


class TextOfLinesField(TextField):
    """A text of several lines, by the rule for such texts."""

    rule = staticmethod(text.lines)


class EmailField(serializers.EmailField, TextField):
    """An e-mail address that mails can be sent to, by the rule for such addresses."""

    rule = staticmethod(addresses.new_address)

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        # Django's own knows no letters beyond ASCII before the @.
        kept = [one for one in self.validators if not isinstance(one, EmailValidator)]
        # For the OpenAPI document: by then the rule has refused what does not fit.
        self.validators = [*kept, RegexValidator(r"\A[^\x00-\x1f\x7f]*\Z")]


class KnownEmailField(EmailField):
    """The address of an account that may be there already; also one that would not be taken now."""

    @staticmethod
    def rule(text: str) -> str:
        try:
            return addresses.normalise_address(text)
        except DjangoValidationError:
            validate_email(text)
            return text


class IdTextField(VerbatimField):
    """The id of a row."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(validators=[validate_id], **kwargs)


class IntegerField(serializers.IntegerField):
    """A whole number."""

    def to_internal_value(self, data: Any) -> int:
        if isinstance(data, bool) or not isinstance(data, int):
            self.fail("invalid")
        return super().to_internal_value(data)


class NumberField(serializers.FloatField):
    """A number, whole or not, taken as it was written."""

    def to_internal_value(self, data: Any) -> float:
        if isinstance(data, bool) or not isinstance(data, int | float):
            self.fail("invalid")
        return data


class BooleanField(serializers.BooleanField):
    """True or false."""

    def to_internal_value(self, data: Any) -> bool:
        if not isinstance(data, bool):
            self.fail("invalid", input=data)
        return data


class ListField(serializers.ListField):
    """A list of at most ``max_length`` items.

    One that is longer is refused before its items are looked at: a million bad ones would be named
    one by one, which takes minutes and gigabytes.
    """

    max_length: int

    def __init__(self, *, max_length: int, **kwargs: Any) -> None:
        super().__init__(max_length=max_length, **kwargs)

    def run_child_validation(self, data: list) -> list:
        if len(data) > self.max_length:
            self.fail("max_length", max_length=self.max_length)
        return super().run_child_validation(data)


class ChoiceField(serializers.ChoiceField):
    """One of an enumeration's values, in any case (contract §1.10)."""

    def to_internal_value(self, data: Any) -> str:
        if not isinstance(data, str):
            self.fail("invalid_choice", input=data)
        matching = [value for value in self.choices if value.casefold() == data.strip().casefold()]
        return super().to_internal_value(matching[0] if matching else data)


@extend_schema_field({"type": "string", "format": "date-time"})
class TimestampField(serializers.Field):
    """An ISO 8601 timestamp; ``upper`` where it is the end of something (contract §1.6)."""

    default_error_messages = {"invalid": "Give a date or a date and time in ISO 8601."}

    def __init__(self, *, upper: bool = False, **kwargs: Any) -> None:
        super().__init__(**kwargs)
        self.upper = upper

    def to_internal_value(self, data: Any) -> datetime:
        timestamp = parse_timestamp(data, upper=self.upper) if isinstance(data, str) else None
        if timestamp is None:
            self.fail("invalid")
        return timestamp

    def to_representation(self, value: datetime) -> datetime:
        return value  # the renderer writes moments


class InputSerializer(serializers.Serializer):
    """A body. In a PATCH (``partial=True``), ``null`` leaves what cannot be null unchanged."""

    # Whether ``null`` means the same as an absent key in other methods than PATCH, too.
    null_is_absence = False

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        if self.passes_over_null and isinstance(data, dict):
            data = {key: data[key] for key in data if data[key] is not None or self._nullable(key)}
        return super().to_internal_value(data)

    @property
    def passes_over_null(self) -> bool:
        """Return whether ``null`` counts as absent in fields that cannot be null."""
        return self.partial or self.null_is_absence

    def _nullable(self, key: str) -> bool:
        field = self.fields.get(key)
        return field is not None and field.allow_null


class ModelInputSerializer(InputSerializer, serializers.ModelSerializer):
    """A body whose limits are the model's.

    Uniqueness is judged by the database alone, when the row is written: two requests that come
    together would both pass a question asked before, and the answer is 409 and not 422.
    """

    serializer_field_mapping = serializers.ModelSerializer.serializer_field_mapping | {
        models.CharField: TextField,
        TextOfLines: TextOfLinesField,
        models.TextField: TextField,
        models.EmailField: EmailField,
        models.BooleanField: BooleanField,
        models.IntegerField: IntegerField,
        models.PositiveIntegerField: IntegerField,
        models.PositiveSmallIntegerField: IntegerField,
    }
    serializer_choice_field = ChoiceField

    def build_standard_field(self, field_name: Any, model_field: Any) -> Any:
        field_class, kwargs = super().build_standard_field(field_name, model_field)
        validators = kwargs.get("validators", ())
        kept = [one for one in validators if not isinstance(one, UniqueValidator)]
        if field_class is TextField and has_rule_of_its_own(model_field):
            field_class = VerbatimField
        return field_class, kwargs | ({"validators": kept} if validators else {})

    def get_validators(self) -> list:
        return []
