"""Rules that one value or one row of this app can be held against."""

from django.core.validators import RegexValidator

# Python and PostgreSQL read it alike; "$" would let a line break through in Python.
CODE_PATTERN = r"\A[A-Z0-9_-]+\Z"

validate_code = RegexValidator(
    CODE_PATTERN, "Use upper-case letters, digits, hyphens and underscores only."
)
