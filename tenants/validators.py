"""Rules that one value or one row of this app can be held against."""

from django.core.validators import RegexValidator

# Python and PostgreSQL read these alike; "$" would let a line break through in Python.
SLUG_PATTERN = r"\A[a-z0-9-]+\Z"
COLOUR_PATTERN = r"\A#[0-9A-Fa-f]{6}\Z"

validate_slug = RegexValidator(SLUG_PATTERN, "Use lower-case letters, digits and hyphens only.")
validate_colour = RegexValidator(COLOUR_PATTERN, "Write colours as #RRGGBB.")
