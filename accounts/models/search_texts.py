"""What the database makes of a user's names and address, for searches and sorting."""

from django.db import models
from django.db.models import Case, Expression, Value, When
from django.db.models.functions import Concat

from config.models import FoldCase


def _text(*parts: str | Expression) -> Concat:
    return Concat(*parts, output_field=models.TextField())


FULL_NAME = _text("first_name", Value(" "), "last_name")

_MIDDLE_NAME = Case(
    When(middle_name__gt="", then=_text("middle_name", Value(" "))),
    default=Value(""),
    output_field=models.TextField(),
)

# One column holds everything a search looks into. The line breaks keep a match inside one part.
SEARCH_TEXT = FoldCase(
    _text(
        FULL_NAME,
        Value("\n"),
        _text("first_name", Value(" "), _MIDDLE_NAME, "last_name"),
        Value("\n"),
        "email",
    )
)

LAST_NAME_FIRST = FoldCase(_text("last_name", Value(" "), "first_name", Value(" "), _MIDDLE_NAME))
