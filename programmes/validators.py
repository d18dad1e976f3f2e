"""Rules that one value or one row of this app can be held against."""

from django.core.validators import RegexValidator

CODE_PATTERN = r"^[A-Z0-9_-]+$"

validate_code = RegexValidator(
    r"\A[A-Z0-9_-]+\Z", "Use upper-case letters, digits, hyphens and underscores only."
)
