"""Rules that one value or one row of this app can be held against."""

from django.core.validators import RegexValidator

SLUG_PATTERN = r"^[a-z0-9-]+$"
COLOUR_PATTERN = r"^#[0-9A-Fa-f]{6}$"

validate_slug = RegexValidator(
    r"\A[a-z0-9-]+\Z", "Use lower-case letters, digits and hyphens only."
)
validate_colour = RegexValidator(r"\A#[0-9A-Fa-f]{6}\Z", "Write the colour as #RRGGBB.")
