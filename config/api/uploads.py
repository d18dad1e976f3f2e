"""Forms with files: read strictly, as bodies are, and bounded before anything is read."""

from collections.abc import Mapping
from typing import Any

from django.core.exceptions import RequestDataTooBig, TooManyFilesSent
from rest_framework import serializers
from rest_framework.exceptions import ParseError
from rest_framework.parsers import MultiPartParser
from rest_framework.request import Request

from config.api.fields import BOOLEANS
from config.api.inputs import InputSerializer
from config.errors import InvalidInput


class FormParser(MultiPartParser):
    """The parser of ``multipart/form-data``; large files wait in ``TMPDIR`` meanwhile."""

    def parse(self, stream: Any, media_type: Any = None, parser_context: Any = None) -> Any:
        try:
            return super().parse(stream, media_type, parser_context)
        except ParseError as error:
            raise InvalidInput([("", "The form is damaged: send it anew.")]) from error
        except TooManyFilesSent as error:
            raise InvalidInput([("", "The form has more files than it should have.")]) from error


def read_form(
    request: Request, serializer_class: type["FormSerializer"], *, most_bytes: int
) -> dict[str, Any]:
    """Return the values of a form with files of at most ``most_bytes`` in all; else 422.

    The view has ``FormParser`` for its parser. Names that are not known are refused, as a wrong one
    would change what happens; a blank field counts as absent.
    """
    media_type = (request.content_type or "").partition(";")[0].strip().lower()
    if media_type != FormParser.media_type:
        raise InvalidInput([("", f"Send the body as {FormParser.media_type}.")])
    length = request.META.get("CONTENT_LENGTH") or ""
    if not length.isdecimal():
        raise InvalidInput([("", "Send the form with its length, in one piece.")])
    if len(length) > 18 or int(length) > most_bytes:
        raise RequestDataTooBig
    serializer = serializer_class(data=_single(request.data), context={"request": request})
    serializer.is_valid(raise_exception=True)
    return serializer.validated_data


def _single(data: Any) -> Mapping[str, Any]:
    """Return the fields of a form by their names; raise InvalidInput where one is there twice."""
    lists = dict(data.lists())
    twice = [name for name, values in lists.items() if len(values) > 1]
    if twice:
        raise InvalidInput([(name, "Give it once.") for name in sorted(twice)])
    return {name: values[0] for name, values in lists.items() if values[0] != ""}


class FormSerializer(InputSerializer):
    """The fields of a form with files."""

    refuses_unknown_keys = True

    def to_internal_value(self, data: Any) -> dict[str, Any]:
        unknown = sorted(set(data) - set(self.fields))
        if unknown:
            known = ", ".join(self.fields)
            raise serializers.ValidationError(
                {name: [f"There is no such field; there are: {known}."] for name in unknown}
            )
        return super().to_internal_value(data)


class UploadField(serializers.FileField):
    """A file of a form; what may be in it is the services' question."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(allow_empty_file=True, use_url=False, **kwargs)


class WrittenBooleanField(serializers.BooleanField):
    """True or false as a form writes it; also 1 and 0."""

    def to_internal_value(self, data: Any) -> bool:
        written = data.strip().lower() if isinstance(data, str) else data
        if written not in BOOLEANS:
            raise serializers.ValidationError("Give true or false.")
        return BOOLEANS[written]
